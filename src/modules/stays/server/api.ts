import type { Day } from '../../../kernel/calendar.ts'
import type { Database } from '../../../platform/module.ts'
import { tenanciesIn } from './store.ts'

/** @public By flat, the enterprise whose people live there on a day. Needs the zone's context. */
export async function employersOn(db: Database, zoneId: string, day: Day): Promise<ReadonlyMap<string, string>> {
  const rows = await tenanciesIn(db, zoneId).where('starts_on', '<=', day).execute()
  const there = rows.filter((row) => (row.ended_on ?? row.ends_on) >= day)
  return new Map(there.map((row) => [row.unit_id, row.enterprise_id]))
}
