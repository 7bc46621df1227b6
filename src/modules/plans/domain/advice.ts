import { byCodePoint } from '../../../kernel/order.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { Advice, AdviceItem } from '../contract/answers.ts'
import type { Milestones } from '../contract/plan.ts'
import { type Candidate, candidatesOf } from './candidates.ts'
import { milestonesOf } from './plan.ts'
import { type PlanInput, type Settled, settle } from './request.ts'
import { runOf } from './run.ts'

/**
 * Every single lawful change, ranked by the working days that planning again says it saves to the permit and to production;
 * and a greedy combination, each step the one that saves most on top of those before, until the permit comes on the contract day.
 */
export function adviseOn(compiled: CompiledCatalogue, input: PlanInput): Advice {
  const settled = settle(compiled, input)
  const before = milestones(compiled, settled)
  const items = ranked(tried(compiled, settled, before))
  return { items, combination: combine(compiled, settled, before) }
}

function tried(compiled: CompiledCatalogue, settled: Settled, before: Milestones): AdviceItem[] {
  return candidatesOf(compiled, settled).flatMap((candidate) => {
    const after = milestones(compiled, resettle(settled, candidate))
    const item: AdviceItem = {
      ...candidate,
      savesToPermit: saved(before.permit, after.permit),
      savesToProduction: saved(before.production, after.production),
    }
    return item.savesToPermit > 0 || item.savesToProduction > 0 ? [item] : []
  })
}

function resettle(settled: Settled, candidate: Candidate): Settled {
  const standardLand = candidate.switches.standardLand && settled.facts.landKind === 'standard-land'
  return { ...settled, switches: candidate.switches, standardLand, changes: candidate.changes }
}

function ranked(items: AdviceItem[]): AdviceItem[] {
  const key = (item: AdviceItem) => item.savesToPermit + item.savesToProduction
  return items.sort((a, b) => key(b) - key(a) || b.savesToPermit - a.savesToPermit || byCodePoint(a.id, b.id))
}

function saved(before: number | null, after: number | null): number {
  return before === null || after === null ? 0 : before - after
}

function milestones(compiled: CompiledCatalogue, settled: Settled): Milestones {
  const run = runOf(compiled, settled)
  return milestonesOf(run, run.applies.includes(-1))
}

/** Steps tried at most; steps of one desk count as one when told. */
const longestCombination = 24

function combine(compiled: CompiledCatalogue, settled: Settled, before: Milestones): Advice['combination'] {
  let steps: AdviceItem[] = []
  let current = settled
  let reached = before
  for (let i = 0; i < longestCombination && !onContractDay(reached); i++) {
    const best = tried(compiled, current, reached)
      .filter((item) => item.savesToPermit > 0)
      .sort(
        (a, b) =>
          b.savesToPermit - a.savesToPermit || b.savesToProduction - a.savesToProduction || byCodePoint(a.id, b.id),
      )[0]
    if (!best) break
    steps = withStep(steps, best)
    current = resettle(current, best)
    reached = milestones(compiled, current)
  }
  return { steps, milestones: reached, permitOnContractDay: onContractDay(reached) }
}

/** A desk that gives day after day is one step: its last promise, with all that it saves; the request is that of the newest step. */
function withStep(steps: readonly AdviceItem[], step: AdviceItem): AdviceItem[] {
  const earlier = steps.find(({ id }) => id === step.id)
  const others = steps.filter(({ id }) => id !== step.id)
  return [
    ...others,
    {
      ...step,
      savesToPermit: step.savesToPermit + (earlier?.savesToPermit ?? 0),
      savesToProduction: step.savesToProduction + (earlier?.savesToProduction ?? 0),
    },
  ]
}

function onContractDay({ contract, permit }: Milestones): boolean {
  return contract !== null && permit !== null && permit <= contract
}
