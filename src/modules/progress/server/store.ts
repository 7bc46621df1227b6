import type { Database } from '../../../platform/module.ts'
import type {} from './table.ts'

export function listReports(db: Database, zoneId: string, projectId?: string) {
  const query = db
    .selectFrom('progress.reports')
    .select(['id', 'project_id', 'month', 'planned_percent', 'actual_percent', 'done', 'next'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('month')
    .orderBy('id')
  return (projectId === undefined ? query : query.where('project_id', '=', projectId)).execute()
}

export async function reportExists(db: Database, zoneId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('progress.reports')
    .select('id')
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export function listInvestments(db: Database, zoneId: string, projectId?: string) {
  const query = db
    .selectFrom('progress.investments')
    .select(['id', 'project_id', 'month', 'ledger', 'amount_yuan'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('month')
    .orderBy('id')
  return (projectId === undefined ? query : query.where('project_id', '=', projectId)).execute()
}

export function listMilestones(db: Database, zoneId: string, projectId?: string) {
  const query = db
    .selectFrom('progress.milestones')
    .select(['id', 'project_id', 'title', 'node', 'planned_on', 'forecast_on', 'done_on'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('planned_on')
    .orderBy('id')
  return (projectId === undefined ? query : query.where('project_id', '=', projectId)).execute()
}
