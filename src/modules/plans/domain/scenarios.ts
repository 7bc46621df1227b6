import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { ScenarioSummary } from '../contract/answers.ts'
import { scenarioNames } from '../contract/scenario.ts'
import { planOf } from './plan.ts'
import type { PlanInput } from './request.ts'
import { summaryOf } from './summary.ts'

/** The five standing scenarios of one project side by side. Single changes apply to each of them. */
export function scenariosOf(
  compiled: CompiledCatalogue,
  input: Omit<PlanInput, 'scenario' | 'switches'>,
): ScenarioSummary[] {
  return scenarioNames.map((scenario) => summaryOf(scenario, planOf(compiled, { ...input, scenario })))
}
