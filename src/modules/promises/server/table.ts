import type { ColumnType } from 'kysely'
import type { CheckKind, CheckState, IdleCause, PenaltyKind } from '../contract/words.ts'

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

export interface CheckRow extends Standard {
  contract_id: string
  kind: CheckKind
  round: number
  due_on: string
  state: CheckState
  reached: boolean | null
  reached_on: string | null
  checked_on: string | null
  checker_name: string | null
  note: string | null
  objection: string | null
  objected_on: string | null
  decided_on: string | null
  decision: string | null
  rectify_until: string | null
}

export interface MeasureRow {
  zone_id: string
  id: string
  check_id: string
  take: number
  code: string
  created_at: Date
  created_by: string
  sample: boolean
  actual: ColumnType<string, number>
  source: string
  measured_on: string
}

export interface PenaltyRow extends Standard {
  contract_id: string
  check_id: string
  kind: PenaltyKind
  name: string | null
  amount_yuan: string
  arithmetic: string
  capped: boolean
  decided_on: string
  paid_on: string | null
  paid_document: string | null
}

export interface CauseRow extends Standard {
  contract_id: string
  cause: IdleCause
  from_on: string
  until_on: string | null
  document: string
}

export interface ActRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
  contract_id: string
  kind: 'extension' | 'idle' | 'site'
  happened_on: string
  body: ColumnType<unknown, string>
  actor_name: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'promises.checks': CheckRow
    'promises.measures': MeasureRow
    'promises.penalties': PenaltyRow
    'promises.idle_causes': CauseRow
    'promises.acts': ActRow
  }
}
