interface NotificationRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  account_id: string
  key: string
  subject_kind: string
  subject_id: string
  text_zh: string
  text_en: string
  link: string | null
  read_at: Date | null
  urgent: boolean
  via: string
  cause_zh: string | null
  cause_en: string | null
  change_link: string | null
  digest_key: string | null
}

declare module '../tables.ts' {
  interface Tables {
    'jobs.notifications': NotificationRow
  }
}

export type { NotificationRow }
