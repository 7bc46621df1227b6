import type { ScenarioSummary } from '../contract/answers.ts'
import type { Plan } from '../contract/plan.ts'
import { type MilestoneName, milestoneMatters, type ScenarioName } from '../contract/scenario.ts'

/** What stands on the card of a scenario, out of a plan that was made by it. */
export function summaryOf(scenario: ScenarioName, plan: Plan): ScenarioSummary {
  return {
    scenario,
    milestones: plan.milestones,
    dates: {
      contract: milestoneDate(plan, 'contract'),
      permit: milestoneDate(plan, 'permit'),
      jointAccept: milestoneDate(plan, 'jointAccept'),
      production: milestoneDate(plan, 'production'),
    },
    matters: plan.matters.filter((matter) => matter.finish !== undefined).length,
    payable: plan.fees.payable,
    owed: plan.owed.length,
    commitments: plan.commitments.length,
    assumedStandardLand: plan.assumedStandardLand,
  }
}

/** The day a milestone ends on; null when it is not in the plan or cannot be dated. */
export function milestoneDate(plan: Plan, milestone: MilestoneName): string | null {
  return plan.matters.find((matter) => matter.code === milestoneMatters[milestone])?.finishDate ?? null
}
