import type { Day } from '../../../kernel/calendar.ts'
import type { Lane } from '../contract/lane.ts'
import { isGap, strengths } from '../contract/strength.ts'
import type { GapView, LinkView, NodeView, PlacedOne } from '../contract/views.ts'
import { type StrengthRuleFacts, strengthOf } from './strength.ts'

export interface NodeRecord {
  readonly id: string
  readonly name: string
  readonly chain: { readonly id: string; readonly name: string }
  readonly lane: Lane
  readonly position: number
  readonly products: string | null
  readonly industryCode: string | null
  readonly targetEnterprises: number | null
  readonly targetOutputYuan: string | null
}

export interface LinkRecord {
  readonly id: string
  readonly product: string
  readonly from: string
  readonly to: string
}

/** All chains of a zone as they are recorded. */
export interface ChainRecords {
  readonly nodes: readonly NodeRecord[]
  readonly links: readonly LinkRecord[]
  /** By node. */
  readonly placed: ReadonlyMap<string, readonly PlacedOne[]>
}

/** A node with the chain that it belongs to. */
export type MapNode = NodeView & { readonly chain: { readonly id: string; readonly name: string } }

export interface ChainMap {
  /** With their chain, in the order of the records. */
  readonly nodes: ReadonlyMap<string, MapNode>
  readonly links: readonly LinkView[]
}

/** What the records say on a day: strength of every node, and where one enterprise alone stands behind it (单一来源风险). */
export function chainMapOf(records: ChainRecords, rules: readonly StrengthRuleFacts[], day: Day): ChainMap {
  const nodes = new Map(
    records.nodes.map((node) => {
      const { targetEnterprises, targetOutputYuan, ...rest } = node
      const placed = [...(records.placed.get(node.id) ?? [])]
      const outputs = placed.filter(({ counts }) => counts).map(({ outputYuan }) => outputYuan)
      const strength = strengthOf(rules, { outputs, targetEnterprises, targetOutputYuan }, day)
      return [node.id, { ...rest, strength, singleSupplier: outputs.length === 1, placed }] as const
    }),
  )
  const links = records.links.flatMap((link): LinkView[] => {
    const [from, to] = [nodes.get(link.from), nodes.get(link.to)]
    if (!from || !to) return []
    const end = ({ id, name, chain }: typeof from) => ({ id, name, chain: chain.name })
    return [
      {
        ...{ id: link.id, product: link.product, from: end(from), to: end(to) },
        inside: from.chain.id === to.chain.id,
        singleSupplier: from.singleSupplier,
        unserved: from.strength.enterprises === 0,
      },
    ]
  })
  return { nodes, links }
}

/** Gaps, the weakest first; of equal ones that for which more nodes at work wait, then in the order of the chains. */
export function gapsOf({ nodes, links }: ChainMap): readonly GapView[] {
  const gaps = [...nodes.values()].filter(({ strength }) => isGap(strength.strength))
  const views = gaps.map(({ id, name, chain, lane, strength, placed }) => ({
    ...{ chain, node: { id, name }, lane, strength, waiting: waitingFor(id, { nodes, links }) },
    projects: placed.filter(({ kind }) => kind === 'project').length,
    leads: placed.filter(({ kind }) => kind === 'lead').map(({ of }) => of),
  }))
  const rank = ({ strength }: GapView) => strengths.indexOf(strength.strength)
  return views.toSorted((a, b) => rank(a) - rank(b) || b.waiting.length - a.waiting.length)
}

/** Nodes with enterprises at work to which this one delivers, each once. */
function waitingFor(id: string, { nodes, links }: ChainMap) {
  const ends = links.filter(({ from, to }) => from.id === id && (nodes.get(to.id)?.strength.enterprises ?? 0) > 0)
  return [...new Map(ends.map(({ to }) => [to.id, { id: to.id, name: to.name }])).values()]
}
