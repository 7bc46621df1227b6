import type { Plan, PlannedMatter } from '../../modules/plans/contract/plan.ts'

/**
 * The plan as scripts read it. Matters that do not apply (`applies: false`), are undecided (`null`) or follow after
 * production carry no times; dates are null behind works of unknown length; offsets are working days from day 0.
 */
export function planAsJson(plan: Plan): Record<string, unknown> {
  const { lines, ...bill } = plan.fees
  return {
    scenario: plan.scenario,
    start: plan.start,
    assumedStandardLand: plan.assumedStandardLand,
    matters: plan.matters.map(matterAsJson),
    undecided: plan.undecided,
    milestones: plan.milestones,
    papers: plan.papers,
    owed: plan.owed,
    commitments: plan.commitments,
    fees: lines,
    bill,
    provisional: plan.provisional,
    undated: plan.undated,
  }
}

function matterAsJson(matter: PlannedMatter): Record<string, unknown> {
  const { code, applies, start, filed, finish, startDate, finishDate, slack, critical, prior } = matter
  if (finish === undefined) return { code, applies }
  return { code, applies, start, filed, finish, startDate, finishDate, slack, critical, prior }
}
