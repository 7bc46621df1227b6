import type { Expression } from '../../../kernel/feel/compile.ts'
import type { CompiledCatalogue, CompiledMatter } from '../../matters/contract/compiled.ts'
import { type Edge, edgesOf, isPrior, type Reforms } from './graph.ts'
import { type Readings, readingsOf } from './readings.ts'
import { orderOf } from './topological.ts'

/** Kinds of an edge in the arrays. */
export const startEdge = 0
export const decisionEdge = 1

/**
 * A catalogue under one set of reforms, laid out in arrays by rank for the scheduler's loops.
 * Edges into matter m stand at `firstIn[m] … firstIn[m + 1] - 1`.
 */
export interface Program {
  readonly compiled: CompiledCatalogue
  readonly reforms: Reforms
  readonly count: number
  readonly preparation: Float64Array
  readonly days: Float64Array
  readonly inCalendarDays: Uint8Array
  readonly floorDays: Float64Array
  readonly floorInCalendarDays: Uint8Array
  readonly slip: Float64Array
  readonly prior: Uint8Array
  readonly follows: Uint8Array
  /** Ranks of matters that last as long as a fact says, with that fact. */
  readonly lasting: readonly { readonly rank: number; readonly fact: string }[]
  readonly edges: readonly Edge[]
  readonly firstIn: Int32Array
  readonly edgeFrom: Int32Array
  readonly edgeKind: Uint8Array
  readonly edgeOnlyIf: Int32Array
  readonly edgeUnless: Int32Array
  /** Predecessors first; null when the edges could form a circle and the order must be found for each plan. */
  readonly order: Int32Array | null
  /** The inputs that papers, owed papers and commitments are read off. */
  readonly readings: Readings
  /** The different applicability rules, and which of them each matter has. */
  readonly rules: readonly Expression[]
  readonly ruleOf: Int32Array
}

/** Single changes of a plan by matter code, in working days. */
export interface Adjustments {
  readonly handling: Readonly<Record<string, number>>
  readonly slips: Readonly<Record<string, number>>
}

export function programOf(compiled: CompiledCatalogue, reforms: Reforms): Program {
  const { matters } = compiled
  const edges = edgesOf(compiled, reforms).sort((a, b) => a.to - b.to)
  const limits = matters.map(({ matter }) => (reforms.promised ? matter.handling.committed : matter.handling.statutory))
  const floors = matters.map(({ matter }) => matter.handling.floor ?? { days: 0, unit: 'workday' as const })
  const rules = [...new Map(matters.map(({ applies }) => [applies.source, applies])).values()]
  const ruleRank = new Map(rules.map((rule, i) => [rule.source, i]))
  return {
    compiled,
    reforms,
    count: matters.length,
    preparation: numbers(matters, ({ matter }) =>
      reforms.fastPreparation ? matter.preparation.fast : matter.preparation.normal,
    ),
    days: Float64Array.from(limits, (limit) => limit.days),
    inCalendarDays: Uint8Array.from(limits, (limit) => (limit.unit === 'calendarDay' ? 1 : 0)),
    floorDays: Float64Array.from(floors, (floor) => floor.days),
    floorInCalendarDays: Uint8Array.from(floors, (floor) => (floor.unit === 'calendarDay' ? 1 : 0)),
    slip: new Float64Array(matters.length),
    prior: Uint8Array.from(matters, (_, rank) => (isPrior(compiled, rank, reforms.standardLand) ? 1 : 0)),
    follows: Uint8Array.from(matters, ({ matter }) => (matter.afterProduction ? 1 : 0)),
    lasting: matters.flatMap(({ matter }, rank) =>
      matter.durationFact === undefined ? [] : [{ rank, fact: matter.durationFact }],
    ),
    edges,
    firstIn: firstInOf(edges, matters.length),
    edgeFrom: Int32Array.from(edges, (edge) => edge.from),
    edgeKind: Uint8Array.from(edges, (edge) => (edge.kind === 'start' ? startEdge : decisionEdge)),
    edgeOnlyIf: Int32Array.from(edges, (edge) => edge.onlyIf),
    edgeUnless: Int32Array.from(edges, (edge) => edge.unless),
    order: orderOf(matters.length, edges).order,
    readings: readingsOf(compiled, reforms),
    rules,
    ruleOf: Int32Array.from(matters, ({ applies }) => ruleRank.get(applies.source) as number),
  }
}

/** The same program with a few matters late, or their desks quicker: everything else is shared. */
export function adjusted(program: Program, { handling, slips }: Adjustments): Program {
  const days = program.days.slice()
  const inCalendarDays = program.inCalendarDays.slice()
  const slip = program.slip.slice()
  for (const [code, promised] of Object.entries(handling)) {
    const rank = program.compiled.indexOf.get(code) as number
    days[rank] = promised
    inCalendarDays[rank] = 0
  }
  for (const [code, late] of Object.entries(slips)) slip[program.compiled.indexOf.get(code) as number] = late
  return { ...program, days, inCalendarDays, slip }
}

function numbers(matters: readonly CompiledMatter[], read: (matter: CompiledMatter) => number): Float64Array {
  return Float64Array.from(matters, read)
}

function firstInOf(edges: readonly Edge[], count: number): Int32Array {
  const first = new Int32Array(count + 1)
  for (const edge of edges) first[edge.to + 1] = (first[edge.to + 1] as number) + 1
  for (let i = 0; i < count; i++) first[i + 1] = (first[i + 1] as number) + (first[i] as number)
  return first
}
