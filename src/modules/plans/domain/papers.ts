import { byCodePoint } from '../../../kernel/order.ts'
import type { PaperNeed } from '../contract/plan.ts'
import { dateAt } from './axis.ts'
import type { Dating } from './dates.ts'
import type { Reading } from './readings.ts'
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
  const { active } = run.schedule
  const needs = new Map<string, Need[]>()
  for (const reading of run.program.readings.papers) {
    // A code that is both paper and outcome is an outcome while somebody in the plan produces it.
    if (active[reading.rank] === 0 || reading.producers.some((producer) => active[producer] === 1)) continue
    const need = needOf(run, dating, reading)
    const known = needs.get(reading.ref)
    if (known) known.push(need)
    else needs.set(reading.ref, [need])
  }
  const rows = [...needs].map(([paper, list]) => rowOf(run, paper, list))
  return rows.sort((a, b) => a.neededAt - b.neededAt || byCodePoint(a.paper, b.paper))
}

function rowOf(run: Run, paper: string, needs: Need[]): PaperNeed {
  const codeAt = (need: Need) => run.program.compiled.matters[need.rank]?.matter.code as string
  const [first, ...others] = needs.sort((a, b) => a.at - b.at || a.rank - b.rank) as [Need, ...Need[]]
  return {
    paper,
    preparedBy: run.program.compiled.papers.get(paper)?.preparedBy ?? 'enterprise',
    firstNeededBy: codeAt(first),
    neededAt: first.at,
    neededOn: first.dated ? dateAt(run.axis, first.at) : null,
    serves: others.map(codeAt),
  }
}

/** With the filing; later where it may be owed: its own day, the start of X, or the decision. */
function needOf(run: Run, dating: Dating, { rank, binding, supplyBy, before }: Reading): Need {
  const { filed, start, decided, active } = run.schedule
  const startDated = dating.startKnown[rank] === 1
  if (binding === 'start') return { rank, at: filed[rank] as number, dated: startDated }
  if (binding === 'none' && supplyBy?.kind === 'workdays') {
    return { rank, at: (filed[rank] as number) + supplyBy.days, dated: startDated }
  }
  if (before >= 0 && active[before] === 1) {
    return { rank, at: start[before] as number, dated: dating.startKnown[before] === 1 }
  }
  return { rank, at: decided[rank] as number, dated: dating.finishKnown[rank] === 1 }
}
