import type { Rate } from '../contract/rate.ts'

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

interface RuleRow extends Standard {
  search_text: string
  rate: Rate
  base_on: string
  window_months: number | null
  leave_out_withdrawn: boolean
  valid_from: string
  valid_until: string | null
  source: string
  confidence: string
}

interface OutputRow extends Standard {
  year: number
  project_id: string
  planned_yuan: string
  real_yuan: string
  source: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'rates.rules': RuleRow
    'rates.outputs': OutputRow
  }
}
