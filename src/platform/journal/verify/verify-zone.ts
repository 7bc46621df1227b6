import { sql } from 'kysely'
import { inZone } from '../../database.ts'
import type { Database, ZoneRef } from '../../module.ts'
import { type Outside, readOutside } from '../seal/outside.ts'
import { sourceOf } from '../seal/source.ts'
import { readStatement } from '../seal/statement.ts'
import { checkLog } from './check-log.ts'
import type { Finding, Log, OutsideStatement } from './log.ts'
import { entriesFrom, keysOf, logOf, tilesOf } from './read-log.ts'

/** What a verification of one zone's journal has seen. */
export interface Verified {
  readonly zone: string
  /** Sealed events read. */
  readonly events: number
  readonly checkpoints: number
  /** Statements outside of this zone's tables that were compared. */
  readonly outside: number
  /** Events that wait for the sealer, recorded less than `lagMs` ago. */
  readonly waiting: number
  readonly findings: readonly Finding[]
}

const portion = 2_000
/** The sealer comes every second; what has waited longer was kept from it. */
const lagMs = 60_000

export interface Verifying {
  readonly zone: ZoneRef
  /** What the checkpoints of all zones say of one another, read once (`readWitnesses`). */
  readonly witnesses: readonly Witnessed[]
  readonly dataFolder: string | undefined
  readonly now: Date
}

/** Verifies everything there is of a zone's journal: events, tree, checkpoints, and what other places know of it. */
export async function verifyZone(db: Database, verifying: Verifying): Promise<Verified> {
  const { zone, witnesses, dataFolder, now } = verifying
  const keys = await keysOf(db)
  const { log, tiles } = await inZone(db, zone.id, async (zoned) => ({
    log: await logOf(zoned, zone.id, keys),
    tiles: await tilesOf(zoned, zone.id),
  }))
  const check = checkLog(log)
  let events = 0
  while (true) {
    const found = await inZone(db, zone.id, (zoned) =>
      entriesFrom(zoned, { zoneId: zone.id, from: events, limit: portion }),
    )
    for (const entry of found) check.entry(entry)
    const last = found.at(-1)
    if (!last) break
    events = last.seq + 1
  }
  const kept = dataFolder === undefined ? [] : readOutside(dataFolder, zone.code)
  const outside = [...inFile(kept), ...witnesses.filter(({ zoneId }) => zoneId === zone.id)]
  const open = await inZone(db, zone.id, (zoned) => unsealed(zoned, zone.id, new Date(now.getTime() - lagMs)))
  const findings = [...check.end({ tiles, outside }), ...open.late.map(lateFinding)]
  return { zone: zone.code, events, ...count(log), outside: outside.length, waiting: open.waiting, findings }
}

function count({ checkpoints }: Log): { checkpoints: number } {
  return { checkpoints: checkpoints.length }
}

function inFile(kept: readonly Outside[]): OutsideStatement[] {
  return kept.flatMap(({ statement }) => {
    const stated = readStatement(statement)
    return stated ? [{ where: 'the file of checkpoints', size: stated.size, root: stated.root }] : []
  })
}

/** A statement about the zone of this id that another zone's checkpoint holds. */
export interface Witnessed extends OutsideStatement {
  readonly zoneId: string
}

/** What the checkpoints of these zones say of other zones: each zone's log is read once, however many are verified. */
export async function readWitnesses(db: Database, zones: readonly ZoneRef[]): Promise<Witnessed[]> {
  const found: Witnessed[] = []
  for (const zone of zones) {
    const { checkpoints } = await inZone(db, zone.id, (zoned) => logOf(zoned, zone.id, []))
    for (const { statement, size } of checkpoints) {
      const witness = readStatement(statement)?.witness
      if (!witness || witness.zoneId === zone.id) continue
      const where = `the checkpoint of ${zone.code} at ${size}`
      found.push({ zoneId: witness.zoneId, where, size: witness.size, root: witness.root })
    }
  }
  return found
}

async function unsealed(db: Database, zoneId: string, before: Date) {
  const { table, own, recordedAt } = sourceOf(zoneId)
  const { rows } = await sql<{ id: string; late: boolean }>`select e.id, ${recordedAt} < ${before} as late
    from ${table} e where ${own}
      and not exists (select from journal.leaves l where l.zone_id = ${zoneId} and l.id = e.id) order by e.id limit 1000`.execute(
    db,
  )
  return { late: rows.filter(({ late }) => late).map(({ id }) => id), waiting: rows.filter(({ late }) => !late).length }
}

function lateFinding(eventId: string): Finding {
  const what = `the event ${eventId} was never sealed: it was added behind the sealer, or the sealer does not run`
  return { kind: 'unsealed', seq: null, eventId, what }
}
