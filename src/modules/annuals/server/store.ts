import type { Selectable } from 'kysely'
import type { Database } from '../../../platform/module.ts'
import type { Saying } from '../domain/counting.ts'
import type { ValueRow } from './table.ts'

export type StoredValue = Selectable<ValueRow>

/** Values not archived of one year, or of one enterprise. Needs the zone's context. */
export async function listValues(
  db: Database,
  zoneId: string,
  of: { readonly year: number } | { readonly enterpriseId: string },
): Promise<readonly StoredValue[]> {
  const all = db.selectFrom('annuals.values').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
  const some = 'year' in of ? all.where('year', '=', of.year) : all.where('enterprise_id', '=', of.enterpriseId)
  return some.orderBy('id').execute()
}

export function sayingOf({ id, item, source, value, confidence }: StoredValue): Saying {
  return { id, item, source, value: Number(value), confidence }
}
