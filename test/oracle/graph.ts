import type { Catalogue, Matter, MatterInput } from '../../src/modules/matters/contract/catalogue.ts'
import type { Changes } from '../../src/modules/plans/contract/request.ts'
import type { Switches } from '../../src/modules/zones/contract/switches.ts'

/** `from` must end before `to` starts, or before `to` is decided. */
export interface Edge {
  readonly from: Matter
  readonly to: Matter
  readonly kind: 'start' | 'decision'
}

/** A tolerable paper that may come so many working days after filing. */
export interface Tolerance {
  readonly matter: Matter
  readonly ref: string
  readonly producer: Matter
  readonly days: number
}

/** The matters in the schedule and what binds them, one pair after the other. */
export interface Graph {
  /** In the order of stages, then code point of the code. */
  readonly scheduled: readonly Matter[]
  readonly prior: ReadonlySet<Matter>
  readonly edges: readonly Edge[]
  readonly tolerances: readonly Tolerance[]
  readonly commitments: readonly { readonly matter: string; readonly ref: string }[]
}

export interface Reforms {
  readonly switches: Switches
  /** The switch is on and the land is standard land. */
  readonly standardLand: boolean
  readonly changes: Changes
}

export function byStageThenCode(catalogue: Catalogue): (a: Matter, b: Matter) => number {
  const stages = Object.keys(catalogue.stages)
  return (a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage) || byCodePoint(a.code, b.code)
}

export function byCodePoint(a: string, b: string): number {
  const left = [...a].map((c) => c.codePointAt(0) ?? 0)
  const right = [...b].map((c) => c.codePointAt(0) ?? 0)
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

type Effect =
  | { kind: 'start' | 'decision' | 'none' }
  | { kind: 'matter'; code: string }
  | { kind: 'owed'; days: number }

/** What an input does under these reforms; with its switch off every treatment is hard. */
function effectOf(matter: Matter, input: MatterInput, reforms: Reforms): Effect {
  const relaxed = reforms.changes.relax.includes(`${matter.code}/${input.ref}`)
  const { deferral, preReview, commitment } = reforms.switches
  if (input.treatment === 'hard') return { kind: input.preReview && (preReview || relaxed) ? 'decision' : 'start' }
  if (input.treatment === 'commitment') return { kind: commitment || relaxed ? 'none' : 'start' }
  if (input.treatment === 'regional') return { kind: reforms.standardLand || relaxed ? 'none' : 'start' }
  if (!deferral && !relaxed) return { kind: 'start' }
  const supplyBy = input.supplyBy ?? ''
  if (supplyBy.startsWith('matter:')) return { kind: 'matter', code: supplyBy.slice('matter:'.length) }
  if (supplyBy.startsWith('workdays:')) return { kind: 'owed', days: Number(supplyBy.slice('workdays:'.length)) }
  return { kind: 'decision' }
}

export function graphOf(catalogue: Catalogue, inPlan: readonly Matter[], reforms: Reforms): Graph {
  const scheduled = inPlan.filter((m) => !m.afterProduction).toSorted(byStageThenCode(catalogue))
  const priorModes = ['gov-prior', 'regional']
  const prior = new Set(reforms.standardLand ? scheduled.filter((m) => priorModes.includes(m.standardLand.mode)) : [])
  const edges: Edge[] = []
  // Works that last as long as a fact says end when they end: in them no decision waits.
  const decides = (from: Matter, to: Matter): void => {
    if (to.durationFact === undefined) edges.push({ from, to, kind: 'decision' })
  }
  // An outcome that nobody else in the plan produces binds nothing, so there is nothing to commit oneself to.
  const isAsked = (input: MatterInput, matter: Matter): boolean =>
    catalogue.materials.some((paper) => paper.code === input.ref) ||
    scheduled.some((m) => m !== matter && m.outputs.some((o) => o.code === input.ref))
  const tolerances: Tolerance[] = []
  const commitments: { matter: string; ref: string }[] = []
  for (const matter of scheduled) {
    if (prior.has(matter)) continue
    for (const input of matter.inputs) {
      const effect = effectOf(matter, input, reforms)
      if (input.treatment === 'commitment' && effect.kind === 'none' && isAsked(input, matter)) {
        commitments.push({ matter: matter.code, ref: input.ref })
      }
      for (const producer of scheduled) {
        if (producer === matter || !producer.outputs.some((o) => o.code === input.ref)) continue
        if (effect.kind === 'owed') tolerances.push({ matter, ref: input.ref, producer, days: effect.days })
        else if (effect.kind === 'matter') {
          const supplier = scheduled.find((m) => m.code === effect.code)
          if (!supplier) decides(producer, matter)
          else if (!prior.has(supplier) && supplier !== producer) {
            edges.push({ from: producer, to: supplier, kind: 'start' })
          }
        } else if (effect.kind === 'decision') decides(producer, matter)
        else if (effect.kind === 'start') edges.push({ from: producer, to: matter, kind: 'start' })
      }
    }
  }
  return { scheduled, prior, edges, tolerances, commitments }
}
