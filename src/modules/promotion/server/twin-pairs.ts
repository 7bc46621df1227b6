import { sql } from 'kysely'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { TwinPair } from '../contract/twins.ts'
import { likeness } from '../domain/likeness/likeness.ts'
import { decidedPairs } from './decisions.ts'
import { freshenTokens } from './fresh-tokens.ts'
import { countLeads, knownLeads, rarityOf } from './look-alikes.ts'

/** Tokens in more leads than this tell nothing: 食品, 科技. */
const commonFrom = 41
const mostShown = 100

export interface FoundPair extends Pick<TwinPair, 'verdict' | 'score' | 'reasons'> {
  readonly a: string
  readonly b: string
}

/** All pairs of the zone that may be one and about which nobody has said anything, the likeliest first. */
export async function findPairs(db: Database, context: RequestContext): Promise<readonly FoundPair[]> {
  await freshenTokens(db, context)
  const zoneId = zoneOf(context).id
  const pairs = await candidatePairs(db, zoneId)
  const known = await knownLeads(db, zoneId, [...new Set(pairs.flatMap(({ a, b }) => [a, b]))])
  const decided = await decidedPairs(db, zoneId)
  const rarity = rarityOf(await pairCounts(db, zoneId), await countLeads(db, zoneId))
  const found = pairs.flatMap(({ a, b }): FoundPair[] => {
    const [one, two] = [known.get(a), known.get(b)]
    if (!one || !two || decided(a, b)) return []
    const { score, verdict, reasons } = likeness(one.facts, two.facts, rarity)
    return verdict === null ? [] : [{ a, b, score, verdict, reasons: [...reasons] }]
  })
  return found.toSorted((x, y) => rank(y) - rank(x) || y.score - x.score || (x.a < y.a ? -1 : 1))
}

const rank = ({ verdict }: FoundPair): number => (verdict === 'same' ? 1 : 0)

/** Pairs of leads that share a token which few have: of ten thousand leads some fifty thousand pairs instead of fifty million. */
async function candidatePairs(db: Database, zoneId: string): Promise<readonly { a: string; b: string }[]> {
  const { rows } = await sql<{ leads: string[] }>`
    select array_agg(t.lead_id::text order by t.lead_id) as leads from promotion.tokens t
    where t.zone_id = ${zoneId} group by t.token having count(*) between 2 and ${commonFrom - 1}`.execute(db)
  const pairs = new Map<string, { a: string; b: string }>()
  for (const { leads } of rows) {
    for (const [i, a] of leads.entries()) for (const b of leads.slice(i + 1)) pairs.set(`${a} ${b}`, { a, b })
  }
  return [...pairs.values()]
}

async function pairCounts(db: Database, zoneId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('promotion.tokens')
    .select(['token', (eb) => eb.fn.countAll<string>().as('many')])
    .where('zone_id', '=', zoneId)
    .where('token', 'like', 'n:%')
    .groupBy('token')
    .execute()
  return new Map(rows.map(({ token, many }) => [token, Number(many)]))
}

/** The pairs as a person decides on them: those that look like one and, after them, those that may be related. */
export async function listPairs(db: Database, context: RequestContext) {
  const found = await findPairs(db, context)
  const shown = found.slice(0, mostShown)
  const sides = await sidesOf(db, zoneOf(context).id, [...new Set(shown.flatMap(({ a, b }) => [a, b]))])
  const pairs = shown.flatMap(({ a, b, ...rest }): TwinPair[] => {
    const [one, two] = [sides.get(a), sides.get(b)]
    return one && two ? [{ a: one, b: two, ...rest }] : []
  })
  return { pairs, more: found.length > shown.length }
}

async function sidesOf(
  db: Database,
  zoneId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TwinPair['a']>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('promotion.leads as lead')
    .leftJoin('organisation.people as owner', (join) =>
      join.onRef('owner.zone_id', '=', 'lead.zone_id').onRef('owner.id', '=', 'lead.owner_id'),
    )
    .select(['lead.id', 'lead.version', 'lead.name', 'lead.company', 'lead.stage', 'lead.investment_yuan'])
    .select(['lead.found_on', 'owner.name as owner'])
    .where('lead.zone_id', '=', zoneId)
    .where('lead.id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map(({ investment_yuan: investmentYuan, found_on: foundOn, ...row }) => [
      row.id,
      { ...row, investmentYuan, foundOn },
    ]),
  )
}
