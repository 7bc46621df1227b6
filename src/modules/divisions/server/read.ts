import { boxesMeet } from '../../../kernel/geometry/box.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { type Ending, endingOf, listParcels, parcelShapes } from '../../parcels/server/api.ts'
import type { Division, Turn } from '../contract.ts'
import { barsOn, mergedShape } from '../domain/divide.ts'
import { parentOf } from './parents.ts'
import type {} from './table.ts'

export async function readDivision(db: Database, context: RequestContext, id: string): Promise<Division> {
  const zoneId = zoneOf(context).id
  const ending = await endingOf(db, zoneId, id)
  const { parcel, shape } = ending
  const bars = barsOn(await parentOf(db, context, ending))
  return {
    ...{ id, version: parcel.version, code: parcel.code, name: parcel.name, registeredSqm: parcel.registeredSqm },
    ...{ shape: shape?.shape ?? null, bars },
    origin: await turnOf(db, zoneId, { id, side: 'child_id' }),
    ending: await turnOf(db, zoneId, { id, side: 'parent_id' }),
    neighbours: bars.length > 0 ? [] : await neighboursOf(db, zoneId, ending),
  }
}

/** What a parcel came from (as a child) or ended by (as a parent). */
async function turnOf(
  db: Database,
  zoneId: string,
  { id, side }: { readonly id: string; readonly side: 'parent_id' | 'child_id' },
): Promise<Turn | null> {
  const rows = await db
    .selectFrom('divisions.successions')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where(side, '=', id)
    .orderBy('id')
    .execute()
  const [first] = rows
  if (!first) return null
  const ids = rows.map((row) => (side === 'child_id' ? row.parent_id : row.child_id))
  const parcels = (await listParcels(db, zoneId, { ids })).map(({ id: one, code, name }) => ({ id: one, code, name }))
  return {
    ...{ verb: first.verb, happenedOn: first.happened_on, document: first.document, reason: first.reason, parcels },
  }
}

/** Those that join it and are in the same state: with them it could become one. */
async function neighboursOf(db: Database, zoneId: string, { parcel, shape }: Ending): Promise<Division['neighbours']> {
  if (shape === null) return []
  const near = (await parcelShapes(db, zoneId, { bbox: shape.box })).filter(
    (one) => one.parcelId !== parcel.id && one.state === parcel.state && boxesMeet(one.box, shape.box),
  )
  const beside = near.filter((one) => mergedShape([shape.shape, one.shape]) !== undefined)
  const known = new Map(
    (await listParcels(db, zoneId, { ids: beside.map(({ parcelId }) => parcelId) })).map((one) => [one.id, one]),
  )
  return beside.flatMap((one) => {
    const other = known.get(one.parcelId)
    if (!other || other.retiredOn !== null) return []
    const { id, version, code, name, registeredSqm } = other
    return [{ id, version, code, name, registeredSqm, shape: one.shape }]
  })
}
