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

interface FeedRow extends Standard {
  account_id: string
  project_id: string | null
  token_hash: string
  read_at: Date | null
}

interface EntryRow extends Standard {
  /** `project:<id>`, `orders`: what is computed anew together. */
  part: string
  key: string
  on_day: string
  text_zh: string
  text_en: string
  link: string
  project_id: string | null
  case_handler_id: string | null
  /** Person or department of an order. */
  to_id: string | null
  issuer_id: string | null
  /** Not for enterprises. */
  internal: boolean
  sequence: number
  cancelled_at: Date | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'calendars.feeds': FeedRow
    'calendars.entries': EntryRow
  }
}

export type { EntryRow, FeedRow }
