import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Caller, Database, RequestContext } from '../../../platform/module.ts'
import { type Side, sides } from '../contract/posting.ts'
import type { PostingView, TradePair, TradeView } from '../contract/trade.ts'
import { awaited, stateOf } from '../domain/answer.ts'
import { openOn, type Pair, pairOf, pairsOf } from '../domain/trade.ts'
import { factsOf, listPostings, matchesIn, type StoredMatch } from './postings.ts'
import { matchingWeights } from './weights.ts'

/** The pairs that this caller may see: those that were brought together, and those that could be today. */
export async function readPairs(db: Database, context: RequestContext, posting?: string): Promise<TradeView> {
  const zoneId = zoneOf(context).id
  const all = await listPostings(db, zoneId)
  const matches = await matchesIn(db, zoneId).orderBy('id').execute()
  const byId = new Map(all.map((one) => [one.id, one]))
  const brought = matches.flatMap((match): readonly (readonly [Pair, StoredMatch])[] => {
    const [supply, demand] = [byId.get(match.supply_id), byId.get(match.demand_id)]
    return supply && demand ? [[pairAsOf(supply, demand, match), match]] : []
  })
  const known = new Set(brought.map(([{ supply, demand }]) => `${supply.id} ${demand.id}`))
  const open = pairsOf(openOn(all, legalDayOf(context.now)), matchingWeights().postings)
  const fresh = open.filter(({ supply, demand }) => !known.has(`${supply.id} ${demand.id}`))
  const pairs = [...brought, ...fresh.map((pair) => [pair, null] as const)]
  const { caller } = context
  return {
    pairs: pairs
      .filter(([pair]) => sees(caller, pair) && (posting === undefined || holds(pair, posting)))
      .map(([pair, match]) => viewOf(pair, match, caller)),
  }
}

/** The score of today; that of the day when they were brought together where they no longer go together. */
function pairAsOf(supply: PostingView, demand: PostingView, { score, parts }: StoredMatch): Pair {
  const now = pairOf(supply, demand, matchingWeights().postings)
  return { supply, demand, ...(now ?? { score, atMost: score, parts }) }
}

function holds({ supply, demand }: Pair, posting: string): boolean {
  return supply.id === posting || demand.id === posting
}

/** Sides of a pair that are the caller's own enterprise. */
export function ownSides({ enterpriseId }: Caller, pair: Pick<Pair, Side>): readonly Side[] {
  return sides.filter((side) => enterpriseId !== null && pair[side].enterprise.id === enterpriseId)
}

function sees(caller: Caller, pair: Pair): boolean {
  return !isOutsider(caller) || ownSides(caller, pair).length > 0
}

function viewOf({ supply, demand, score, atMost, parts }: Pair, match: StoredMatch | null, caller: Caller): TradePair {
  const mine = isOutsider(caller) ? ownSides(caller, { supply, demand }) : sides
  const facts = match && factsOf(match)
  return {
    ...{ supply, demand, score, atMost, parts: [...parts] },
    match: match &&
      facts && {
        ...{ id: match.id, version: match.version, state: stateOf(facts), reason: facts.reason },
        ...{ supplyAnswer: facts.supplyAnswer, demandAnswer: facts.demandAnswer },
        mayAnswer: caller.permissions.has('chains.answer') ? awaited(facts).filter((side) => mine.includes(side)) : [],
      },
    mayIntroduce: match === null && caller.permissions.has('chains.introduce'),
  }
}
