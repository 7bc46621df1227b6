import type { Day } from '../../../kernel/calendar.ts'
import { latestOn } from '../../../kernel/dated.ts'
import type { Database } from '../../../platform/module.ts'
import type {} from '../../organisation/server/table.ts'
import type { Named } from '../domain/facts.ts'
import type {} from './table.ts'

/** The department that leads each stage on a day, as the zone has named it. Needs the zone's context. */
export async function stageLeadsOn(db: Database, zoneId: string, day: Day): Promise<ReadonlyMap<string, Named>> {
  const rows = await db
    .selectFrom('cases.stage_leads as lead')
    .innerJoin('organisation.departments as department', (join) =>
      join.onRef('department.zone_id', '=', 'lead.zone_id').onRef('department.id', '=', 'lead.department_id'),
    )
    .select(['lead.stage', 'department.id', 'department.name'])
    .select(['lead.valid_from as validFrom', 'lead.valid_until as validUntil'])
    .where('lead.zone_id', '=', zoneId)
    .where('department.zone_id', '=', zoneId)
    .where('lead.archived_at', 'is', null)
    .where('department.archived_at', 'is', null)
    .orderBy('lead.id')
    .execute()
  const leads = new Map<string, Named>()
  for (const [stage, entries] of Map.groupBy(rows, (row) => row.stage)) {
    const found = latestOn(entries, day)
    if (found) leads.set(stage, { id: found.id, name: found.name })
  }
  return leads
}
