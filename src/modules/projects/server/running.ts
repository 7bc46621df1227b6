import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type {} from './table.ts'

const most = 50

/** Projects with a plan, the latest first; of the others only how many there are: hundreds of signed projects may have no facts yet. */
export async function runningFirst(db: Database, context: RequestContext) {
  const rows = await db
    .selectFrom('projects.projects as project')
    .leftJoin('projects.bases as basis', (join) =>
      join.onRef('basis.zone_id', '=', 'project.zone_id').onRef('basis.id', '=', 'project.id'),
    )
    .select(['project.id', 'basis.id as planned'])
    .where('project.zone_id', '=', zoneOf(context).id)
    .where('project.archived_at', 'is', null)
    .where('project.condition', '=', 'active')
    .orderBy('project.id', 'desc')
    .execute()
  const planned = rows.filter((row) => row.planned !== null)
  return {
    ids: planned.slice(0, most).map(({ id }) => id),
    more: planned.length > most,
    unplanned: rows.length - planned.length,
  }
}
