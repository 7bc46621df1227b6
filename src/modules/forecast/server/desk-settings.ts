import type { Day } from '../../../kernel/calendar.ts'
import { latestOn } from '../../../kernel/dated.ts'
import type { Database } from '../../../platform/module.ts'
import type {} from './table.ts'

/** By department the cases that one officer works on at once, as the zone has said for this day. Needs the zone's context. */
export async function casesAtOnceOn(db: Database, zoneId: string, day: Day): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('forecast.desk_settings')
    .select(['department_id', 'cases_at_once', 'valid_from as validFrom', 'valid_until as validUntil'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const settings = new Map<string, number>()
  for (const [department, entries] of Map.groupBy(rows, (row) => row.department_id)) {
    const found = latestOn(entries, day)
    if (found) settings.set(department, found.cases_at_once)
  }
  return settings
}
