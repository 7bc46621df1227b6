import type { ColumnType } from 'kysely'

interface ActRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  key: string
  /** Written as JSON text, read as what it says. */
  answer: ColumnType<unknown, string, never>
}

declare module '../tables.ts' {
  interface Tables {
    'demo.acts': ActRow
  }
}

export type { ActRow }
