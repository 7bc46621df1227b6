import type { ColumnType } from 'kysely'

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

export interface ViewRow extends Standard {
  kind: string
  name: string
  search: string
  account_id: string | null
  department_id: string | null
  role: string | null
  first: boolean
}

/** Of one record in a bulk act: its version after it, and the values before it. */
export interface BulkRow {
  readonly id: string
  readonly version: number
  readonly before: Readonly<Record<string, unknown>>
}

export interface BulkActRow extends Standard {
  kind: string
  act: 'set' | 'archive' | 'restore'
  account_id: string | null
  /** JSON. */
  rows: ColumnType<readonly BulkRow[], string, never>
  undone_at: Date | null
}

export interface CommentRow extends Standard {
  kind: string
  record_id: string
  account_id: string
  text: string
  mentions: string[]
}

export interface LinkRow extends Standard {
  relation: string
  from_kind: string
  from_id: string
  to_kind: string
  to_id: string
}

declare module '../tables.ts' {
  interface Tables {
    'records.views': ViewRow
    'records.bulk_acts': BulkActRow
    'records.comments': CommentRow
    'records.links': LinkRow
  }
}
