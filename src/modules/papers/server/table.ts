import type { PaperSource } from '../contract.ts'

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

interface HeldRow extends Standard {
  project_id: string
  enterprise_id: string
  ref: string
  name_zh: string
  name_en: string
  file_id: string
  source: PaperSource
  valid_until: string | null
}

interface ReuseRow extends Standard {
  /** Null: an outcome of an earlier matter, which was there by itself. */
  held_id: string | null
  ref: string
  name_zh: string
  used_kind: string
  used_id: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'papers.held': HeldRow
    'papers.reuses': ReuseRow
  }
}
