import { sql } from 'kysely'
import type { Label } from '../../../kernel/label.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import type { Plan } from '../../plans/contract/plan.ts'
import { planOnBasis } from '../../plans/server/api.ts'
import type {} from '../../projects/server/table.ts'
import type { PlanPlace } from '../domain/light.ts'
import { progressOf } from './progress-of.ts'

/** So many projects are planned again for one list: those of its first lines. */
const plannedAtMost = 20

/**
 * What the plans of these projects leave to each matter, by `project/matter`: working days by which it may slip without moving the end,
 * and which matters cannot go on before it. A project without the facts for a plan says nothing.
 */
export async function placesOf(
  db: Database,
  context: RequestContext,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, PlanPlace>> {
  const zone = zoneOf(context)
  const places = new Map<string, PlanPlace>()
  for (const { id, ...basis } of await basesOf(db, zone.id, projectIds.slice(0, plannedAtMost))) {
    const progress = await progressOf(db, zone, { projectId: id, now: context.now })
    const plan = await planOnBasis(db, zone, { basis, progress })
    const { compiled } = await pinnedCatalogue(db, basis.catalogueVersionId)
    const waitingFor = waiting(plan, compiled)
    for (const { code, slack = null, startDate = null } of plan.matters) {
      places.set(`${id}/${code}`, { slack, waiting: waitingFor.get(code) ?? [], startsOn: startDate })
    }
  }
  return places
}

/** By matter: the names of those that it holds up. */
function waiting({ matters }: Plan, { matters: all, indexOf }: CompiledCatalogue): ReadonlyMap<string, Label[]> {
  const held = new Map<string, Label[]>()
  for (const { code, holds = [] } of matters) {
    const found = all[indexOf.get(code) ?? -1]?.matter
    if (!found) continue
    const name = { zh: found.name_zh, en: found.name_en }
    for (const by of new Set(holds.map((hold) => hold.by))) held.set(by, [...(held.get(by) ?? []), name])
  }
  return held
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
