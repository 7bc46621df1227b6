import type { Database } from '../../../platform/module.ts'
import type { NotYet } from '../contract/not-yet.ts'
import type {} from './table.ts'

/** Ids of what is in hand, by project and which of the five: `project:notYet`. */
export async function openStalls(db: Database, zoneId: string, project?: string): Promise<ReadonlyMap<string, string>> {
  let query = db
    .selectFrom('stalls.stalls')
    .select(['id', 'project_id', 'not_yet'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('ended_on', 'is', null)
  if (project !== undefined) query = query.where('project_id', '=', project)
  return new Map((await query.execute()).map((row) => [keyOf(row), row.id]))
}

/** What was put aside last, by `project:notYet`. */
export async function lastDismissals(db: Database, zoneId: string, project?: string) {
  let query = db
    .selectFrom('stalls.dismissals')
    .select(['project_id', 'not_yet', 'since', 'reason', 'again_on', 'dismissed_on', 'actor_name'])
    .where('zone_id', '=', zoneId)
    .orderBy('id')
  if (project !== undefined) query = query.where('project_id', '=', project)
  return new Map((await query.execute()).map((row) => [keyOf(row), row]))
}

const keyOf = ({ project_id, not_yet }: { readonly project_id: string; readonly not_yet: NotYet }) =>
  `${project_id}:${not_yet}`
