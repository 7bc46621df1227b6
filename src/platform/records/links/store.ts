import type { Selectable } from 'kysely'
import type { Database } from '../../module.ts'
import type { LinkRow } from '../table.ts'

export type StoredLink = Selectable<LinkRow>

/** The links of a record, whichever of the two states them; the oldest first. */
export async function linksOf(db: Database, zoneId: string, id: string): Promise<readonly StoredLink[]> {
  return db
    .selectFrom('records.links')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where((eb) => eb.or([eb('from_id', '=', id), eb('to_id', '=', id)]))
    .where('archived_at', 'is', null)
    .orderBy('id')
    .limit(500)
    .execute()
}

export async function findLink(db: Database, zoneId: string, id: string): Promise<StoredLink | undefined> {
  return db
    .selectFrom('records.links')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}
