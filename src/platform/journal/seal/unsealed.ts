import { sql } from 'kysely'
import type { Database } from '../../module.ts'
import type { SealedText } from './line.ts'
import { sourceOf } from './source.ts'

/** An event that has no leaf yet. */
export interface Unsealed extends SealedText {
  readonly id: string
  readonly tx: string | null
}

export interface ReadThrough {
  readonly tx: string
  readonly id: string
}

/**
 * Events of transactions that began after the one read last and before every transaction that is still open: nothing older can appear
 * any more. One index scan, whatever the journal's length.
 */
export async function unsealedAfter(
  db: Database,
  { zoneId, after, limit }: { zoneId: string; after: ReadThrough; limit: number },
): Promise<readonly Unsealed[]> {
  const { table, columns, own } = sourceOf(zoneId)
  const { rows } = await sql<Unsealed>`select e.id, e.tx::text as tx, ${columns} from ${table} e
    where ${own} and (e.tx, e.id) > (${after.tx}::text::xid8, ${after.id}::uuid)
      and e.tx < pg_snapshot_xmin(pg_current_snapshot()) order by e.tx, e.id limit ${limit}`.execute(db)
  return rows
}

/** Every event without a leaf, by looking at them all: at the first sealing, after a start and now and then. */
export async function allUnsealed(
  db: Database,
  { zoneId, limit }: { zoneId: string; limit: number },
): Promise<readonly Unsealed[]> {
  const { table, columns, own } = sourceOf(zoneId)
  const { rows } = await sql<Unsealed>`select e.id, e.tx::text as tx, ${columns} from ${table} e
    where ${own} and not exists (select from journal.leaves l where l.zone_id = ${zoneId} and l.id = e.id)
      and (e.tx is null or e.tx < pg_snapshot_xmin(pg_current_snapshot())) order by e.tx nulls first, e.id
    limit ${limit}`.execute(db)
  return rows
}

/**
 * Whether transaction numbers have begun again since `after`: the database was brought in from another server. What is written now then
 * looks older than what was read, and only `allUnsealed` finds it.
 */
export async function numbersBeganAgain(db: Database, after: ReadThrough): Promise<boolean> {
  const { rows } = await sql<{
    again: boolean
  }>`select pg_snapshot_xmax(pg_current_snapshot()) <= ${after.tx}::text::xid8
    as again`.execute(db)
  return rows[0]?.again ?? false
}
