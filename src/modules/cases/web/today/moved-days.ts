import type { ProjectPlan } from '../../../plans/contract/project-plan.ts'
import { milestoneNames } from '../../../plans/contract/scenario.ts'

/** Working days by which the milestone that moved furthest is later than was reckoned with at the start; 0 when none is. */
export function movedDays({ plan, before }: Pick<ProjectPlan, 'plan' | 'before'>): number {
  const moves = milestoneNames.map(
    (name) => (plan.milestones[name] ?? 0) - (before[name] ?? plan.milestones[name] ?? 0),
  )
  return Math.max(0, ...moves)
}
