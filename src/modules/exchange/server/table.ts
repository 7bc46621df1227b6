import type { ColumnType } from 'kysely'
import type { CodeKind, Invalid, TableName } from '../contract/rows.ts'

/** Of a table that is only added to. */
type Kept<T> = ColumnType<T, T, never>

interface Added {
  zone_id: Kept<string>
  id: Kept<string>
  created_at: Kept<Date>
  created_by: Kept<string>
}

interface RunRow extends Added {
  actor_name: Kept<string>
  source: Kept<string>
  row_count: Kept<number>
  added: Kept<number>
  known: Kept<number>
  bad: Kept<number>
}

interface EventRow extends Added {
  run_id: Kept<string>
  project_code: Kept<string>
  matter_code: Kept<string>
  instance: Kept<string>
  state_code: Kept<string>
  happened_at: Kept<Date>
  note: Kept<string | null>
}

interface CodeRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  kind: CodeKind
  code: string
  target: string
}

interface RulingRow extends Added {
  actor_name: Kept<string>
  case_id: Kept<string>
  ours: Kept<string>
  theirs: Kept<string>
  keep: Kept<'ours' | 'theirs'>
  reason: Kept<string>
}

interface ExportRow extends Added {
  actor_name: Kept<string>
  since: Kept<Date | null>
  file_name: Kept<string>
  row_count: Kept<number>
  tables: ColumnType<readonly { readonly name: TableName; readonly rows: number }[], string, never>
  invalid: ColumnType<readonly Invalid[], string, never>
  sha256: Kept<string>
  size: Kept<number>
  content: Kept<Buffer>
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'exchange.runs': RunRow
    'exchange.events': EventRow
    'exchange.codes': CodeRow
    'exchange.rulings': RulingRow
    'exchange.exports': ExportRow
  }
}

export type { ExportRow }
