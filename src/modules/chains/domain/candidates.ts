import { byMatch, type MatchPart, matchOf } from '../../../kernel/match.ts'
import { byCodePoint } from '../../../kernel/order.ts'
import type { FillingCandidate } from '../contract/candidates.ts'
import type { ChainMap, MapNode } from './chain-map.ts'
import { type Likest, likest, termsOf } from './terms.ts'

/** How much each part of the comparison weighs, the least score that is shown, and how many are shown. */
export interface CandidateWeights {
  readonly product: number
  readonly industry: number
  readonly similarNode: number
  readonly neighbour: number
  readonly least: number
  readonly most: number
}

/** Somebody who could come to the node. */
export interface PoolMember {
  readonly kind: FillingCandidate['kind']
  readonly id: string
  readonly name: string
  /** Status of the enterprise, stage of the project or the lead. */
  readonly status: string
  readonly industryCode: string | null
  /** What it says that it makes, offers or plans, in its own words. */
  readonly texts: readonly string[]
}

interface Question {
  readonly nodeId: string
  readonly map: ChainMap
  readonly pool: readonly PoolMember[]
  readonly weights: CandidateWeights
}

/**
 * Who could fill a node (补链候选), the likeliest first, each with the reasons: what it makes, its industry, like nodes on which it stands, and
 * nodes next to this one. Who stands on the node already is no candidate. What is not known counts neither for nor against.
 */
export function candidatesFor({ nodeId, map, pool, weights }: Question): readonly FillingCandidate[] {
  const node = map.nodes.get(nodeId)
  if (!node) return []
  const here = new Set(node.placed.map(({ kind, of }) => `${kind}:${of.id}`))
  const terms = termsOf(node.products, node.name)
  const others = [...map.nodes.values()].filter(({ id }) => id !== nodeId)
  const next = new Set(
    map.links.flatMap(({ from, to }) => (from.id === nodeId ? to.id : to.id === nodeId ? from.id : [])),
  )
  const candidates = pool
    .filter(({ kind, id }) => !here.has(`${kind}:${id}`))
    .map((one): FillingCandidate => {
      const stands = others.filter(({ placed }) => placed.some(({ kind, of }) => kind === one.kind && of.id === one.id))
      const parts = [
        product(terms, one, weights.product),
        industry(node.industryCode, one.industryCode, weights.industry),
        similarNode({ node, terms }, stands, weights.similarNode),
        neighbour(
          stands.filter(({ id }) => next.has(id)),
          weights.neighbour,
        ),
      ]
      const { score, atMost } = matchOf(parts)
      return { kind: one.kind, of: { id: one.id, name: one.name }, status: one.status, score, atMost, parts }
    })
  return candidates
    .filter(
      ({ score, parts }) => score >= weights.least && parts.slice(0, 3).some(({ degree }) => (degree ?? 0) >= 0.5),
    )
    .toSorted((a, b) => byMatch(a, b) || byCodePoint(a.of.name, b.of.name) || byCodePoint(a.of.id, b.of.id))
    .slice(0, weights.most)
}

function product(terms: readonly string[], { texts }: PoolMember, weight: number): MatchPart {
  const theirs = termsOf(...texts)
  const within = terms.find(
    (term) => term.length >= 2 && texts.some((text) => text.normalize('NFKC').toLowerCase().includes(term)),
  )
  const best = likest(terms, theirs)
  const found: Likest | null =
    within === undefined ? best : { degree: Math.max(0.9, best?.degree ?? 0), mine: within, theirs: within }
  return { key: 'product', weight, degree: found?.degree ?? null, reason: productReason(found) }
}

function productReason(found: Likest | null) {
  if (found === null) return { zh: '产品未登记', en: 'Its products are not recorded' }
  if (found.degree === 0) return { zh: '产品不相近', en: 'Its products are different' }
  return {
    zh: `产品“${found.theirs}”与本环节“${found.mine}”相近`,
    en: `Its product "${found.theirs}" is like "${found.mine}" of this node`,
  }
}

/** By how many signs of GB/T 4754 both codes begin alike: section letter, then two to four digits. */
const degreeOfSigns = [0, 0.1, 0.1, 0.5, 0.8, 1] as const

function industry(mine: string | null, theirs: string | null, weight: number): MatchPart {
  if (mine === null || theirs === null) {
    return {
      key: 'industry',
      weight,
      degree: null,
      reason: { zh: '行业代码未登记', en: 'An industry code is not recorded' },
    }
  }
  const most = Math.min(mine.length, theirs.length)
  let signs = 0
  while (signs < most && mine[signs] === theirs[signs]) signs++
  const degree = signs === mine.length ? 1 : (degreeOfSigns[signs] ?? 1)
  const reason =
    degree >= 0.5
      ? {
          zh: `行业 ${theirs} 与本环节 ${mine} 相同或相近`,
          en: `Its industry ${theirs} is that of the node, ${mine}, or near it`,
        }
      : { zh: `行业 ${theirs} 与本环节 ${mine} 不同`, en: `Its industry ${theirs} is not that of the node, ${mine}` }
  return { key: 'industry', weight, degree, reason }
}

interface Asked {
  readonly node: MapNode
  readonly terms: readonly string[]
}

function similarNode({ node, terms }: Asked, stands: readonly MapNode[], weight: number): MatchPart {
  const alike = stands
    .map((one) => ({ one, degree: likenessOfNodes({ node, terms }, one) }))
    .toSorted((a, b) => b.degree - a.degree)[0]
  const reason =
    alike && alike.degree > 0
      ? {
          zh: `已在“${alike.one.chain.name}”的相近环节“${alike.one.name}”`,
          en: `Stands already on "${alike.one.name}" of "${alike.one.chain.name}", which is alike`,
        }
      : { zh: '不在相近环节上', en: 'Stands on no node alike' }
  return { key: 'similarNode', weight, degree: alike?.degree ?? 0, reason }
}

function likenessOfNodes({ node, terms }: Asked, other: MapNode): number {
  const sameIndustry =
    node.industryCode !== null && node.industryCode.length > 3 && node.industryCode === other.industryCode
  return Math.max(sameIndustry ? 0.7 : 0, likest(terms, termsOf(other.products, other.name))?.degree ?? 0)
}

function neighbour(stands: readonly MapNode[], weight: number): MatchPart {
  const [first] = stands
  const reason = first
    ? {
        zh: `在相邻环节“${first.name}”上，可向前或向后延伸`,
        en: `Stands next to it on "${first.name}" and could extend`,
      }
    : { zh: '不在相邻环节上', en: 'Stands on no node next to it' }
  return { key: 'neighbour', weight, degree: first ? 1 : 0, reason }
}
