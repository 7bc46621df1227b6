import type { Shape } from '../../../kernel/geometry/shape.ts'
import { publish } from '../../../platform/events/publish.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { createRecord } from '../../../platform/records/create.ts'
import { exception } from '../contract/indicator.ts'
import { parcel } from '../contract/parcel.ts'
import { codesOf } from '../domain/codes.ts'
import { placeShape, retired } from './draw.ts'
import { getRow } from './store.ts'
import type { ParcelRow } from './table.ts'

const registry = new Map([parcel, exception].map((kind) => [kind.name, kind]))

/** A parcel that begins on the ground of those that end. */
interface Child {
  readonly code: string
  readonly name: string
  readonly registeredAreaSqm: number
  /** Null: the parents are not drawn either. */
  readonly shape: Shape | null
}

export interface Succession {
  readonly parents: readonly string[]
  readonly children: readonly Child[]
  readonly happenedOn: string
  /** Of the register, or the decision; goes into the journal and beside the shapes as their source. */
  readonly document: string
  readonly reason: string
  /** What the journal calls it. */
  readonly action: string
}

/** Ends the parents and begins the children in their state, with their facts, exceptions and assessments. Whoever calls has decided it. */
export async function succeed(db: Database, context: RequestContext, given: Succession): Promise<ParcelRow[]> {
  const zoneId = zoneOf(context).id
  const parents: ParcelRow[] = []
  for (const id of given.parents.toSorted()) parents.push(await getRow(db, zoneId, id, true))
  const [model] = parents
  if (!model) return []
  for (const row of parents) await end(db, context, row, given)
  const children: ParcelRow[] = []
  for (const child of given.children) children.push(await begin(db, context, { child, parents, model, given }))
  await carryAssessments(db, context, parents, children)
  return children
}

async function end(db: Database, context: RequestContext, row: ParcelRow, given: Succession): Promise<void> {
  if (row.retired_on !== null) throw retired(row)
  const { happenedOn, reason, document, action } = given
  const by = { updated_at: context.now, updated_by: actorOf(context) }
  await db
    .updateTable('parcels.parcels')
    .set({ retired_on: happenedOn, version: row.version + 1, ...by })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .execute()
  await db
    .updateTable('parcels.shapes')
    .set((eb) => ({ valid_until: happenedOn, version: eb('version', '+', 1), ...by }))
    .where('zone_id', '=', row.zone_id)
    .where('parcel_id', '=', row.id)
    .where('valid_until', 'is', null)
    .execute()
  await record(db, context, {
    ...{ subjectKind: parcel.name, subjectId: row.id, action, note: reason, before: { retiredOn: null } },
    after: { retiredOn: happenedOn, document, children: given.children.map(({ code }) => code) },
  })
  await publish(db, context, { topic: 'parcels.changed', subjectKind: parcel.name, subjectId: row.id })
}

interface Beginning {
  readonly child: Child
  readonly parents: readonly ParcelRow[]
  readonly model: ParcelRow
  readonly given: Succession
}

async function begin(db: Database, context: RequestContext, { child, parents, model, given }: Beginning) {
  const { shape, ...named } = child
  const sample = parents.some((row) => row.sample)
  const values = { ...sharedOf(parents, model), ...named }
  const made = await createRecord(db, context, { kind: parcel, registry, values, sample })
  const row = await getRow(db, model.zone_id, made.record.id, true)
  const { happenedOn: validFrom, document: source, reason, action } = given
  if (shape !== null) await placeShape(db, context, { row, shape, datum: 'cgcs2000', source, validFrom })
  for (const one of await exceptionsOf(db, model)) {
    const carried = { ...one, threshold: Number(one.threshold), parcelId: row.id }
    await createRecord(db, context, { kind: exception, registry, values: carried, sample })
  }
  await record(db, context, {
    ...{ subjectKind: parcel.name, subjectId: row.id, action, note: reason },
    after: { document: source, parents: parents.map(({ code }) => code) },
  })
  await publish(db, context, { topic: 'parcels.changed', subjectKind: parcel.name, subjectId: row.id })
  return row
}

/** What the ground has, its parts have. Capacities of mains are those of one connection: of several parents only what all of them have alike. */
function sharedOf(parents: readonly ParcelRow[], model: ParcelRow) {
  const alike = <K extends keyof ParcelRow>(key: K): ParcelRow[K] | null =>
    parents.every((row) => row[key] === model[key]) ? model[key] : null
  const numbers = (key: 'voltage_kv' | 'road_width_m') => {
    const value = alike(key)
    return value === null ? null : Number(value)
  }
  return {
    ...{ landUse: model.land_use, landKind: model.land_kind, state: model.state, converted: model.converted },
    ...{ serviceLevel: model.service_level, location: alike('location'), industries: alike('industries') },
    ...{ voltageKv: numbers('voltage_kv'), roadWidthM: numbers('road_width_m'), rail: alike('rail') },
    ...{ floorPriceYuanSqm: alike('floor_price_yuan_sqm'), landGrade: alike('land_grade') },
  }
}

/** 一事一议 of a parcel, as a copy for what comes after it is written. */
export async function exceptionsOf(db: Database, { zone_id, id }: Pick<ParcelRow, 'zone_id' | 'id'>) {
  return db
    .selectFrom('parcels.exceptions')
    .select(['document', 'code', 'threshold', 'decided_on as decidedOn', 'decided_by as decidedBy', 'reason'])
    .where('zone_id', '=', zone_id)
    .where('parcel_id', '=', id)
    .where('archived_at', 'is', null)
    .orderBy('code')
    .orderBy('document')
    .execute()
}

/** An assessment that names every parent holds for the same ground under its new codes. */
async function carryAssessments(
  db: Database,
  context: RequestContext,
  parents: readonly ParcelRow[],
  children: readonly ParcelRow[],
): Promise<void> {
  const [zoneId, codes] = [zoneOf(context).id, children.map(({ code }) => code)]
  const rows = await db
    .selectFrom('parcels.assessments')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('state', '!=', 'withdrawn')
    .where('parcel_codes', 'is not', null)
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const known = codesOf(row.parcel_codes)
    if (!parents.every(({ code }) => known.includes(code))) continue
    const parcelCodes = [...known, ...codes].join('、')
    await db
      .updateTable('parcels.assessments')
      .set({
        ...{ parcel_codes: parcelCodes, version: row.version + 1 },
        ...{ updated_at: context.now, updated_by: actorOf(context) },
      })
      .where('zone_id', '=', zoneId)
      .where('id', '=', row.id)
      .execute()
    await record(db, context, {
      ...{ subjectKind: 'parcels.assessment', subjectId: row.id, action: 'carryOver' },
      ...{ before: { parcelCodes: row.parcel_codes }, after: { parcelCodes } },
    })
  }
}

/** Projects that stand on a parcel today. */
export async function projectsOn(db: Database, { zone_id, id }: Pick<ParcelRow, 'zone_id' | 'id'>): Promise<string[]> {
  const placed = await db
    .selectFrom('parcels.placements')
    .select('project_id')
    .where('zone_id', '=', zone_id)
    .where('parcel_id', '=', id)
    .where('archived_at', 'is', null)
    .where('until', 'is', null)
    .execute()
  return placed.map(({ project_id }) => project_id)
}
