import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { ScenarioSummary } from '../contract/answers.ts'
import type { Plan } from '../contract/plan.ts'
import { type MilestoneName, milestoneMatters, scenarioNames } from '../contract/scenario.ts'
import { planOf } from './plan.ts'
import type { PlanInput } from './request.ts'

/** The five standing scenarios of one project side by side. Single changes apply to each of them. */
export function scenariosOf(
  compiled: CompiledCatalogue,
  input: Omit<PlanInput, 'scenario' | 'switches'>,
): ScenarioSummary[] {
  return scenarioNames.map((scenario) => {
    const plan = planOf(compiled, { ...input, scenario })
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
  })
}

/** The day a milestone ends on; null when it is not in the plan or cannot be dated. */
export function milestoneDate(plan: Plan, milestone: MilestoneName): string | null {
  return plan.matters.find((matter) => matter.code === milestoneMatters[milestone])?.finishDate ?? null
}
