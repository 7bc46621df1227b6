import type { ColumnType } from 'kysely'
import type { HolderKind } from '../contract.ts'

interface HoldingRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  enterprise_id: string
  name: string
  kind: HolderKind
  holder_id: string | null
  percent: ColumnType<string, number, number>
  paid_in_yuan: string | null
  held_from: string
  held_until: string | null
  document: string
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'ownership.holdings': HoldingRow
  }
}

export type { HoldingRow }
