import type { ColumnType } from 'kysely'
import type { CreditCause, CreditGrade, RepairState } from '../contract/causes.ts'

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

interface Ruled extends Standard {
  search_text: string
  valid_from: string
  valid_until: string | null
  source: string
  confidence: string
}

interface PointRuleRow extends Ruled {
  cause: CreditCause
  points: number
  months: number | null
  repair_after_days: number | null
  repair_leaves_months: number | null
}

interface GradeRuleRow extends Ruled {
  grade: CreditGrade
  min_points: number
  may_commit: boolean
  max_open_commitments: number
  tolerance_allowed: boolean
  sample_percent: ColumnType<string, number | string>
}

/** Only added to. */
type Kept<T> = ColumnType<T, T, never>

interface EntryRow {
  zone_id: Kept<string>
  id: Kept<string>
  created_at: Kept<Date>
  created_by: Kept<string>
  sample: Kept<boolean>
  enterprise_id: Kept<string>
  cause: Kept<CreditCause>
  points: Kept<number>
  happened_on: Kept<string>
  expires_on: Kept<string | null>
  repair_after_days: Kept<number | null>
  repair_leaves_months: Kept<number | null>
  subject_kind: Kept<string>
  subject_id: Kept<string>
  /** What makes it the only one of its cause: the thing that happened. */
  origin: Kept<string>
  document: Kept<string | null>
  note: Kept<string | null>
  source: Kept<string>
  confidence: Kept<string>
}

interface RepairRow extends Standard {
  entry_id: string
  enterprise_id: string
  state: RepairState
  reason: string
  file_id: string | null
  applied_on: string
  decided_on: string | null
  decision: string | null
  counts_until: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'credit.point_rules': PointRuleRow
    'credit.grade_rules': GradeRuleRow
    'credit.entries': EntryRow
    'credit.repairs': RepairRow
  }
}

export type { EntryRow, RepairRow }
