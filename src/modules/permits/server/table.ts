interface BaselineRow {
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
  source: string
  measure: string
  days: string
  projects: number
  from_on: string
  to_on: string
  valid_from: string
  note: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'permits.baselines': BaselineRow
  }
}

export type { BaselineRow }
