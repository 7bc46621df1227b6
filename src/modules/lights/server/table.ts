import type { Subject } from '../contract/subject.ts'

interface RuleRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  search_text: string
  subject: Subject
  /** Numeric: decimal text. */
  yellow_from: string | null
  red_above: string | null
  red_after_yellows: number | null
  valid_from: string
  valid_until: string | null
  source: string
  confidence: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'lights.rules': RuleRow
  }
}
