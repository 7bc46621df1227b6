import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { saveExternalCases } from '../../cases/server/api.ts'
import type { BadRow, Imported, StateRow } from '../contract/rows.ts'
import { foldEvents, unmappedOf } from '../domain/fold.ts'
import { type RemoteEvent, readStateRow } from '../domain/read-row.ts'
import { openConflicts } from './conflicts.ts'
import { readZone, type Zoned } from './reading.ts'

export interface Given {
  readonly source: string
  readonly rows: readonly { readonly number: number; readonly row: StateRow }[]
  /** Rows that were no rows at all, by their place in the file. */
  readonly broken: readonly BadRow[]
}

const atOnce = 500

/**
 * Takes rows of the provincial platform in: kept as they were told, once each; what is only there becomes an external case, what is here too
 * and different becomes a conflict for a person. Nothing here is overwritten.
 */
export async function takeIn(db: Database, context: RequestContext, given: Given): Promise<Imported> {
  const { rows, broken } = given
  const bad: BadRow[] = [...broken]
  const events: RemoteEvent[] = []
  for (const { number, row } of rows) {
    const read = readStateRow(row)
    if ('projectCode' in read) events.push(read)
    else bad.push({ row: number, text: read })
  }
  const unique = new Map(events.map((event) => [keyOf(event), event]))
  const before = await readZone(db, zoneOf(context).id)
  const known = new Set(before.events.map(keyOf))
  const fresh = [...unique.entries()].flatMap(([key, event]) => (known.has(key) ? [] : [event]))
  const counts = { rows: rows.length + broken.length, added: fresh.length, known: events.length - fresh.length }
  const runId = await insertRun(db, context, { ...counts, source: given.source, bad: bad.length })
  await insertEvents(db, context, { runId, events: fresh })
  const zone: Zoned = { ...before, events: [...before.events, ...fresh] }
  const external = await settleExternal(db, context, zone)
  return {
    ...{ ...counts, runId, external },
    bad: bad.slice(0, 200),
    conflicts: (await openConflicts(db, zoneOf(context).id, zone)).length,
    unmapped: unmappedOf(zone.events, zone.reading).length,
  }
}

/** What is only there becomes, or stays, an external case. */
export async function settleExternal(db: Database, context: RequestContext, zone: Zoned): Promise<number> {
  const here = new Set(zone.local.map(({ projectId, matter }) => `${projectId} ${matter}`))
  const told = foldEvents(zone.events, zone.reading)
  return saveExternalCases(
    db,
    context,
    told.filter(({ projectId, matter }) => !here.has(`${projectId} ${matter}`)),
  )
}

function keyOf({ projectCode, matterCode, instance, stateCode, at }: RemoteEvent): string {
  return JSON.stringify([projectCode, matterCode, instance, stateCode, at])
}

interface RunToKeep {
  readonly source: string
  readonly rows: number
  readonly added: number
  readonly known: number
  readonly bad: number
}

async function insertRun(db: Database, context: RequestContext, run: RunToKeep): Promise<string> {
  const id = newId(context.now)
  const { rows: row_count, ...rest } = run
  await db
    .insertInto('exchange.runs')
    .values({
      ...{ zone_id: zoneOf(context).id, id, created_at: context.now, created_by: actorOf(context) },
      ...{ actor_name: context.caller.name, row_count, ...rest },
    })
    .execute()
  await record(db, context, {
    subjectKind: 'exchange.run',
    subjectId: id,
    action: 'import',
    after: { ...run },
  })
  return id
}

async function insertEvents(
  db: Database,
  context: RequestContext,
  { runId, events }: { readonly runId: string; readonly events: readonly RemoteEvent[] },
): Promise<void> {
  const own = { zone_id: zoneOf(context).id, created_at: context.now, created_by: actorOf(context), run_id: runId }
  for (let i = 0; i < events.length; i += atOnce) {
    await db
      .insertInto('exchange.events')
      .values(
        events.slice(i, i + atOnce).map(({ projectCode, matterCode, instance, stateCode, at, note }) => ({
          ...{ ...own, id: newId(context.now), project_code: projectCode, matter_code: matterCode, instance },
          ...{ state_code: stateCode, happened_at: new Date(at), note },
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
