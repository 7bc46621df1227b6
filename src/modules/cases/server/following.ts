import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database, ZoneRef } from '../../../platform/module.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { followed } from '../domain/followed.ts'
import { casesIn, withFacts } from './store.ts'

/** The cases of a project for who follows it without an account, the latest first. Needs the zone's context. */
export async function followedCases(
  db: Database,
  zone: ZoneRef,
  { projectId, now }: { readonly projectId: string; readonly now: Date },
) {
  const rows = await casesIn(db, { zoneId: zone.id, enterpriseId: undefined })
    .where('project_id', '=', projectId)
    .orderBy('id', 'desc')
    .execute()
  const moment = { calendar: await zoneCalendar(db, zone.code), today: legalDayOf(now) }
  return (await withFacts(db, zone.id, rows)).map(({ row, facts }) => ({
    matter: { zh: row.matter_name_zh, en: row.matter_name_en },
    department: row.department,
    ...followed(facts, moment),
  }))
}
