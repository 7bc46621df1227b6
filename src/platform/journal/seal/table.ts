import type { ColumnType } from 'kysely'

type Kept<T> = ColumnType<T, T, never>
/** `bigint`: read as text. */
type Count = ColumnType<string, number, never>

interface Made {
  zone_id: Kept<string>
  id: Kept<string>
  created_at: Kept<Date>
  created_by: Kept<string>
}

interface LeafRow extends Made {
  seq: Count
  hash: Kept<Buffer>
}

interface TileRow extends Made {
  level: Kept<number>
  place: Count
  hashes: Kept<Buffer>
  root: Kept<Buffer>
}

interface CheckpointRow extends Made {
  size: Count
  root: Kept<Buffer>
  edge: Kept<Buffer>
  /** A transaction's number as text; null when the sealer has found its events by looking for what has no leaf. */
  through_tx: Kept<string | null>
  through_id: Kept<string | null>
  statement: Kept<string>
  signature: Kept<Buffer>
  key_id: Kept<string>
}

interface SigningKeyRow {
  id: Kept<string>
  algorithm: Kept<'sha256' | 'sm3'>
  public_key: Kept<string>
  created_at: Kept<Date>
}

declare module '../../tables.ts' {
  interface Tables {
    'journal.leaves': LeafRow
    'journal.tiles': TileRow
    'journal.checkpoints': CheckpointRow
    'journal.signing_keys': SigningKeyRow
  }
}

export type { CheckpointRow, SigningKeyRow }
