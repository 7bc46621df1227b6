import type { Matter } from '../../src/modules/matters/contract/catalogue.ts'
import type { Progress } from '../../src/modules/projects/contract/progress.ts'
import { SlowDays } from './days.ts'
import { evaluate } from './feel.ts'
import { byStageThenCode, graphOf, type Reforms } from './graph.ts'
import type { OracleRequest } from './plan.ts'
import { type Past, type Terms, times } from './schedule.ts'

type Running = Omit<OracleRequest, 'assumeStandardLand'> & { readonly progress: Progress }

/** Offsets at which the matters of a running project end, by the specification: what happened is fixed, the rest moves. */
export function oracleFinishes({ catalogue, years, facts, start, switches, progress }: Running): Map<string, number> {
  const inPlan = catalogue.matters
    .toSorted(byStageThenCode(catalogue))
    .filter((matter) => evaluate(matter.applies, facts).value === true)
  const reforms: Reforms = {
    switches,
    standardLand: switches.standardLand && facts.landKind === 'standard-land',
    changes: { relax: [], handling: {}, slips: {} },
  }
  const days = new SlowDays(years, start)
  const graph = graphOf(catalogue, inPlan, reforms)
  const terms: Terms = {
    days,
    reforms,
    durationOf: (matter) => (matter.durationFact === undefined ? undefined : Number(facts[matter.durationFact] ?? 0)),
    past: { today: days.offset(progress.today), of: pastOf(inPlan, days, progress) },
  }
  const all = times(graph, terms, new Map())
  return new Map([...all].map(([matter, { finish }]) => [matter.code, finish]))
}

function pastOf(matters: readonly Matter[], days: SlowDays, { matters: past }: Progress): Map<Matter, Past> {
  const found = new Map<Matter, Past>()
  for (const matter of matters) {
    const own = past[matter.code]
    if (own === undefined) continue
    found.set(matter, {
      filed: days.offset(own.filed),
      ...(own.expected !== undefined && { expected: days.offset(own.expected) }),
      ...(own.finished !== undefined && { finished: days.offset(own.finished) }),
    })
  }
  return found
}
