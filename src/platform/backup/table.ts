interface HoldRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  restored_at: Date
  restored_to: Date
  backup: string
  /** Null while messages to the outside wait. */
  released_at: Date | null
}

declare module '../tables.ts' {
  interface Tables {
    'jobs.holds': HoldRow
  }
}

export type { HoldRow }
