import { byCodePoint } from '../../../kernel/order.ts'
import type { MatterInput } from '../../matters/contract/catalogue.ts'
import { parseSupplyBy } from '../../matters/contract/supply-by.ts'
import type { PaperNeed } from '../contract/plan.ts'
import { dateAt } from './axis.ts'
import type { Dating } from './dates.ts'
import { bindingOf } from './graph.ts'
import type { Run } from './run.ts'

interface Need {
  readonly rank: number
  readonly at: number
  readonly dated: boolean
}

/**
 * Each paper once: who prepares it, the matter that needs it first, all that it serves (mission A2).
 * Papers of prior matters are the zone's; a paper that a commitment replaces is not asked for.
 */
export function papersOf(run: Run, dating: Dating): PaperNeed[] {
  const { compiled } = run.program
  const needs = new Map<string, Need[]>()
  for (let i = 0; i < run.schedule.length; i++) {
    const rank = run.schedule.sequence[i] as number
    if (run.program.prior[rank] === 1) continue
    for (const input of compiled.matters[rank]?.matter.inputs ?? []) {
      if (!compiled.papers.has(input.ref) || comesFromPlan(run, rank, input.ref)) continue
      const need = needOf(run, dating, rank, input)
      if (need) needs.set(input.ref, [...(needs.get(input.ref) ?? []), need])
    }
  }
  const rows = [...needs].map(([paper, list]): PaperNeed => {
    const sorted = list.sort((a, b) => a.at - b.at || a.rank - b.rank)
    const first = sorted[0] as Need
    return {
      paper,
      preparedBy: compiled.papers.get(paper)?.preparedBy ?? 'enterprise',
      firstNeededBy: codeAt(run, first.rank),
      neededAt: first.at,
      neededOn: first.dated ? dateAt(run.axis, first.at) : null,
      serves: sorted.slice(1).map((need) => codeAt(run, need.rank)),
    }
  })
  return rows.sort((a, b) => a.neededAt - b.neededAt || byCodePoint(a.paper, b.paper))
}

/** A code that is both paper and outcome is an outcome while somebody in the plan produces it. */
function comesFromPlan(run: Run, rank: number, ref: string): boolean {
  return (run.program.compiled.producersOf.get(ref) ?? []).some(
    (producer) => producer !== rank && run.schedule.active[producer] === 1,
  )
}

function needOf(run: Run, dating: Dating, rank: number, input: MatterInput): Need | null {
  const { reforms, compiled } = run.program
  const relaxed = reforms.relax.has(`${codeAt(run, rank)}/${input.ref}`)
  const binding = bindingOf(input, reforms, relaxed)
  const filed = run.schedule.filed[rank] as number
  const startDated = dating.startKnown[rank] === 1
  if (binding === 'start') return { rank, at: filed, dated: startDated }
  if (binding === 'none' && input.treatment !== 'tolerable') return null
  const supplyBy = parseSupplyBy(input.supplyBy)
  if (binding === 'none' && supplyBy?.kind === 'workdays') return { rank, at: filed + supplyBy.days, dated: startDated }
  const x = supplyBy?.kind === 'matter' ? compiled.indexOf.get(supplyBy.matter) : undefined
  if (x !== undefined && run.schedule.active[x] === 1) {
    return { rank, at: run.schedule.start[x] as number, dated: dating.startKnown[x] === 1 }
  }
  return { rank, at: run.schedule.decided[rank] as number, dated: dating.finishKnown[rank] === 1 }
}

function codeAt(run: Run, rank: number): string {
  return run.program.compiled.matters[rank]?.matter.code as string
}
