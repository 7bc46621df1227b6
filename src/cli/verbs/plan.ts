import { Problem } from '../../kernel/problem.ts'
import { ScenarioName, scenarioNames } from '../../modules/plans/contract/scenario.ts'
import { planOf } from '../../modules/plans/domain/plan.ts'
import { scenariosOf } from '../../modules/plans/domain/scenarios.ts'
import { planAsJson } from '../plan/as-json.ts'
import { planInWords } from '../plan/in-words.ts'
import { readCalendar, readCatalogue, readFacts, today } from '../plan/inputs.ts'
import type { Verb } from '../verb.ts'

interface Options {
  readonly facts: string
  readonly catalogue?: string
  readonly calendar?: string
  readonly start?: string
  readonly scenario?: string
  readonly json?: boolean
}

export const verb: Verb = {
  summary: 'compute the plan of a project; needs no database',
  declare: (command) => {
    command
      .requiredOption('--facts <file>', 'JSON object of facts, or with it under "facts"')
      .option('--catalogue <file>', 'catalogue of matters (default: the one shipped)')
      .option('--calendar <file>', 'statutory calendar: one year or a list of years (default: the years shipped)')
      .option('--start <date>', 'first day, YYYY-MM-DD (default: today)')
      .option('--scenario <name>', `${scenarioNames.join(', ')} (default: reform)`)
      .option('--json', 'the plan as JSON')
      .action(printPlan)
  },
}

/** Everything is read and computed before the first character is printed. */
async function printPlan(options: Options): Promise<void> {
  const scenario = readScenario(options.scenario)
  const compiled = await readCatalogue(options.catalogue)
  const input = {
    facts: await readFacts(options.facts),
    calendar: await readCalendar(options.calendar),
    start: options.start ?? today(new Date()),
  }
  const plan = planOf(compiled, { ...input, scenario })
  const answer = options.json
    ? `${JSON.stringify(planAsJson(plan), null, 1)}\n`
    : planInWords(compiled, plan, scenariosOf(compiled, input))
  process.stdout.write(answer)
}

function readScenario(text: string | undefined): ScenarioName {
  const known = ScenarioName.safeParse(text ?? 'reform')
  if (known.success) return known.data
  throw new Problem('invalid_input', 'plans.unknown_scenario', {
    zh: `没有方案情形“${text}”，可选：${scenarioNames.join('、')}。`,
    en: `There is no scenario "${text}": choose one of ${scenarioNames.join(', ')}.`,
  })
}
