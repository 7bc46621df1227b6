import { sql } from 'kysely'
import type { Database } from '../../module.ts'
import { sourceOf } from '../seal/source.ts'
import type { Entry, Log, PublicKey, Tile } from './log.ts'

export async function keysOf(db: Database): Promise<readonly PublicKey[]> {
  const rows = await db
    .selectFrom('journal.signing_keys')
    .select(['id', 'algorithm', 'public_key'])
    .orderBy('id')
    .execute()
  return rows.map(({ id, algorithm, public_key: publicKey }) => ({ id, algorithm, publicKey }))
}

/** A zone's checkpoints, the smallest first. A journal that was never sealed has none. */
export async function logOf(db: Database, zoneId: string, keys: readonly PublicKey[]): Promise<Log> {
  const rows = await db
    .selectFrom('journal.checkpoints')
    .select(['size', 'root', 'statement', 'signature', 'key_id'])
    .where('zone_id', '=', zoneId)
    .orderBy('size')
    .execute()
  const checkpoints = rows.map(({ size, root, statement, signature, key_id: keyId }) => ({
    ...{ size: Number(size), root: root.toString('hex') },
    ...{ statement, signature: signature.toString('base64'), keyId },
  }))
  const algorithm = keys.find(({ id }) => id === checkpoints[0]?.keyId)?.algorithm ?? 'sha256'
  return { zoneId, algorithm, keys, checkpoints }
}

export async function tilesOf(db: Database, zoneId: string): Promise<readonly Tile[]> {
  const rows = await db
    .selectFrom('journal.tiles')
    .select(['level', 'place', 'hashes', 'root'])
    .where('zone_id', '=', zoneId)
    .execute()
  return rows.map((row) => ({ ...row, place: Number(row.place) }))
}

/** Leaves in their order from a place on, each with the event as it is now. */
export async function entriesFrom(
  db: Database,
  { zoneId, from, limit }: { zoneId: string; from: number; limit: number },
): Promise<readonly Entry[]> {
  const { table, columns, own } = sourceOf(zoneId)
  const { rows } = await sql<Entry & { seq: string }>`select l.seq::text as seq, l.id, encode(l.hash, 'hex') as leaf,
      case when e.id is null then null else s.head end as head, case when e.id is null then null else s.body end as body
    from journal.leaves l left join ${table} e on ${own} and e.id = l.id
      left join lateral (select ${columns}) s on true
    where l.zone_id = ${zoneId} and l.seq >= ${from} order by l.seq limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}
