import type { MatterInput } from '../../matters/contract/catalogue.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import { parseSupplyBy } from '../../matters/contract/supply-by.ts'
import type { Switches } from '../../zones/contract/switches.ts'

/** Under which reforms a plan is computed; `standardLand` already counts the land of the project. */
export interface Reforms extends Switches {
  /** Single inputs treated as the catalogue allows although their switch is off: `matter/ref`. */
  readonly relax: ReadonlySet<string>
}

/**
 * `from` ends before `to` starts, or before `to` is decided. Ranks of matters.
 * It binds only while `onlyIf` is in the plan and `unless` is not (-1: no such condition).
 */
export interface Edge {
  readonly from: number
  readonly to: number
  readonly kind: 'start' | 'decision'
  readonly ref: string
  readonly onlyIf: number
  readonly unless: number
}

export function isPrior(compiled: CompiledCatalogue, rank: number, standardLand: boolean): boolean {
  const mode = compiled.matters[rank]?.matter.standardLand.mode
  return standardLand && (mode === 'gov-prior' || mode === 'regional')
}

/** Every edge that can bind under these reforms, whatever the facts make of the plan. */
export function edgesOf(compiled: CompiledCatalogue, reforms: Reforms): Edge[] {
  return compiled.matters.flatMap(({ matter }, to) => {
    if (matter.afterProduction || isPrior(compiled, to, reforms.standardLand)) return []
    const edges = matter.inputs.flatMap((input) => inputEdges(compiled, reforms, to, input))
    // Works that last as long as a fact says end when they end: no decision waits in them.
    return matter.durationFact === undefined ? edges : edges.filter((edge) => edge.to !== to || edge.kind === 'start')
  })
}

function inputEdges(compiled: CompiledCatalogue, reforms: Reforms, to: number, input: MatterInput): Edge[] {
  const producers = (compiled.producersOf.get(input.ref) ?? []).filter(
    (rank) =>
      rank !== to && !compiled.matters[rank]?.matter.afterProduction && !isPrior(compiled, rank, reforms.standardLand),
  )
  const code = compiled.matters[to]?.matter.code
  const binding = bindingOf(input, reforms, reforms.relax.has(`${code}/${input.ref}`))
  if (binding === 'none') return []
  const plain = { to, ref: input.ref, onlyIf: -1, unless: -1 }
  if (binding !== 'matter') return producers.map((from) => ({ ...plain, from, kind: binding }))
  return producers.flatMap((from) => beforeMatter(compiled, reforms, { ...plain, from, kind: 'decision' }, input))
}

export type Binding = 'start' | 'decision' | 'matter' | 'none'

/** What an input holds up under these reforms; with its switch off it is hard. */
export function bindingOf(input: MatterInput, reforms: Reforms, relaxed: boolean): Binding {
  if (input.treatment === 'hard') return input.preReview && (reforms.preReview || relaxed) ? 'decision' : 'start'
  if (input.treatment === 'commitment') return reforms.commitment || relaxed ? 'none' : 'start'
  if (input.treatment === 'regional') return reforms.standardLand ? 'none' : 'start'
  if (!reforms.deferral && !relaxed) return 'start'
  const supplyBy = parseSupplyBy(input.supplyBy)
  return supplyBy === null || supplyBy.kind === 'decision' ? 'decision' : supplyBy.kind === 'matter' ? 'matter' : 'none'
}

/** `matter:X`: X waits for the producer; where X is not in the plan the decision waits; where X is prior nothing does. */
function beforeMatter(compiled: CompiledCatalogue, reforms: Reforms, decision: Edge, input: MatterInput): Edge[] {
  const supplyBy = parseSupplyBy(input.supplyBy)
  const x = supplyBy?.kind === 'matter' ? compiled.indexOf.get(supplyBy.matter) : undefined
  if (x === undefined) return [decision]
  const otherwise: Edge = { ...decision, unless: x }
  if (isPrior(compiled, x, reforms.standardLand) || compiled.matters[x]?.matter.afterProduction) return [otherwise]
  // X cannot wait for what it brings itself: a matter binds itself to nothing.
  if (x === decision.from) return [otherwise]
  return [otherwise, { ...decision, to: x, kind: 'start', onlyIf: decision.to }]
}
