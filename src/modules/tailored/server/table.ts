import type { ColumnType } from 'kysely'
import type { Conclusion } from '../contract/review.ts'
import type { ItemKind, ItemState, PlanState } from '../contract.ts'

interface Standard {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
}

interface PlanRow extends Standard {
  enterprise_id: string
  title: string
  from_on: string
  until_on: string
  state: PlanState
  content: number
  drafted_by: string
  confirmed_on: string | null
  outcome: string | null
}

interface ItemRow extends Standard {
  plan_id: string
  ordinal: number
  kind: ItemKind
  content: string
  department_id: string
  person: string | null
  due_on: string
  amount_yuan: string | null
  state: ItemState
  result: string | null
  done_on: string | null
}

/** Only added to. */
type Kept<T> = ColumnType<T, T, never>

interface ReviewRow {
  zone_id: Kept<string>
  id: Kept<string>
  created_at: Kept<Date>
  created_by: Kept<string>
  plan_id: Kept<string>
  content: Kept<number>
  reviewer: Kept<string>
  reviewed_on: Kept<string>
  conclusion: Kept<Conclusion>
  answers: ColumnType<unknown, string, never>
  opinion: Kept<string>
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'tailored.plans': PlanRow
    'tailored.items': ItemRow
    'tailored.reviews': ReviewRow
  }
}

export type { ItemRow, PlanRow, ReviewRow }
