import type { ColumnType } from 'kysely'
import type { ClockEntry, ClockUnit } from '../../../kernel/clock.ts'
import type { ClockKind } from '../contract/clock.ts'
import type { CasePaper, PaperStatus } from '../contract/paper.ts'
import type { RuleName } from '../contract/rules.ts'
import type { CaseState } from '../contract/state.ts'
import type { Action, Review } from '../domain/facts.ts'

/** What every zoned table carries. */
interface Standard {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
}

interface CaseRow extends Standard {
  sample: boolean
  project_id: string
  enterprise_id: string
  catalogue_version_id: string
  matter: string
  matter_name_zh: string
  matter_name_en: string
  department: string
  statutory_days: number
  statutory_unit: ClockUnit
  promised_days: number
  promised_unit: ClockUnit
  state: CaseState
  open: boolean
  handler_id: string | null
  handler_name: string | null
  received_on: string
  corrected_on: string | null
  accepted_on: string | null
  deemed_accepted_on: string | null
  decided_on: string | null
  issued_on: string | null
  last_on: string
  office_id: string | null
  office_name: string | null
  extended_on: string | null
  reminded_on: string | null
  review: ColumnType<Review | null, string | null, string | null>
  asking: string[]
  bundle_id: string | null
}

interface BundleRow extends Standard {
  sample: boolean
  project_id: string
  enterprise_id: string
  through: 'department' | 'window'
  received_on: string
}

interface PaperRow extends Standard {
  case_id: string
  ordinal: number
  ref: string
  name_zh: string
  name_en: string
  owner: CasePaper['owner']
  treatment: CasePaper['treatment']
  supply_by: string | null
  pre_review: boolean
  status: PaperStatus
  file_id: string | null
  note: string | null
}

/** Of a table that is only added to. */
type Kept<T> = ColumnType<T, T, never>

interface Added {
  zone_id: Kept<string>
  id: Kept<string>
  created_at: Kept<Date>
  created_by: Kept<string>
  case_id: Kept<string>
  ordinal: Kept<number>
}

interface ClockEntryRow extends Added {
  clock: Kept<ClockKind>
  ref: Kept<string>
  kind: Kept<ClockEntry['kind']>
  on_day: Kept<string>
  budget_days: Kept<number | null>
  budget_unit: Kept<ClockUnit | null>
  days: Kept<number | null>
  reason: Kept<string | null>
  paper: Kept<string | null>
}

/** What an action has beside its columns. */
type ActionDetail = Omit<Action, 'verb' | 'on' | 'actor' | 'reason'>

interface ActionRow extends Added {
  verb: Kept<Action['verb']>
  from_state: Kept<CaseState | null>
  to_state: Kept<CaseState>
  happened_on: Kept<string>
  actor_id: Kept<string | null>
  actor_name: Kept<string>
  reason: Kept<string | null>
  detail: ColumnType<ActionDetail, string, never>
}

interface StageLeadRow extends Standard {
  sample: boolean
  search_text: string
  stage: string
  department_id: string
  valid_from: string
  valid_until: string | null
  source: string
}

interface StageReviewRow extends Standard {
  sample: boolean
  project_id: string
  enterprise_id: string
  stage: string
  stage_name_zh: string
  stage_name_en: string
  lead_id: string
  lead_name: string
  case_ids: string[]
  review: ColumnType<Review, string, string>
  closed_on: string | null
}

interface RuleRow extends Standard {
  sample: boolean
  search_text: string
  rule: RuleName
  value: string
  source: string
  valid_from: string
  valid_until: string | null
}

interface ExternalCaseRow extends Standard {
  project_id: string
  matter: string
  instance: string
  state: CaseState
  received_on: string
  decided_on: string | null
  told_at: Date
}

interface ReminderRow {
  zone_id: Kept<string>
  id: Kept<string>
  created_at: Kept<Date>
  created_by: Kept<string>
  case_id: Kept<string>
  key: Kept<string>
  due_on: Kept<string>
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'cases.cases': CaseRow
    'cases.bundles': BundleRow
    'cases.papers': PaperRow
    'cases.clock_entries': ClockEntryRow
    'cases.actions': ActionRow
    'cases.reminders': ReminderRow
    'cases.rules': RuleRow
    'cases.stage_leads': StageLeadRow
    'cases.stage_reviews': StageReviewRow
    'cases.external_cases': ExternalCaseRow
  }
}

export type { ActionDetail, ActionRow, BundleRow, CaseRow, ClockEntryRow, PaperRow, StageReviewRow }
