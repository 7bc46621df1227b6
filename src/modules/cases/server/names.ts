import type { Database } from '../../../platform/module.ts'
import type {} from '../../enterprises/server/table.ts'
import type {} from '../../projects/server/table.ts'
import { anyOf } from './any-of.ts'

/** Names by id, archived records included: their cases stay. */
export async function listNames(
  db: Database,
  table: 'projects.projects' | 'enterprises.enterprises',
  { zoneId, ids }: { readonly zoneId: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', anyOf(new Set(ids)))
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
