import type { Matter } from '../../src/modules/matters/contract/catalogue.ts'
import type { SlowDays } from './days.ts'
import type { Edge, Graph, Reforms } from './graph.ts'

export interface Time {
  start: number
  filed: number
  decided: number
  finish: number
}
export type Times = Map<Matter, Time>

export interface Terms {
  readonly days: SlowDays
  readonly reforms: Reforms
  /** Working days of a matter that lasts as long as a fact says; missing counts as 0. */
  readonly durationOf: (matter: Matter) => number | undefined
  /** Of a running project: what has happened, as offsets, and the offset of today. */
  readonly past?: { readonly today: number; readonly of: ReadonlyMap<Matter, Past> }
}

export interface Past {
  readonly filed: number
  readonly expected?: number
  readonly finished?: number
}

const zero: Time = { start: 0, filed: 0, decided: 0, finish: 0 }

/** Times of one matter that starts at `start` and whose decision waits for `wait`. */
function timeOf(matter: Matter, at: { start: number; wait: number }, terms: Terms): Time {
  const past = terms.past?.of.get(matter)
  if (past?.finished !== undefined) {
    return { start: past.filed, filed: past.filed, decided: past.finished, finish: past.finished }
  }
  if (past !== undefined) {
    const today = terms.past?.today ?? 0
    const byClock = past.expected ?? decidedFrom(matter, past.filed, terms)
    const decided = Math.max(byClock, today)
    return { start: past.filed, filed: past.filed, decided, finish: Math.max(decided, at.wait) }
  }
  const prepared = at.start + matter.preparation[terms.reforms.switches.fastPreparation ? 'fast' : 'normal']
  const filed = Math.max(prepared, terms.past?.today ?? 0)
  const decided = decidedFrom(matter, filed, terms)
  const wait = terms.durationOf(matter) === undefined ? at.wait : 0
  return { start: at.start, filed, decided, finish: Math.max(decided, wait) }
}

/** When the office is done with what was filed then. */
function decidedFrom(matter: Matter, filed: number, terms: Terms): number {
  const { days, reforms } = terms
  const duration = terms.durationOf(matter)
  if (duration !== undefined) return filed + duration
  const promised = reforms.changes.handling[matter.code]
  const limit =
    promised === undefined
      ? matter.handling[reforms.switches.promised ? 'committed' : 'statutory']
      : { days: promised, unit: 'workday' as const }
  const floor = matter.handling.floor
  return Math.max(days.add(filed, limit), floor ? days.add(filed, floor) : 0)
}

/** The one-after-another order: always the ready matter that comes first by stage, then code. */
export function serialOrder(graph: Graph): Matter[] {
  const waiting = graph.scheduled.filter((m) => !graph.prior.has(m))
  const order: Matter[] = []
  while (waiting.length > 0) {
    const ready = waiting.find((m) => !graph.edges.some((e) => e.to === m && waiting.includes(e.from)))
    if (!ready) throw new Error('cycle')
    order.push(ready)
    waiting.splice(waiting.indexOf(ready), 1)
  }
  return order
}

function oneAfterAnother(order: readonly Matter[]): Edge[] {
  return order.slice(1).map((to, i) => ({ from: order[i] ?? to, to, kind: 'start' }))
}

/**
 * Everything starts at 0 and is pushed back again and again until nothing moves; a graph that never rests has a cycle.
 * `delays`: working days by which the start of a matter is late.
 */
export function times(graph: Graph, terms: Terms, delays: ReadonlyMap<Matter, number>): Times {
  const result: Times = new Map(graph.scheduled.map((m) => [m, zero]))
  const serial = terms.reforms.switches.parallel ? [] : oneAfterAnother(serialOrder(graph))
  const holds = Map.groupBy([...graph.edges, ...serial], (e) => e.to)
  for (let round = 0; ; round++) {
    if (round > graph.scheduled.length + 1) throw new Error('cycle')
    let moved = false
    for (const matter of graph.scheduled) {
      if (graph.prior.has(matter)) continue
      const at = { start: 0, wait: 0 }
      for (const { from, kind } of holds.get(matter) ?? []) {
        const end = result.get(from)?.finish ?? 0
        if (kind === 'start') at.start = Math.max(at.start, end)
        else at.wait = Math.max(at.wait, end)
      }
      at.start += delays.get(matter) ?? 0
      const time = timeOf(matter, at, terms)
      const last = result.get(matter) ?? zero
      moved ||= time.start !== last.start || time.finish !== last.finish || time.filed !== last.filed
      result.set(matter, time)
    }
    if (!moved) return result
  }
}

const long = process.env.LUODI_LONG === '1'

const latest = (all: Times): number => Math.max(0, ...[...all.values()].map((t) => t.finish))

/**
 * The largest delay in half days that leaves the latest finish of the plan where it is. Whoever begins later never ends a plan earlier, so that
 * it is looked for by halves; with LUODI_LONG=1 one half day after the other is tried out, which relies on nothing.
 */
export function slackOf(
  matter: Matter,
  graph: Graph,
  given: { terms: Terms; slips: ReadonlyMap<Matter, number> },
): number {
  const end = latest(times(graph, given.terms, given.slips))
  const moves = (halves: number): boolean => {
    const delays = new Map(given.slips).set(matter, (given.slips.get(matter) ?? 0) + halves / 2)
    return latest(times(graph, given.terms, delays)) > end
  }
  let [kept, moved] = [0, 1]
  while (!moves(moved)) [kept, moved] = [moved, long ? moved + 1 : 2 * moved]
  while (moved - kept > 1) {
    const middle = Math.floor((kept + moved) / 2)
    if (moves(middle)) moved = middle
    else kept = middle
  }
  return kept / 2
}

interface Walk {
  readonly milestones: readonly string[]
  readonly order: Matter[] | null
  /** Working days by which a start is late by itself: the path goes on from before them. */
  readonly slips: ReadonlyMap<Matter, number>
}

/** Matters on a longest path to one of these milestones, found by walking back along what held each one up. */
export function criticalOf(graph: Graph, all: Times, given: Walk): Set<Matter> {
  const critical = new Set<Matter>()
  const stack = graph.scheduled.filter((m) => given.milestones.includes(m.code))
  for (let matter = stack.pop(); matter; matter = stack.pop()) {
    if (critical.has(matter) || graph.prior.has(matter)) continue
    critical.add(matter)
    const time = all.get(matter) ?? zero
    const ready = time.start - (given.slips.get(matter) ?? 0)
    for (const edge of graph.edges) {
      if (edge.to !== matter) continue
      const end = all.get(edge.from)?.finish
      if (edge.kind === 'decision' && end === time.finish) stack.push(edge.from)
      if (edge.kind === 'start' && end === ready && time.decided === time.finish) stack.push(edge.from)
    }
    const before = given.order?.[given.order.indexOf(matter) - 1]
    if (before && time.decided === time.finish) stack.push(before)
  }
  return critical
}
