import { sql } from 'kysely'
import type { Hash } from '../../../kernel/merkle/hash.ts'
import { append, emptyEdge, rootOf } from '../../../kernel/merkle/range.ts'
import { newId } from '../../ids.ts'
import type { Database } from '../../module.ts'

export const tileWidth = 256
export const hashBytes = 32

export function rootOver(hash: Hash, nodes: readonly Uint8Array[]): Uint8Array {
  return rootOf(
    hash,
    nodes.reduce((edge, node) => append(hash, edge, node), emptyEdge),
  )
}

export function hashesIn(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / hashBytes }, (_, i) => bytes.subarray(i * hashBytes, (i + 1) * hashBytes))
}

interface Grown {
  readonly zoneId: string
  readonly hash: Hash
  readonly now: Date
  /** Leaves before and after. */
  readonly from: number
  readonly to: number
}

/** Stores the tiles that have become complete. */
export async function storeTiles(db: Database, grown: Grown): Promise<void> {
  let [from, to] = [grown.from, grown.to]
  for (let level = 0; Math.floor(to / tileWidth) > 0; level++) {
    const first = Math.floor(from / tileWidth)
    const after = Math.floor(to / tileWidth)
    for (let place = first; place < after; place++) await storeTile(db, grown, { level, place })
    ;[from, to] = [first, after]
  }
}

async function storeTile(db: Database, { zoneId, hash, now }: Grown, at: { level: number; place: number }) {
  const nodes = await nodesOf(db, { zoneId, level: at.level, from: at.place * tileWidth, count: tileWidth })
  await db
    .insertInto('journal.tiles')
    .values({
      zone_id: zoneId,
      id: newId(now),
      created_at: now,
      created_by: 'system',
      ...at,
      hashes: Buffer.concat(nodes),
      root: Buffer.from(rootOver(hash, nodes)),
    })
    .execute()
}

interface Nodes {
  readonly zoneId: string
  /** Of level 0 leaves, of level n roots of complete tiles of level n - 1. */
  readonly level: number
  readonly from: number
  readonly count: number
}

/** Neighbouring nodes of one level, all of which exist. */
export async function nodesOf(db: Database, { zoneId, level, from, count }: Nodes): Promise<readonly Buffer[]> {
  const query =
    level === 0
      ? sql<{ node: Buffer }>`select hash as node from journal.leaves where zone_id = ${zoneId}
          and seq >= ${from} and seq < ${from + count} order by seq`
      : sql<{ node: Buffer }>`select root as node from journal.tiles where zone_id = ${zoneId} and level = ${level - 1}
          and place >= ${from} and place < ${from + count} order by place`
  const { rows } = await query.execute(db)
  if (rows.length !== count) throw new Error(`the journal's tree lacks nodes of level ${level} from ${from}`)
  return rows.map(({ node }) => node)
}
