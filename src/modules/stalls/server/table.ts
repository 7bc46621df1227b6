import type { NotYet } from '../contract/not-yet.ts'

interface StallRow {
  zone_id: string
  id: string
  archived_at: Date | null
  title: string
  project_id: string
  not_yet: NotYet
  ended_on: string | null
}

interface RuleRow {
  zone_id: string
  id: string
  archived_at: Date | null
  not_yet: NotYet
  months_after_reached: number | null
  months_after_planned: number | null
  /** Numeric: decimal text. */
  below_percent: string | null
  valid_from: string
  valid_until: string | null
  source: string
  confidence: string
}

interface DismissalRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  sample: boolean
  project_id: string
  not_yet: NotYet
  since: string
  reason: string
  again_on: string | null
  dismissed_on: string
  actor_name: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'stalls.stalls': StallRow
    'stalls.rules': RuleRow
    'stalls.dismissals': DismissalRow
  }
}
