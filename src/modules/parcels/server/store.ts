import type { MapBox } from '../../../kernel/geometry/geojson.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import type { ParcelRow, ShapeRow } from './table.ts'

/** The parcel of this id, archived ones left out; 404 otherwise. Locked until the transaction ends when asked. */
export async function getRow(db: Database, zoneId: string, id: string, locked = false): Promise<ParcelRow> {
  const query = db
    .selectFrom('parcels.parcels')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
  const row = await (locked ? query.forUpdate() : query).executeTakeFirst()
  if (row) return row
  throw notFound()
}

/** Locked at the version that the caller has read. */
export async function lockAt(
  db: Database,
  zoneId: string,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<ParcelRow> {
  const row = await getRow(db, zoneId, id, true)
  if (row.version === version) return row
  throw new Problem(
    'conflict',
    'parcels.stale',
    { zh: '地块刚被他人改动，请刷新后再办。', en: 'Somebody has just changed the parcel: look again, then decide.' },
    { version: row.version, updatedAt: row.updated_at.toISOString() },
  )
}

/** Shapes of a parcel, the latest first. */
export async function shapesOf(db: Database, zoneId: string, parcelId: string): Promise<ShapeRow[]> {
  return db
    .selectFrom('parcels.shapes')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('parcel_id', '=', parcelId)
    .where('archived_at', 'is', null)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Where the zone's shapes are expected on a day; null: nobody has said so. */
export async function envelopeOf(db: Database, zoneId: string, day: string): Promise<MapBox | null> {
  const row = await db
    .selectFrom('parcels.extents')
    .select(['west', 'south', 'east', 'north'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row ? [Number(row.west), Number(row.south), Number(row.east), Number(row.north)] : null
}
