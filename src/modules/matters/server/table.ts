import type { ColumnType } from 'kysely'

/** Written as text, so that the order of keys stays; read parsed. */
type Json = ColumnType<unknown, string, never>

export interface CatalogueVersionRow {
  id: string
  title: string
  as_of: string
  digest: string
  matter_count: number
  content: Json
  fees: Json
  imported_at: Date
  current: boolean
  origin: 'file' | 'desk'
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'matters.catalogue_versions': CatalogueVersionRow
  }
}
