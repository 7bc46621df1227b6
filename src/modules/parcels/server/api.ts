import { boxOf } from '../../../kernel/geometry/box.ts'
import type { MapBox } from '../../../kernel/geometry/geojson.ts'
import type { Shape } from '../../../kernel/geometry/shape.ts'
import { publish } from '../../../platform/events/publish.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { BindingIndicator } from '../contract/indicator.ts'
import type { LandKind, LandUse, ServiceLevel } from '../contract/parcel.ts'
import type { ParcelState, SideState } from '../contract/state.ts'
import { refuseLeap } from '../domain/state.ts'
import { lockGround } from './draw.ts'
import { type BindingAsked, bindingByParcel } from './indicators.ts'
import { getRow, lockAt } from './store.ts'
import { exceptionsOf, projectsOn, type Succession, succeed } from './succeed.ts'
import type { ParcelRow } from './table.ts'
import { refuseTaken } from './taken.ts'

/** A parcel as other modules need it. Capacities are null where nobody has said them: unknown, not none. */
export interface Parcel {
  readonly id: string
  readonly version: number
  readonly code: string
  readonly name: string
  readonly location: string | null
  readonly registeredSqm: number
  readonly landUse: LandUse
  readonly landKind: LandKind
  /** GB/T 4754 codes or prefixes as they were written: `C13、C14`. */
  readonly industries: string | null
  readonly state: ParcelState
  readonly sideStates: readonly SideState[]
  readonly serviceLevel: ServiceLevel
  readonly converted: boolean | null
  readonly voltageKv: number | null
  readonly powerKva: number | null
  readonly waterTpd: number | null
  readonly gasM3h: number | null
  readonly steamTph: number | null
  readonly heatMw: number | null
  readonly drainageTpd: number | null
  readonly roadWidthM: number | null
  readonly rail: boolean | null
  readonly floorPriceYuanSqm: string | null
  readonly landGrade: number | null
  readonly retiredOn: string | null
  readonly sample: boolean
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text))

function parcelOf(row: ParcelRow): Parcel {
  return {
    ...{ id: row.id, version: row.version, code: row.code, name: row.name, location: row.location },
    ...{ registeredSqm: Number(row.registered_area_sqm), landUse: row.land_use, landKind: row.land_kind },
    ...{ industries: row.industries, state: row.state, sideStates: row.side_states ?? [], sample: row.sample },
    ...{ serviceLevel: row.service_level, converted: row.converted, rail: row.rail, retiredOn: row.retired_on },
    ...{ voltageKv: numberOf(row.voltage_kv), powerKva: numberOf(row.power_kva), waterTpd: numberOf(row.water_tpd) },
    ...{ gasM3h: numberOf(row.gas_m3h), steamTph: numberOf(row.steam_tph), heatMw: numberOf(row.heat_mw) },
    ...{ drainageTpd: numberOf(row.drainage_tpd), roadWidthM: numberOf(row.road_width_m) },
    ...{ floorPriceYuanSqm: row.floor_price_yuan_sqm, landGrade: row.land_grade },
  }
}

/** The parcel of this id, not archived; 404 otherwise. Needs the zone's context. */
export async function findParcel(db: Database, zoneId: string, id: string): Promise<Parcel> {
  return parcelOf(await getRow(db, zoneId, id))
}

/** Parcels that are neither archived nor ended by split or merge, in the order of their codes. Needs the zone's context. */
export async function listParcels(
  db: Database,
  zoneId: string,
  narrow: { readonly ids?: readonly string[]; readonly states?: readonly ParcelState[] } = {},
): Promise<Parcel[]> {
  if (narrow.ids?.length === 0) return []
  let query = db
    .selectFrom('parcels.parcels')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('code')
  query = narrow.ids ? query.where('id', 'in', [...narrow.ids]) : query.where('retired_on', 'is', null)
  if (narrow.states) query = query.where('state', 'in', [...narrow.states])
  return (await query.execute()).map(parcelOf)
}

/** The ground of a parcel with what a map shows of it. */
export interface ParcelShape {
  readonly id: string
  readonly parcelId: string
  readonly code: string
  readonly name: string
  readonly state: ParcelState
  readonly landKind: LandKind
  readonly registeredSqm: number
  readonly drawnSqm: number
  readonly shape: Shape
  readonly box: MapBox
  readonly validFrom: string
  readonly validUntil: string | null
  readonly sample: boolean
}

/** Shapes that hold on a day (without one: now) and meet the box, by code. State and kind are today's. Needs the zone's context. */
export async function parcelShapes(
  db: Database,
  zoneId: string,
  narrow: { readonly bbox?: MapBox; readonly on?: string; readonly parcelId?: string; readonly limit?: number } = {},
): Promise<ParcelShape[]> {
  const { bbox, on, parcelId, limit } = narrow
  let query = db
    .selectFrom('parcels.shapes as shape')
    .innerJoin('parcels.parcels as parcel', (join) =>
      join.onRef('parcel.zone_id', '=', 'shape.zone_id').onRef('parcel.id', '=', 'shape.parcel_id'),
    )
    .select(['shape.id', 'shape.parcel_id', 'shape.geometry', 'shape.drawn_sqm', 'shape.valid_from'])
    .select(['shape.valid_until', 'parcel.code', 'parcel.name', 'parcel.state', 'parcel.land_kind'])
    .select(['parcel.registered_area_sqm', 'parcel.sample'])
    .where('shape.zone_id', '=', zoneId)
    .where('parcel.zone_id', '=', zoneId)
    .where('parcel.archived_at', 'is', null)
    .where('shape.archived_at', 'is', null)
    .orderBy('parcel.code')
    .orderBy('shape.id')
  if (on === undefined) query = query.where('shape.valid_until', 'is', null)
  else {
    query = query
      .where('shape.valid_from', '<=', on)
      .where((eb) => eb.or([eb('shape.valid_until', 'is', null), eb('shape.valid_until', '>', on)]))
  }
  if (bbox) {
    const [west, south, east, north] = bbox
    query = query.where('shape.west', '<=', east).where('shape.east', '>=', west)
    query = query.where('shape.south', '<=', north).where('shape.north', '>=', south)
  }
  if (parcelId !== undefined) query = query.where('shape.parcel_id', '=', parcelId)
  if (limit !== undefined) query = query.limit(limit)
  return (await query.execute()).map((row) => ({
    ...{ id: row.id, parcelId: row.parcel_id, code: row.code, name: row.name, state: row.state },
    ...{ landKind: row.land_kind, registeredSqm: Number(row.registered_area_sqm), drawnSqm: Number(row.drawn_sqm) },
    ...{ shape: row.geometry, box: boxOf(row.geometry), validFrom: row.valid_from, validUntil: row.valid_until },
    sample: row.sample,
  }))
}

/** One step of a parcel along its states, and what stands beside them; whoever calls has decided it. */
export interface ParcelMove {
  readonly id: string
  /** Absent: the state stays. */
  readonly to?: ParcelState
  readonly sideStates?: readonly SideState[]
  /** What the journal calls it: an action that the caller's module or `parcels` has words for. */
  readonly action: string
  readonly note?: string
  readonly happenedAt?: Date
}

/** Locks the parcel, refuses a step that the table does not have, saves, journals, tells. In the caller's transaction. */
export async function moveParcel(db: Database, context: RequestContext, move: ParcelMove): Promise<Parcel> {
  const zoneId = zoneOf(context).id
  const row = await getRow(db, zoneId, move.id, true)
  if (move.to !== undefined) refuseLeap(row.state, move.to)
  const state = move.to ?? row.state
  const sides = move.sideStates ? [...new Set(move.sideStates)] : row.side_states
  const version = row.version + 1
  await db
    .updateTable('parcels.parcels')
    .set({ state, side_states: sides, version, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .execute()
  await record(db, context, {
    ...{ subjectKind: 'parcels.parcel', subjectId: row.id, action: move.action, note: move.note ?? null },
    before: { state: row.state, sideStates: row.side_states },
    after: { state, sideStates: sides },
    ...(move.happenedAt && { happenedAt: move.happenedAt }),
  })
  await publish(db, context, { topic: 'parcels.changed', subjectKind: 'parcels.parcel', subjectId: row.id })
  return parcelOf({ ...row, state, side_states: sides, version })
}

/** A parcel whose supply is older than the platform: the state is taken as the papers have it, whatever lay between. Journaled. */
export async function bringParcelTo(
  db: Database,
  context: RequestContext,
  { id, to, note }: { readonly id: string; readonly to: ParcelState; readonly note: string },
): Promise<void> {
  const zoneId = zoneOf(context).id
  const row = await getRow(db, zoneId, id, true)
  if (row.state === to) return
  await db
    .updateTable('parcels.parcels')
    .set({ state: to, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .execute()
  await record(db, context, {
    ...{ subjectKind: 'parcels.parcel', subjectId: id, action: 'move', note },
    ...{ before: { state: row.state }, after: { state: to } },
  })
}

/** A parcel with all that its ground carries along: for a decision that ends it. */
export interface Ending {
  readonly parcel: Parcel
  readonly shape: ParcelShape | null
  /** 一事一议, in a form in which two parcels can be compared. */
  readonly exceptions: string
  readonly projects: readonly string[]
}

/** Parcels at the versions that the caller has read, locked with the ground of the zone. Needs the zone's context. */
export async function lockParcels(
  db: Database,
  zoneId: string,
  asked: readonly { readonly id: string; readonly version: number }[],
): Promise<Ending[]> {
  await lockGround(db, zoneId)
  for (const one of asked.toSorted((a, b) => a.id.localeCompare(b.id))) await lockAt(db, zoneId, one)
  const found: Ending[] = []
  for (const { id } of asked) found.push(await endingOf(db, zoneId, id))
  return found
}

export async function endingOf(db: Database, zoneId: string, id: string): Promise<Ending> {
  const row = await getRow(db, zoneId, id)
  const [shape = null] = await parcelShapes(db, zoneId, { parcelId: id })
  const exceptions = JSON.stringify(await exceptionsOf(db, row))
  return { parcel: parcelOf(row), shape, exceptions, projects: await projectsOn(db, row) }
}

/** Parents end, children begin; the decision is the caller's. In the caller's transaction. */
export async function succeedParcels(db: Database, context: RequestContext, given: Succession): Promise<Parcel[]> {
  await refuseTaken(
    db,
    zoneOf(context).id,
    given.children.map(({ code }) => code),
  )
  return (await succeed(db, context, given)).map(parcelOf)
}

/** Thresholds that bind each of these parcels, exceptions included; what hangs on an unknown industry is told as unknown. */
export async function bindingOnParcels(
  db: Database,
  zoneId: string,
  asked: BindingAsked,
): Promise<ReadonlyMap<string, readonly BindingIndicator[]>> {
  return bindingByParcel(db, zoneId, asked)
}
