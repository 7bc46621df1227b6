import type { CalendarYear } from '../../src/kernel/calendar.ts'
import type { Catalogue, Matter } from '../../src/modules/matters/contract/catalogue.ts'
import type { FactValues } from '../../src/modules/matters/contract/fact-values.ts'
import type { Milestones, OwedPaper, PlannedMatter, Undecided } from '../../src/modules/plans/contract/plan.ts'
import type { Changes } from '../../src/modules/plans/contract/request.ts'
import type { Switches } from '../../src/modules/zones/contract/switches.ts'
import { SlowDays } from './days.ts'
import { evaluate } from './feel.ts'
import { byCodePoint, byStageThenCode, type Graph, graphOf, type Reforms } from './graph.ts'
import { criticalOf, serialOrder, slackOf, type Terms, type Times, times } from './schedule.ts'

/**
 * A second implementation of the plan, written from the specification alone and slow on purpose:
 * it shares no code with the planner, only the shapes of the contracts. Tests hold the planner against it.
 */
export interface OracleRequest {
  readonly catalogue: Catalogue
  readonly years: readonly CalendarYear[]
  readonly facts: FactValues
  readonly start: string
  readonly switches: Switches
  /** An ordinary transfer is read as standard land (the scenarios `reform` and `same-day`). */
  readonly assumeStandardLand: boolean
  readonly changes?: Changes
}

export interface OraclePlan {
  readonly dayZero: string
  readonly assumedStandardLand: boolean
  readonly matters: PlannedMatter[]
  readonly undecided: Undecided[]
  readonly milestones: Milestones
  readonly owed: OwedPaper[]
  readonly commitments: { matter: string; ref: string }[]
  readonly undated: string[]
  readonly provisional: boolean
}

const milestoneCodes = {
  contract: 'land-contract',
  permit: 'construction-permit',
  jointAccept: 'joint-accept',
  production: 'production-start',
}

interface Undated {
  readonly starts: ReadonlySet<Matter>
  readonly finishes: ReadonlySet<Matter>
}

export function oraclePlan(request: OracleRequest): OraclePlan {
  const { catalogue } = request
  const assumedStandardLand = request.assumeStandardLand && request.facts.landKind === 'ordinary-transfer'
  const facts: FactValues = { ...request.facts, ...(assumedStandardLand ? { landKind: 'standard-land' } : {}) }
  const rows = catalogue.matters.toSorted(byStageThenCode(catalogue))
  const verdicts = new Map(rows.map((m) => [m, evaluate(m.applies, facts)]))
  const reforms: Reforms = {
    switches: request.switches,
    standardLand: request.switches.standardLand && facts.landKind === 'standard-land',
    changes: request.changes ?? { relax: [], handling: {}, slips: {} },
  }
  const inPlan = rows.filter((m) => verdicts.get(m)?.value === true)
  const graph = graphOf(catalogue, inPlan, reforms)
  serialOrder(graph) // throws where the plan runs in a circle, also one of zero days
  const days = new SlowDays(request.years, request.start)
  const fact = (m: Matter): number | undefined =>
    m.durationFact === undefined ? undefined : Number(facts[m.durationFact] ?? 0)
  const terms: Terms = { days, reforms, durationOf: fact }
  const timed = schedule(graph, terms, undatedOf(graph, facts, reforms))
  const undecided = rows
    .filter((m) => verdicts.get(m)?.value === null)
    .map((m) => ({ code: m.code, missing: verdicts.get(m)?.missing ?? [] }))
  const matters = rows.map((m) => timed.rows.get(m) ?? bare(m, verdicts.get(m)?.value))
  const finishOf = (code: string): number | null => matters.find((m) => m.code === code)?.finish ?? null
  return {
    dayZero: days.dayZero,
    assumedStandardLand,
    matters,
    undecided,
    milestones: {
      contract: finishOf(milestoneCodes.contract),
      permit: finishOf(milestoneCodes.permit),
      jointAccept: finishOf(milestoneCodes.jointAccept),
      production: finishOf(milestoneCodes.production),
      incomplete: undecided.length > 0,
    },
    owed: timed.owed,
    commitments: [...graph.commitments].sort((a, b) => byCodePoint(a.matter, b.matter) || byCodePoint(a.ref, b.ref)),
    undated: missingDurations(graph, facts),
    provisional: [
      days.dayZero,
      ...matters.flatMap((m) => [m.startDate, m.filedDate, m.finishDate]),
      ...timed.owed.map((o) => o.dueDate),
    ].some((day) => typeof day === 'string' && days.isProvisional(day)),
  }
}

function bare(matter: Matter, applies: unknown): PlannedMatter {
  if (applies === true) return { code: matter.code, applies: true }
  return { code: matter.code, applies: applies === false ? false : null }
}

function missingDurations(graph: Graph, facts: FactValues): string[] {
  const named = graph.scheduled.filter((m) => !graph.prior.has(m)).flatMap((m) => m.durationFact ?? [])
  return [...new Set(named.filter((code) => (facts[code] ?? null) === null))].sort(byCodePoint)
}

/** Matters whose start, or whose finish, hangs on a duration that nobody has told. */
function undatedOf(graph: Graph, facts: FactValues, reforms: Reforms): Undated {
  const starts = new Set<Matter>()
  const finishes = new Set(
    graph.scheduled.filter((m) => !graph.prior.has(m) && m.durationFact && (facts[m.durationFact] ?? null) === null),
  )
  const order = reforms.switches.parallel ? [] : serialOrder(graph)
  for (let size = -1; size !== starts.size + finishes.size; ) {
    size = starts.size + finishes.size
    for (const edge of graph.edges) {
      if (!finishes.has(edge.from)) continue
      if (edge.kind === 'start') starts.add(edge.to)
      finishes.add(edge.to)
    }
    for (const [i, matter] of order.entries()) {
      const before = order[i - 1]
      if (!before || !finishes.has(before)) continue
      starts.add(matter)
      finishes.add(matter)
    }
  }
  return { starts, finishes }
}

function schedule(
  graph: Graph,
  terms: Terms,
  undated: Undated,
): { rows: Map<Matter, PlannedMatter>; owed: OwedPaper[] } {
  const slips = new Map(graph.scheduled.map((m) => [m, terms.reforms.changes.slips[m.code] ?? 0]))
  const all: Times = times(graph, terms, slips)
  const order = terms.reforms.switches.parallel ? null : serialOrder(graph)
  const critical = criticalOf(graph, all, { milestones: Object.values(milestoneCodes), order, slips })
  const dated = (t: number, open: boolean): string | null => (open ? null : terms.days.date(t))
  const rows = new Map<Matter, PlannedMatter>()
  for (const [matter, time] of all) {
    const prior = graph.prior.has(matter)
    rows.set(matter, {
      code: matter.code,
      applies: true,
      start: time.start,
      filed: time.filed,
      decided: time.decided,
      finish: time.finish,
      startDate: dated(time.start, undated.starts.has(matter)),
      filedDate: dated(time.filed, undated.starts.has(matter)),
      finishDate: dated(time.finish, undated.finishes.has(matter)),
      slack: prior ? null : slackOf(matter, graph, { terms, slips }),
      critical: critical.has(matter),
      prior,
    })
  }
  const owed = graph.tolerances.flatMap((t): OwedPaper[] => {
    const filed = all.get(t.matter)?.filed ?? 0
    const arrives = all.get(t.producer)?.finish ?? 0
    if (arrives <= filed) return []
    const due = filed + t.days
    const dueDate = dated(due, undated.starts.has(t.matter))
    return [
      {
        matter: t.matter.code,
        ref: t.ref,
        producer: t.producer.code,
        filed,
        arrives,
        due,
        dueDate,
        lapses: arrives > due,
      },
    ]
  })
  return { rows, owed }
}
