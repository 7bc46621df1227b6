import type { ColumnType } from 'kysely'
import type { Standing, YieldGrade, YieldGroup } from '../contract/measures.ts'
import type { ObjectionState, RoundState } from '../contract.ts'

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

/** Written as text, read as it was parsed by the driver. */
type Json = ColumnType<unknown, string, string>
type Numeric = ColumnType<string | null, number | null, number | null>

interface RoundRow extends Standard {
  year: number
  sheet_code: string
  sheet: Json
  state: RoundState
  averages: ColumnType<unknown, string | null, string | null>
  published_on: string | null
  object_until: string | null
  final_on: string | null
}

interface ResultRow extends Standard {
  round_id: string
  enterprise_id: string
  edition: number
  standing: Standing
  class_group: YieldGroup | null
  mu: Numeric
  parts: Json
  score: Numeric
  rank: number | null
  grade: YieldGrade | null
  missing: string[]
  into_id: string | null
  reason: string | null
}

interface ObjectionRow extends Standard {
  round_id: string
  enterprise_id: string
  state: ObjectionState
  reason: string
  raised_on: string
  decided_on: string | null
  decision: string | null
}

interface Yearly extends Standard {
  search_text: string
  enterprise_id: string
  from_year: number
  until_year: number | null
  document: string | null
}

interface ExemptionRow extends Yearly {
  reason: string
}

interface MergerRow extends Yearly {
  into_id: string
}

interface SplitRow extends Yearly {
  item: string
  share_percent: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'yields.rounds': RoundRow
    'yields.results': ResultRow
    'yields.objections': ObjectionRow
    'yields.exemptions': ExemptionRow
    'yields.mergers': MergerRow
    'yields.splits': SplitRow
  }
}

export type { ObjectionRow, ResultRow, RoundRow }
