import { sql } from 'kysely'
import type { InputOf } from '../../../kernel/endpoint.ts'
import { areaSqm } from '../../../kernel/geometry/area.ts'
import { boxOf } from '../../../kernel/geometry/box.ts'
import { findFlaws } from '../../../kernel/geometry/flaws.ts'
import type { Shape } from '../../../kernel/geometry/shape.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { publish } from '../../../platform/events/publish.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Datum, drawShape, Ground } from '../contract/shape.ts'
import { beforeTheLast, findingsOf, notYet, refuseDrawing } from '../domain/draw.ts'
import { groundOf } from './ground.ts'
import { overlapsWith } from './overlaps.ts'
import { envelopeOf, lockAt, shapesOf } from './store.ts'
import type { ParcelRow } from './table.ts'

/** Lock, the rules of a shape, the new shape after the old one, journal. */
export async function draw(db: Database, context: RequestContext, input: InputOf<typeof drawShape>): Promise<Ground> {
  const zoneId = zoneOf(context).id
  await lockGround(db, zoneId)
  const row = await lockAt(db, zoneId, input)
  if (row.retired_on !== null) throw retired(row)
  const { shape, datum, source, validFrom } = input
  refuseFuture(validFrom, legalDayOf(context.now))
  const flawed = findFlaws(shape, null).length > 0
  const findings = findingsOf({
    ...{ shape, datum, envelope: await envelopeOf(db, zoneId, validFrom) },
    // Shapes that cross themselves cannot be compared with others.
    overlaps: flawed ? [] : await overlapsWith(db, zoneId, { shape, from: validFrom, except: [row.id] }),
  })
  refuseDrawing(findings, input.accept ?? [])
  await placeShape(db, context, { row, shape, datum, source, validFrom })
  const version = await touch(db, context, row)
  await record(db, context, {
    ...{ subjectKind: 'parcels.parcel', subjectId: row.id, action: 'drawShape', note: source },
    after: { drawnSqm: roundSqm(areaSqm(shape)), validFrom, datum, accepted: input.accept ?? [] },
  })
  await publish(db, context, { topic: 'parcels.changed', subjectKind: 'parcels.parcel', subjectId: row.id })
  return groundOf(db, zoneId, { ...row, version })
}

/** Two that draw at once wait for one another: overlaps are looked for under this lock. */
export async function lockGround(db: Database, zoneId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`parcels.ground:${zoneId}`}, 0))`.execute(db)
}

export interface Placing {
  readonly row: ParcelRow
  readonly shape: Shape
  readonly datum: Datum
  readonly source: string
  readonly validFrom: string
}

/** Ends the shape before on the day on which this one begins. Refuses a day before that one began. */
export async function placeShape(db: Database, context: RequestContext, placing: Placing): Promise<void> {
  const { row, shape, datum, source, validFrom } = placing
  const { now, caller } = context
  const by = actorOf(context)
  const [old] = await shapesOf(db, row.zone_id, row.id)
  const early = beforeTheLast(validFrom, old?.valid_from)
  if (early) throw new Problem('rule_violated', 'parcels.before_the_last', early)
  if (old?.valid_until === null) {
    await db
      .updateTable('parcels.shapes')
      .set({ valid_until: validFrom, version: old.version + 1, updated_at: now, updated_by: by })
      .where('zone_id', '=', row.zone_id)
      .where('id', '=', old.id)
      .execute()
  }
  const [west, south, east, north] = boxOf(shape)
  await db
    .insertInto('parcels.shapes')
    .values({
      ...{ zone_id: row.zone_id, id: newId(now), version: 1, created_at: now, created_by: by, updated_at: now },
      ...{ updated_by: by, archived_at: null, sample: row.sample, parcel_id: row.id, west, south, east, north },
      ...{ geometry: JSON.stringify(shape), drawn_sqm: String(roundSqm(areaSqm(shape))), datum, source },
      ...{ valid_from: validFrom, valid_until: null, actor_name: caller.name },
    })
    .execute()
}

export async function touch(db: Database, context: RequestContext, row: ParcelRow): Promise<number> {
  const version = row.version + 1
  await db
    .updateTable('parcels.parcels')
    .set({ version, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .execute()
  return version
}

export const roundSqm = (sqm: number): number => Math.round(sqm * 100) / 100

export function refuseFuture(on: string, today: string): void {
  const text = notYet(on, today)
  if (text) throw new Problem('rule_violated', 'parcels.in_the_future', text)
}

export function retired({ retired_on }: ParcelRow): Problem {
  return new Problem('rule_violated', 'parcels.retired', {
    zh: `地块已于 ${retired_on} 因分割或合并注销，请在后续地块上办理。`,
    en: `The parcel ended on ${retired_on} by a split or merge: go on with what came of it.`,
  })
}
