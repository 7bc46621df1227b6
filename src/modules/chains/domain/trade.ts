import type { Day } from '../../../kernel/calendar.ts'
import { byMatch, type Match, type MatchPart, matchOf } from '../../../kernel/match.ts'
import { byCodePoint, earlierOf, laterOf } from '../../../kernel/order.ts'
import type { PostingView } from '../contract/trade.ts'
import { likest, termsOf } from './terms.ts'

/** How much each part weighs, the least score that is shown, and how many are shown of each posting. */
export interface PostingWeights {
  readonly product: number
  readonly quantity: number
  readonly region: number
  readonly time: number
  readonly least: number
  readonly most: number
}

export interface Pair extends Match {
  readonly supply: PostingView
  readonly demand: PostingView
}

/** Postings that still stand on a day. */
export function openOn<P extends Pick<PostingView, 'untilOn'>>(postings: readonly P[], day: Day): readonly P[] {
  return postings.filter(({ untilOn }) => untilOn === null || day <= untilOn)
}

/** Supplies and demands that go together (供需撮合), the best first; of each demand so many at most. Nobody is matched with itself. */
export function pairsOf(postings: readonly PostingView[], weights: PostingWeights): readonly Pair[] {
  const supplies = postings.filter(({ side }) => side === 'supply')
  const demands = postings.filter(({ side }) => side === 'demand')
  const pairs = demands.flatMap((demand) => {
    const found = supplies.flatMap((supply): Pair[] => {
      const match = pairOf(supply, demand, weights)
      return match === null || match.score < weights.least ? [] : [{ ...match, supply, demand }]
    })
    return found.toSorted(inOrder).slice(0, weights.most)
  })
  return pairs.toSorted(inOrder)
}

function inOrder(a: Pair, b: Pair): number {
  return byMatch(a, b) || byCodePoint(a.demand.id, b.demand.id) || byCodePoint(a.supply.id, b.supply.id)
}

/** Null where they do not go together: other products, times that do not meet, or one enterprise on both sides. */
export function pairOf(supply: PostingView, demand: PostingView, weights: PostingWeights): Match | null {
  if (supply.enterprise.id === demand.enterprise.id) return null
  const product = productPart(supply, demand, weights.product)
  const time = timePart(supply, demand, weights.time)
  if (product.degree === 0 || time.degree === 0) return null
  return matchOf([
    product,
    quantityPart(supply, demand, weights.quantity),
    regionPart(supply, demand, weights.region),
    time,
  ])
}

function productPart(supply: PostingView, demand: PostingView, weight: number): MatchPart {
  const found = likest(termsOf(supply.product), termsOf(demand.product))
  const same = found?.degree === 1
  const reason = same
    ? { zh: `产品相同：${found.mine}`, en: `The same product: ${found.mine}` }
    : {
        zh: `产品相近：供“${found?.mine ?? ''}”，需“${found?.theirs ?? ''}”`,
        en: `Products alike: offered "${found?.mine ?? ''}", sought "${found?.theirs ?? ''}"`,
      }
  return { key: 'product', weight, degree: found?.degree ?? 0, reason }
}

function quantityPart(supply: PostingView, demand: PostingView, weight: number): MatchPart {
  const part = (degree: number | null, zh: string, en: string) => ({
    key: 'quantity',
    weight,
    degree,
    reason: { zh, en },
  })
  const [has, wants] = [supply.quantity, demand.quantity]
  if (has === null || wants === null) return part(null, '数量未填', 'A quantity is not given')
  const unit = sameText(supply.unit, demand.unit)
  if (unit === null)
    return part(null, '单位不同或未填，数量不比', 'Units differ or are not given: quantities are not compared')
  const told = `${has} / ${wants} ${unit}`
  if (has >= wants) return part(1, `数量够：供 ${has}，需 ${wants} ${unit}`, `Enough: ${told}`)
  const percent = Math.floor((100 * has) / wants)
  return part(has / wants, `数量够 ${percent}%：供 ${has}，需 ${wants} ${unit}`, `Enough for ${percent} %: ${told}`)
}

function sameText(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return null
  const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')
  return plain(a) === plain(b) ? b : null
}

function regionPart(supply: PostingView, demand: PostingView, weight: number): MatchPart {
  const [from, to] = [supply.region, demand.region]
  if (from === null || to === null) {
    return { key: 'region', weight, degree: null, reason: { zh: '交货地未填', en: 'A place is not given' } }
  }
  const near = from.includes(to) || to.includes(from)
  const reason = near
    ? { zh: `交货地相同：${to}`, en: `The same place: ${to}` }
    : { zh: `交货地不同：供“${from}”，需“${to}”`, en: `Other places: offered at "${from}", sought at "${to}"` }
  return { key: 'region', weight, degree: near ? 1 : 0, reason }
}

const [ever, never] = ['0001-01-01', '9999-12-31']

/** 1 where the supply covers all the time of the demand, half where a part, 0 where they do not meet. */
function timePart(supply: PostingView, demand: PostingView, weight: number): MatchPart {
  const part = (degree: number | null, zh: string, en: string) => ({ key: 'time', weight, degree, reason: { zh, en } })
  const days = [supply.fromOn, supply.untilOn, demand.fromOn, demand.untilOn]
  if (days.every((day) => day === null)) return part(null, '时间未填', 'No time is given')
  const from = laterOf(supply.fromOn ?? ever, demand.fromOn ?? ever)
  const until = earlierOf(supply.untilOn ?? never, demand.untilOn ?? never)
  if (until < from) return part(0, '时间不衔接', 'The times do not meet')
  const covers = from === (demand.fromOn ?? ever) && until === (demand.untilOn ?? never)
  return covers
    ? part(1, '供货时间覆盖需求', 'The supply covers the time of the demand')
    : part(0.5, '供货时间覆盖一部分', 'The supply covers a part of the time')
}
