import { sql } from 'kysely'
import type { Database } from '../../../platform/module.ts'
import type {} from '../../projects/server/table.ts'

/** Names by id, archived projects included: their cases stay. */
export async function listProjectNames(
  db: Database,
  zoneId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('projects.projects')
    .select(['id', 'name'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
