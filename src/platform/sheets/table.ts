import type { ColumnType } from 'kysely'
import type { Label } from '../../kernel/label.ts'
import type { ExportFormat, ExportState } from '../../kernel/sheet-export.ts'
import type { ImportState } from '../../kernel/sheet-view.ts'
import type { StateCounts } from './compared.ts'
import type { Head } from './head.ts'

/** Written as JSON text, read as what it says. */
type Json<T> = ColumnType<T, string, string>

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

interface ImportRow extends Standard {
  account_id: string | null
  kind: string
  file_name: string
  sha256: string
  /** As it was sent; null once it was tidied away. */
  content: Buffer | null
  head: ColumnType<Head | null, string | null, string | null>
  state: ImportState
  row_count: number
  /** The next chunk of the present stage. */
  chunk: number
  chunks: number
  counts: Json<StateCounts>
  sample: boolean
  problem: ColumnType<Label | null, string | null, string | null>
  finished_at: Date | null
}

interface ChunkRow extends Standard {
  import_id: string
  place: number
  last_row: number
  counts: Json<StateCounts>
  /** JSON: rows as they were read, then compared. */
  rows: string
}

interface ExportRow extends Standard {
  account_id: string | null
  kind: string
  format: ExportFormat
  file_name: string
  /** Filters, order, columns and language as they were asked for. */
  input: Json<Readonly<Record<string, unknown>>>
  state: ExportState
  row_count: number
  rows_done: number
  /** Of the next piece. */
  place: number
  /** Where the list goes on. */
  after: string | null
  checksum: string
  unpacked: string
  bytes: string
  problem: ColumnType<Label | null, string | null, string | null>
  finished_at: Date | null
}

interface PieceRow extends Standard {
  export_id: string
  place: number
  content: Buffer
}

declare module '../tables.ts' {
  interface Tables {
    'sheets.imports': ImportRow
    'sheets.chunks': ChunkRow
    'sheets.exports': ExportRow
    'sheets.export_pieces': PieceRow
  }
}

export type { ExportRow as ExportTableRow, ImportRow as ImportTableRow }
