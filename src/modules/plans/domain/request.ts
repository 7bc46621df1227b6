import type { Calendar } from '../../../kernel/calendar.ts'
import { checkFacts } from '../../../kernel/facts.ts'
import type { Facts } from '../../../kernel/feel/compile.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { Progress } from '../../projects/contract/progress.ts'
import type { Switches } from '../../zones/contract/switches.ts'
import type { Changes } from '../contract/request.ts'
import { assumesStandardLand, type ScenarioName, scenarioNames, switchesOf } from '../contract/scenario.ts'

/** What a plan is computed from. A scenario gives switches and its assumption; own switches replace the scenario's. */
export interface PlanInput {
  readonly facts: Readonly<Record<string, unknown>>
  readonly calendar: Calendar
  readonly start: string
  readonly scenario?: ScenarioName | undefined
  readonly switches?: Switches | undefined
  readonly changes?: Partial<Changes> | undefined
  readonly progress?: Progress | undefined
}

/** The input checked and settled: facts as they are planned with, and whether standard land was assumed. */
export interface Settled {
  readonly facts: Facts
  readonly calendar: Calendar
  readonly start: string
  readonly scenario: ScenarioName | null
  readonly switches: Switches
  readonly standardLand: boolean
  readonly assumedStandardLand: boolean
  readonly changes: Changes
  readonly progress: Progress | null
}

const noChanges: Changes = { relax: [], handling: {}, slips: {} }

/** Refuses (Problem invalid_input) unknown facts, facts of the wrong type, and changes that name nothing in the catalogue. */
export function settle(compiled: CompiledCatalogue, input: PlanInput): Settled {
  const given = checkFacts(input.facts, compiled.factTypes)
  for (const { matter } of compiled.matters)
    if (matter.durationFact !== undefined) checkDuration(matter.durationFact, given)
  const switches = input.switches ?? switchesOf[input.scenario ?? 'reform']
  const scenario =
    scenarioNames.find((name) => name === (input.scenario ?? 'reform') && sameSwitches(switchesOf[name], switches)) ??
    null
  const assumes =
    switches.standardLand &&
    (input.scenario === undefined ? input.switches === undefined : assumesStandardLand[input.scenario])
  const assumedStandardLand = assumes && given.landKind === 'ordinary-transfer'
  const facts = assumedStandardLand ? { ...given, landKind: 'standard-land' } : given
  const changes = { ...noChanges, ...input.changes }
  checkChanges(compiled, changes)
  return {
    facts,
    calendar: input.calendar,
    start: input.start,
    scenario,
    switches,
    standardLand: switches.standardLand && facts.landKind === 'standard-land',
    assumedStandardLand,
    changes,
    progress: input.progress ?? null,
  }
}

function sameSwitches(a: Switches, b: Switches): boolean {
  return (Object.keys(a) as (keyof Switches)[]).every((name) => a[name] === b[name])
}

function checkDuration(fact: string, facts: Facts): void {
  const value = facts[fact]
  if (typeof value === 'number' && value < 0) {
    throw new Problem(
      'invalid_input',
      'plans.negative_duration',
      { zh: `事实“${fact}”是工期，不能小于 0。`, en: `Fact "${fact}" is a duration and cannot be below zero.` },
      { fact, value },
    )
  }
}

function checkChanges(compiled: CompiledCatalogue, changes: Changes): void {
  for (const code of [...Object.keys(changes.handling), ...Object.keys(changes.slips)]) {
    if (!compiled.indexOf.has(code)) throw unknownChange(code)
  }
  for (const address of changes.relax) {
    const slash = address.indexOf('/')
    const rank = compiled.indexOf.get(address.slice(0, slash))
    const inputs = rank === undefined ? [] : (compiled.matters[rank]?.matter.inputs ?? [])
    if (!inputs.some((input) => input.ref === address.slice(slash + 1))) throw unknownChange(address)
  }
}

function unknownChange(code: string): Problem {
  return new Problem(
    'invalid_input',
    'plans.unknown_change',
    { zh: `目录里没有“${code}”，无法调整。`, en: `The catalogue has no "${code}" to change.` },
    { change: code },
  )
}
