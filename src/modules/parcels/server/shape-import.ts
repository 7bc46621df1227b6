import type { InputOf, OutputOf } from '../../../kernel/endpoint.ts'
import { areaSqm } from '../../../kernel/geometry/area.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { notAllowed } from '../../../platform/access/caller.ts'
import { publish } from '../../../platform/events/publish.ts'
import { record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { createRecord } from '../../../platform/records/create.ts'
import { parcel } from '../contract/parcel.ts'
import type { importShapes, Taken } from '../contract/shape-import.ts'
import { refuseShapes } from '../domain/shape-import.ts'
import { lockGround, placeShape, refuseFuture, roundSqm, touch } from './draw.ts'
import { type Aimed, findingsFor } from './shape-findings.ts'
import { getRow, lockAt } from './store.ts'
import { refuseTaken } from './taken.ts'

const registry = new Map([[parcel.name, parcel]])

type Input = InputOf<typeof importShapes>

/** All shapes or none: lock, the rules of each, new parcels, the new shapes after the old ones, journal. */
export async function takeIn(
  db: Database,
  context: RequestContext,
  input: Input,
): Promise<OutputOf<typeof importShapes>> {
  const zoneId = zoneOf(context).id
  const { datum, validFrom, accept = [] } = input
  refuseFuture(validFrom, legalDayOf(context.now))
  if (input.shapes.some(isNew) && !context.caller.permissions.has('parcels.write')) throw notAllowed()
  await lockGround(db, zoneId)
  const aimed: Aimed[] = []
  for (const one of input.shapes) aimed.push(await aim(db, zoneId, one))
  const findings = await findingsFor(db, zoneId, { aimed, datum, validFrom })
  refuseShapes(
    aimed.map(({ number, code }) => ({ number, label: code, findings: findings.get(number) ?? [] })),
    accept,
  )
  const imported: OutputOf<typeof importShapes>['imported'] = []
  for (const [i, one] of input.shapes.entries()) {
    const target = aimed[i]
    if (target) imported.push(await putIn(db, context, { input, one, target }))
  }
  return { imported }
}

const isNew = ({ parcel: target }: Taken): boolean => 'code' in target

async function aim(db: Database, zoneId: string, { number, shape, parcel: target }: Taken): Promise<Aimed> {
  if ('code' in target) {
    await refuseTaken(db, zoneId, [target.code])
    return { number, code: target.code, name: target.name, parcel: null, shape }
  }
  const row = await lockAt(db, zoneId, target)
  return { number, code: row.code, name: row.name, parcel: row, shape }
}

async function putIn(
  db: Database,
  context: RequestContext,
  { input, one, target }: { readonly input: Input; readonly one: Taken; readonly target: Aimed },
) {
  const { datum, source, validFrom, reason, accept = [] } = input
  const { shape } = one
  const row = target.parcel ?? (await create(db, context, one))
  await placeShape(db, context, { row, shape, datum, source, validFrom })
  await touch(db, context, row)
  await record(db, context, {
    ...{ subjectKind: parcel.name, subjectId: row.id, action: 'importShapes', note: reason },
    after: { drawnSqm: roundSqm(areaSqm(shape)), validFrom, datum, source, accepted: accept },
  })
  await publish(db, context, { topic: 'parcels.changed', subjectKind: parcel.name, subjectId: row.id })
  return { number: one.number, id: row.id, code: row.code, isNew: target.parcel === null }
}

async function create(db: Database, context: RequestContext, { parcel: target }: Taken) {
  const made = await createRecord(db, context, { kind: parcel, registry, values: { ...target, state: 'planned' } })
  return getRow(db, zoneOf(context).id, made.record.id, true)
}
