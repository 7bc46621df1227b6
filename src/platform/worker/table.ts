import type { ColumnType } from 'kysely'

/** Written as JSON text, read parsed. */
type Json = ColumnType<unknown, string, string>

/** What timers and outbox have in common: one try after another until it is done or dead. */
interface JobRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  kind: string
  key: string
  subject_kind: string
  subject_id: string
  payload: Json
  due_at: Date
  next_at: Date
  attempts: number
  error: string | null
  done_at: Date | null
  dead_at: Date | null
}

interface OutboxRow extends JobRow {
  turn: number
}

declare module '../tables.ts' {
  interface Tables {
    'jobs.timers': JobRow
    'jobs.outbox': OutboxRow
  }
}

export type { JobRow }
