import { areaSqm } from '../../../kernel/geometry/area.ts'
import { boxOf } from '../../../kernel/geometry/box.ts'
import { overlapSqm } from '../../../kernel/geometry/clip.ts'
import type { Shape } from '../../../kernel/geometry/shape.ts'
import type { Database } from '../../../platform/module.ts'
import type { Overlap } from '../domain/draw.ts'

/** Parcels that hold ground of this shape from a day on; `except` are those that it replaces. */
export async function overlapsWith(
  db: Database,
  zoneId: string,
  given: { readonly shape: Shape; readonly from: string; readonly except: readonly string[] },
): Promise<Overlap[]> {
  const { shape, from, except } = given
  const [west, south, east, north] = boxOf(shape)
  let query = db
    .selectFrom('parcels.shapes as shape')
    .innerJoin('parcels.parcels as parcel', (join) =>
      join.onRef('parcel.zone_id', '=', 'shape.zone_id').onRef('parcel.id', '=', 'shape.parcel_id'),
    )
    .select(['parcel.code', 'parcel.name', 'shape.geometry', 'shape.drawn_sqm'])
    .where('shape.zone_id', '=', zoneId)
    .where('parcel.zone_id', '=', zoneId)
    .where('parcel.archived_at', 'is', null)
    .where('shape.archived_at', 'is', null)
    .where((eb) => eb.or([eb('shape.valid_until', 'is', null), eb('shape.valid_until', '>', from)]))
    .where('shape.west', '<=', east)
    .where('shape.east', '>=', west)
    .where('shape.south', '<=', north)
    .where('shape.north', '>=', south)
    .orderBy('parcel.code')
  if (except.length > 0) query = query.where('parcel.id', 'not in', [...except])
  const own = areaSqm(shape)
  return (await query.execute()).map(({ code, name, geometry, drawn_sqm }) => ({
    ...{ code, name, sqm: overlapSqm(shape, geometry), ofSqm: Math.min(own, Number(drawn_sqm)) },
  }))
}
