import type { Day } from '../../../kernel/calendar.ts'
import type { Database } from '../../../platform/module.ts'
import type { LandUse } from '../contract/spatial-plan.ts'
import type { Ground, PlanGround } from '../domain/conflicts.ts'
import { countsOn, type PlanFacts, planStandings } from '../domain/plan-standing.ts'
import { listPlans } from './store.ts'
import type { PlanRow } from './table.ts'

export const factsOf = ({ id, approved_on, valid_until, supersedes_id }: PlanRow): PlanFacts => ({
  ...{ id, approvedOn: approved_on, validUntil: valid_until, supersedesId: supersedes_id },
})

/** A stored shape has passed its field's check. */
export const groundOf = (shape: string | null): Ground | null => (shape === null ? null : (JSON.parse(shape) as Ground))

/** The plans that hold on a day, with their areas and uses. Needs the zone's context. */
export async function plansInForce(db: Database, zoneId: string, day: Day): Promise<PlanGround[]> {
  const rows = await listPlans(db, zoneId)
  const standings = planStandings(rows.map(factsOf), day)
  return rows
    .filter(({ id }) => countsOn(standings.get(id)))
    .map(({ name, level, uses, shape }) => ({
      ...{ name, control: level === 'control', uses: (uses ?? []) as LandUse[], ground: groundOf(shape) },
    }))
}
