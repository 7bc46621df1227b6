import type { ColumnType } from 'kysely'
import type { AnnualItem, AnnualSource } from '../contract/items.ts'

interface ValueRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  search_text: string
  item: AnnualItem
  enterprise_id: string
  year: number
  value: ColumnType<string, number | string>
  source: AnnualSource
  basis: string | null
  confidence: 'V' | 'P' | 'M' | 'E'
  note: string | null
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'annuals.values': ValueRow
  }
}

export type { ValueRow }
