import type { InputOf } from '../../../kernel/endpoint.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { attachFiles } from '../../../platform/files/store.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { listBuildings } from '../../space/server/api.ts'
import { fault } from '../contract/fault.ts'
import type { reportFault } from '../contract.ts'
import { holdersOf, unitsFor } from './places.ts'
import type { Stored } from './store.ts'
import { setWatch, tell } from './tell.ts'

/** Something is broken: by an enterprise where it is lessee, by the zone's people anywhere. */
export async function report(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof reportFault>,
): Promise<Stored> {
  const enterpriseId = await userOf(db, context, input)
  const { now } = context
  const by = actorOf(context)
  const row = await db
    .insertInto('upkeep.faults')
    .values({
      ...{
        zone_id: zoneOf(context).id,
        id: newId(now),
        version: 1,
        archived_at: null,
        sample: context.sample ?? false,
      },
      ...{ created_at: now, created_by: by, updated_at: now, updated_by: by, title: input.title, place: input.place },
      ...{ search_text: [input.title, input.place ?? ''].join(' '), building_id: input.building, unit_id: input.unit },
      ...{ kind: input.kind, urgency: input.urgency, state: 'reported', enterprise_id: enterpriseId, handler: null },
      ...{ outcome: null, cost_yuan: null, payer: null, grade: null },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await attachFiles(db, context, { ids: input.files, subject: { subjectKind: fault.name, subjectId: row.id } })
  await record(db, context, {
    ...{ subjectKind: fault.name, subjectId: row.id, action: 'report' },
    ...(enterpriseId !== null && { threadId: enterpriseId }),
    after: { title: row.title, unit: row.unit_id, kind: row.kind, urgency: row.urgency },
  })
  const stored = { row, acts: [] }
  await tell(db, context, { row, verb: 'report', words: input.place })
  await setWatch(db, context, stored)
  return stored
}

/** The enterprise that uses the place; 404 for a place that is not there for the caller. */
async function userOf(
  db: Database,
  context: RequestContext,
  { building, unit }: InputOf<typeof reportFault>,
): Promise<string | null> {
  const { caller } = context
  const units = await unitsFor(db, context)
  if (unit !== null && !units.some(({ id, building: own }) => id === unit && own.id === building)) throw notFound()
  if (isOutsider(caller)) {
    if (!units.some(({ building: own }) => own.id === building)) throw notFound()
    return caller.enterpriseId
  }
  if (!(await listBuildings(db, zoneOf(context).id)).some(({ id }) => id === building)) throw notFound()
  return unit === null ? null : ((await holdersOf(db, context)).get(unit) ?? null)
}
