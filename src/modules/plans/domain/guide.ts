import type { Facts, FactValue } from '../../../kernel/feel/compile.ts'
import { byCodePoint } from '../../../kernel/order.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { Guide, NextQuestion } from '../contract/answers.ts'
import { milestoneMatters } from '../contract/scenario.ts'
import { axisFrom } from './axis.ts'
import { planOf } from './plan.ts'
import { type PlanInput, type Settled, settle } from './request.ts'
import { createRun, programFor, type Runner, refill } from './run.ts'

/**
 * The investor's guide: the result so far, and the questions still worth asking, the most consequential first.
 * A fact that no undecided rule or open fee reads is never asked. What an answer can change is found by planning it.
 */
export function guideOf(compiled: CompiledCatalogue, input: PlanInput): Guide {
  const plan = planOf(compiled, input)
  const settled = settle(compiled, input)
  const open = openQuestions(compiled, settled)
  return {
    plan,
    next: open[0] ?? null,
    open,
    answered: Object.values(settled.facts).filter((value) => value !== null && value !== undefined).length,
  }
}

function openQuestions(compiled: CompiledCatalogue, settled: Settled): NextQuestion[] {
  const readers = readersOf(compiled, settled.facts)
  const runner = runnerOf(compiled, settled)
  return [...readers]
    .map(([fact, reads]) => ({ fact, reads, ...consequence(compiled, runner, settled.facts, fact) }))
    .sort((a, b) => b.weight - a.weight || b.reads - a.reads || byCodePoint(a.fact, b.fact))
    .map(({ fact, reads, spreadDays }) => ({ fact, reads, spreadDays }))
}

/** Missing fact → how many undecided matters and open fees hang on it. */
function readersOf(compiled: CompiledCatalogue, facts: Facts): Map<string, number> {
  const readers = new Map<string, number>()
  const count = (missing: readonly string[]) => {
    for (const fact of missing) readers.set(fact, (readers.get(fact) ?? 0) + 1)
  }
  for (const { applies, matter } of compiled.matters) {
    const truth = applies.evaluate(facts)
    if (truth === null) count(applies.missing(facts))
    if (truth !== false && matter.durationFact !== undefined && (facts[matter.durationFact] ?? null) === null)
      count([matter.durationFact])
  }
  for (const { fee, amount, waiver } of compiled.fees) {
    const rank = compiled.indexOf.get(fee.matter)
    if (rank === undefined || compiled.matters[rank]?.applies.evaluate(facts) === false) continue
    if (waiver?.evaluate(facts) !== true) count(amount.missing(facts))
    if (waiver) count(waiver.missing(facts))
  }
  return readers
}

function runnerOf(compiled: CompiledCatalogue, settled: Settled): Runner {
  return createRun(programFor(compiled, settled), axisFrom(settled.calendar, settled.start))
}

interface Consequence {
  readonly weight: number
  readonly spreadDays: number
}

/**
 * What the answers to one question differ in: matters settled by some answer, matters whose presence depends on it,
 * and the spread of the end of the plan. A matter weighs as much as a working day.
 */
function consequence(compiled: CompiledCatalogue, runner: Runner, facts: Facts, fact: string): Consequence {
  const ends: number[] = []
  const seen = { yes: new Set<number>(), no: new Set<number>(), unknown: new Set<number>() }
  for (const answer of answersTo(compiled, fact)) {
    refill(runner, { ...facts, [fact]: answer })
    ends.push(endOf(runner))
    for (let m = 0; m < runner.applies.length; m++) {
      const truth = runner.applies[m] as number
      ;(truth === 1 ? seen.yes : truth === 0 ? seen.no : seen.unknown).add(m)
    }
  }
  const spreadDays = Math.max(...ends) - Math.min(...ends)
  const turns = [...seen.yes].filter((m) => seen.no.has(m) || seen.unknown.has(m)).length
  const settles = [...seen.no].filter((m) => seen.unknown.has(m)).length
  return { spreadDays, weight: spreadDays + turns + settles }
}

function endOf(runner: Runner): number {
  const production = runner.program.compiled.indexOf.get(milestoneMatters.production)
  if (production !== undefined && runner.schedule.active[production] === 1)
    return runner.schedule.finish[production] as number
  let end = 0
  for (let i = 0; i < runner.schedule.length; i++)
    end = Math.max(end, runner.schedule.finish[runner.schedule.sequence[i] as number] as number)
  return end
}

/** Answers that can differ: both truths, every option, and numbers below, at and above each threshold in the rules. */
function answersTo(compiled: CompiledCatalogue, fact: string): readonly FactValue[] {
  const type = compiled.factTypes.get(fact)
  if (type?.type === 'boolean') return [true, false]
  if (type?.type === 'choice') return type.options ?? []
  const lasting = compiled.matters.some(({ matter }) => matter.durationFact === fact)
  const bounds = [...new Set(compiled.matters.flatMap(({ applies }) => [...(applies.thresholds.get(fact) ?? [])]))]
  return [
    ...new Set([0, ...(lasting ? [typicalWorkdays] : []), ...bounds.flatMap((bound) => [bound - 1, bound, bound + 1])]),
  ].filter((n) => n >= 0)
}

/** Only to weigh the question of how long the works take: about a year of building. Never shown, never planned with. */
const typicalWorkdays = 240
