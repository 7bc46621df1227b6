import type { ColumnType } from 'kysely'

/** Written as text, read parsed; never updated. */
type Json = ColumnType<Readonly<Record<string, unknown>> | null, string | null, never>
type Kept<T> = ColumnType<T, T, never>

interface EventRow {
  zone_id: Kept<string>
  id: Kept<string>
  created_at: Kept<Date>
  created_by: Kept<string>
  happened_at: Kept<Date>
  actor_id: Kept<string | null>
  actor_name: Kept<string>
  request_id: Kept<string>
  subject_kind: Kept<string>
  subject_id: Kept<string>
  action: Kept<string>
  before: Json
  after: Json
  note: Kept<string | null>
  thread_id: Kept<string | null>
}

interface PersonKeyRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  /** 32 bytes; null once the person is erased. */
  key: Buffer | null
}

declare module '../tables.ts' {
  interface Tables {
    'journal.events': EventRow
    'journal.person_keys': PersonKeyRow
  }
}

export type { EventRow }
