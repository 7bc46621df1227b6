import { sql } from 'kysely'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { planOnBasis } from '../../plans/server/api.ts'
import type {} from '../../projects/server/table.ts'
import { progressOf } from './api.ts'

/** So many projects are planned again for one list: those of its first lines. */
const plannedAtMost = 20

/**
 * What the plans of these projects leave to each matter: working days by which it may slip without moving the end,
 * by `project/matter`. A project without the facts for a plan says nothing.
 */
export async function slackOf(
  db: Database,
  context: RequestContext,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, number | null>> {
  const zone = zoneOf(context)
  const slack = new Map<string, number | null>()
  for (const { id, ...basis } of await basesOf(db, zone.id, projectIds.slice(0, plannedAtMost))) {
    const progress = await progressOf(db, zone, { projectId: id, now: context.now })
    const plan = await planOnBasis(db, zone, { basis, progress })
    for (const matter of plan.matters) slack.set(`${id}/${matter.code}`, matter.slack ?? null)
  }
  return slack
}

/** Of archived projects too: their cases stay. */
function basesOf(db: Database, zoneId: string, ids: readonly string[]) {
  return db
    .selectFrom('projects.bases')
    .select(['id', 'facts', 'start_on as startOn', 'catalogue_version_id as catalogueVersionId'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}
