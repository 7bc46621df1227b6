interface FileRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  /** The uploader; null when the program made the file itself. */
  account_id: string | null
  subject_kind: string | null
  subject_id: string | null
  sha256: string
  size: number
  media_type: string
  name: string
}

declare module '../tables.ts' {
  interface Tables {
    'files.files': FileRow
  }
}

export type { FileRow }
