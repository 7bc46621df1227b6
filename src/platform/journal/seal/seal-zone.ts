import { sql } from 'kysely'
import { append, type Edge, emptyEdge, rootOf } from '../../../kernel/merkle/range.ts'
import { inZone } from '../../database.ts'
import { newId } from '../../ids.ts'
import type { Database, ZoneRef } from '../../module.ts'
import { edgeOf, latestCheckpoint, readThrough } from './checkpoints.ts'
import { leafOf } from './line.ts'
import { statementText, type Witness } from './statement.ts'
import { type Algorithm, hashOf, type Signer } from './suite.ts'
import { storeTiles } from './tiles.ts'
import { allUnsealed, numbersBeganAgain, type Unsealed, unsealedAfter } from './unsealed.ts'

export interface Sealing {
  readonly zone: ZoneRef
  readonly signer: Signer
  readonly now: Date
  /** The newest checkpoint of another zone; asked only when there is something to seal. */
  readonly witness: () => Promise<Witness | null>
  /** Looks at every event instead of only those of newer transactions. */
  readonly thorough: boolean
  /** At most so many events. */
  readonly limit?: number
}

export interface Sealed {
  readonly size: number
  readonly added: number
  readonly statement: string
  readonly signature: Buffer
  readonly keyId: string
}

const batch = 4_000

/**
 * Gives the zone's new events their place in the order, grows the tree and signs its new root, in one transaction. Null when there was
 * nothing to seal, or another node is just sealing this zone. Nobody who writes events ever waits for it.
 */
export async function sealZone(db: Database, sealing: Sealing): Promise<Sealed | null> {
  const { zone, thorough, limit = batch } = sealing
  return inZone(db, zone.id, async (zoned) => {
    if (!(await lock(zoned, zone.id))) return null
    const last = await latestCheckpoint(zoned, zone.id)
    const after = last ? readThrough(last) : null
    const found =
      after === null || thorough || (await numbersBeganAgain(zoned, after))
        ? await allUnsealed(zoned, { zoneId: zone.id, limit })
        : await unsealedAfter(zoned, { zoneId: zone.id, after, limit })
    if (found.length === 0) return null
    const through = throughOf(found, after)
    const algorithm = last ? await algorithmOf(zoned, last.key_id) : sealing.signer.algorithm
    return grow(zoned, sealing, { edge: last ? edgeOf(last) : emptyEdge, found, through, algorithm })
  })
}

/** Held to the end of the transaction; who does not get it does something else. */
async function lock(db: Database, zoneId: string): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(
    ${`journal.seal ${zoneId}`}, 0)) as mine`.execute(db)
  return rows[0]?.mine ?? false
}

type Through = { readonly tx: string; readonly id: string } | null

/** How far has been read: never back. What was found by looking at everything may be older than what was read before. */
function throughOf(found: readonly Unsealed[], before: Through): Through {
  const last = found.at(-1)
  if (!last || last.tx === null) return before
  const after = { tx: last.tx, id: last.id }
  if (before === null) return after
  const [a, b] = [BigInt(after.tx), BigInt(before.tx)]
  return a > b || (a === b && after.id > before.id) ? after : before
}

/** A journal keeps the hash that it was begun with. */
async function algorithmOf(db: Database, keyId: string): Promise<Algorithm> {
  const key = await db
    .selectFrom('journal.signing_keys')
    .select('algorithm')
    .where('id', '=', keyId)
    .executeTakeFirstOrThrow()
  return key.algorithm
}

interface Growth {
  readonly edge: Edge
  readonly found: readonly Unsealed[]
  readonly through: Through
  readonly algorithm: Algorithm
}

async function grow(db: Database, { zone, signer, now, witness }: Sealing, growth: Growth): Promise<Sealed> {
  const { edge: before, found, through, algorithm } = growth
  const hash = hashOf(algorithm)
  const leaves = found.map((event) => Buffer.from(leafOf(hash, event)))
  const edge = leaves.reduce((grown, leaf) => append(hash, grown, leaf), before)
  const root = Buffer.from(rootOf(hash, edge))
  await sql`insert into journal.leaves (zone_id, id, created_at, created_by, seq, hash)
    select ${zone.id}, new.id, ${now}, 'system', ${before.size} + new.place - 1, new.hash
    from unnest(${found.map(({ id }) => id)}::uuid[], ${leaves}::bytea[]) with ordinality as new (id, hash, place)`.execute(
    db,
  )
  await storeTiles(db, { zoneId: zone.id, hash, now, from: before.size, to: edge.size })
  const stated = { zoneId: zone.id, zoneCode: zone.code, size: edge.size, root: root.toString('hex') }
  const statement = statementText({ ...stated, algorithm, at: now.toISOString(), witness: await witness() })
  const signature = signer.sign(statement)
  await db
    .insertInto('journal.checkpoints')
    .values({
      ...{ zone_id: zone.id, id: newId(now), created_at: now, created_by: 'system' },
      ...{ size: edge.size, root, edge: Buffer.concat(edge.roots) },
      ...{ through_tx: through?.tx ?? null, through_id: through?.id ?? null },
      ...{ statement, signature, key_id: signer.keyId },
    })
    .execute()
  return { size: edge.size, added: found.length, statement, signature, keyId: signer.keyId }
}
