import type { Database } from '../../../platform/module.ts'
import type {} from './table.ts'

/** What happens on the site of these works: milestones, reports, acceptances and defects that are not archived. */
export async function siteRows(db: Database, zoneId: string, ids: readonly string[]) {
  const milestones = await db
    .selectFrom('works.milestones')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('work_id', 'in', [...ids])
    .orderBy('planned_on')
    .orderBy('id')
    .execute()
  const reports = await db
    .selectFrom('works.reports')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('work_id', 'in', [...ids])
    .orderBy('month')
    .execute()
  const acceptances = await db
    .selectFrom('works.acceptances')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('work_id', 'in', [...ids])
    .orderBy('accepted_on')
    .orderBy('id')
    .execute()
  const defects = await db
    .selectFrom('works.defects')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('work_id', 'in', [...ids])
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return { milestones, reports, acceptances, defects }
}
