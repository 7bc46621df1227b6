import { type RawBuilder, sql } from 'kysely'
import { notFound } from '../access/caller.ts'
import { zoneDirectory } from '../access/zones.ts'
import { inZone } from '../database.ts'
import { newId } from '../ids.ts'
import { type Acting, actorOf, record, zoneOf } from '../journal/record.ts'
import { wakeWorker } from '../live/announce.ts'
import type { Database, ModuleDefinition } from '../module.ts'
import { closeMarker, readMarker } from './restored.ts'
import type {} from './table.ts'

/** What leaves the program: every send but those within it. */
const toOutside = sql.raw(`(kind like 'send.%' and kind <> 'send.app')`)

/** For the worker's claim: false for a message to the outside while the zone's are held. */
export function notHeld(zoneId: string): RawBuilder<boolean> {
  return sql<boolean>`(not ${toOutside} or not exists (select from jobs.holds where zone_id = ${zoneId} and released_at is null))`
}

/** The first opening after a restore: in every zone the messages to the outside wait from now on. */
export async function holdAfterRestore(
  db: Database,
  { modules, dataFolder, now }: { modules: readonly ModuleDefinition[]; dataFolder: string; now: Date },
): Promise<void> {
  const marker = readMarker(dataFolder)
  if (!marker) return
  const zones = await zoneDirectory(modules).list(db)
  for (const { id } of zones) {
    const stamps = { created_at: now, created_by: 'system', updated_at: now, updated_by: 'system', archived_at: null }
    const told = { restored_at: new Date(marker.at), restored_to: new Date(marker.to), backup: marker.backup }
    await inZone(db, id, (zoned) =>
      zoned
        .insertInto('jobs.holds')
        .values({ zone_id: id, id: newId(now), version: 1, ...stamps, ...told, released_at: null })
        .onConflict((conflict) => conflict.column('zone_id').where('released_at', 'is', null).doNothing())
        .execute(),
    )
  }
  closeMarker(dataFolder)
}

export interface Held {
  readonly restoredAt: string
  readonly restoredTo: string
  /** Messages that wait: put out before the restored moment, or since. */
  readonly older: number
  readonly newer: number
}

/** What is held in a zone; null when nothing is. Needs the zone's context. */
export async function findHeld(db: Database, zoneId: string): Promise<Held | null> {
  const { rows } = await sql<{ restored_at: Date; restored_to: Date; older: number; newer: number }>`
    select h.restored_at, h.restored_to,
      count(o.id) filter (where o.created_at <= h.restored_to)::int as older,
      count(o.id) filter (where o.created_at > h.restored_to)::int as newer
    from jobs.holds h left join jobs.outbox o on o.zone_id = ${zoneId} and ${toOutside}
      and o.done_at is null and o.dead_at is null and o.archived_at is null
    where h.zone_id = ${zoneId} and h.released_at is null group by h.zone_id, h.id`.execute(db)
  const [row] = rows
  if (!row) return null
  const { restored_at, restored_to, older, newer } = row
  return { restoredAt: restored_at.toISOString(), restoredTo: restored_to.toISOString(), older, newer }
}

/** Lets the zone's messages go, or gives those up that wait: never one by itself, since nobody knows of one whether it was sent. */
export async function releaseHeld(
  db: Database,
  acting: Acting,
  { waiting }: { readonly waiting: 'send' | 'discard' },
): Promise<{ discarded: number }> {
  const zoneId = zoneOf(acting).id
  const { now } = acting
  const by = actorOf(acting)
  const hold = await db
    .updateTable('jobs.holds')
    .set((eb) => ({ released_at: now, updated_at: now, updated_by: by, version: eb('version', '+', 1) }))
    .where('zone_id', '=', zoneId)
    .where('released_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  // Somebody else was faster: the messages are on their way, or gone.
  if (!hold) throw notFound()
  let discarded = 0
  if (waiting === 'discard') {
    const { rows } = await sql`update jobs.outbox set archived_at = ${now}, updated_at = ${now}, updated_by = ${by},
      version = version + 1 where zone_id = ${zoneId} and ${toOutside} and done_at is null and dead_at is null
      and archived_at is null returning id`.execute(db)
    discarded = rows.length
  }
  const after = { waiting, discarded }
  await record(db, acting, { subjectKind: 'backups.hold', subjectId: hold.id, action: 'release', after })
  wakeWorker(db, zoneId)
  return { discarded }
}
