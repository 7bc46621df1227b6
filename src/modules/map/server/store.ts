import { latestOn } from '../../../kernel/dated.ts'
import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import type { PublicationRow, SettingRow } from './table.ts'

/** The map setting in force on a day; undefined: the zone has none. */
export async function findSetting(db: Database, zoneId: string, day: string): Promise<SettingRow | undefined> {
  const rows = await db
    .selectFrom('map.settings')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const dated = rows.map((row) => ({ row, validFrom: row.valid_from, validUntil: row.valid_until }))
  return latestOn(dated, day)?.row
}

export function listRows(db: Database, zoneId: string): Promise<PublicationRow[]> {
  return db.selectFrom('map.publications').selectAll().where('zone_id', '=', zoneId).orderBy('id', 'desc').execute()
}

export async function publishedRows(db: Database, zoneId: string): Promise<PublicationRow[]> {
  const rows = await listRows(db, zoneId)
  return rows.filter(({ withdrawn_on }) => withdrawn_on === null).toReversed()
}

/** Held until the transaction ends; 404 when it is not there. */
export async function lockRow(db: Database, zoneId: string, id: string): Promise<PublicationRow> {
  const row = await db
    .selectFrom('map.publications')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row) return row
  throw notFound()
}
