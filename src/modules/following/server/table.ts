interface ProgressCodeRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  project_id: string
  enterprise_id: string
  code_hash: string
  revoked_at: Date | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'following.progress_codes': ProgressCodeRow
  }
}

export type { ProgressCodeRow }
