import { sql } from 'kysely'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Likeness } from '../contract/twins.ts'
import type { LeadStage, TwinDecision } from '../contract/words.ts'
import { type LeadFacts, likeness } from '../domain/likeness/likeness.ts'
import { tokensOf } from '../domain/likeness/tokens.ts'
import { decisionsAbout } from './decisions.ts'
import { freshenTokens } from './fresh-tokens.ts'
import { factsOf } from './lead-facts.ts'

const mostCandidates = 60

export interface KnownLead {
  readonly id: string
  readonly name: string
  readonly company: string
  readonly stage: LeadStage
  readonly facts: LeadFacts
}

/** Leads with what is compared of them, archived and merged ones left out, telephones as their marks. Needs fresh tokens. */
export async function knownLeads(
  db: Database,
  zoneId: string,
  ids: readonly string[],
): Promise<Map<string, KnownLead>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('promotion.leads')
    .select(['id', 'name', 'company', 'uscc', 'stage', 'region', 'industry_code', 'investment_yuan', 'parcel'])
    .where('zone_id', '=', zoneId)
    .where('id', 'in', [...ids])
    .where('archived_at', 'is', null)
    .where('stage', '!=', 'merged')
    .execute()
  const marks = await db
    .selectFrom('promotion.tokens')
    .select(['lead_id', 'token'])
    .where('zone_id', '=', zoneId)
    .where('lead_id', 'in', [...ids])
    .where('token', 'like', 'p:%')
    .execute()
  const phones = Map.groupBy(marks, ({ lead_id }) => lead_id)
  return new Map(
    rows.map(({ industry_code: industryCode, investment_yuan: investmentYuan, stage, ...row }) => {
      const own = (phones.get(row.id) ?? []).map(({ token }) => token.slice(2))
      const facts = factsOf({ ...row, industryCode, investmentYuan }, own)
      return [row.id, { id: row.id, name: row.name, company: row.company, stage, facts }]
    }),
  )
}

/** Leads that share a token with these facts, those that share the rarest first. */
export async function candidates(
  db: Database,
  zoneId: string,
  { facts, but }: { facts: LeadFacts; but: string | null },
) {
  const { rows } = await sql<{ lead: string; token: string; many: number }>`
    select t.lead_id as lead, t.token, count(*) over (partition by t.token)::integer as many
    from promotion.tokens t where t.zone_id = ${zoneId} and t.token = any(${[...tokensOf(facts)]}::text[])`.execute(db)
  const many = new Map(rows.map((row) => [row.token, row.many]))
  const weights = new Map<string, number>()
  for (const { lead, token } of rows) {
    if (lead !== but) weights.set(lead, (weights.get(lead) ?? 0) + 1 / (many.get(token) ?? 1))
  }
  const ids = [...weights].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id)
  return { ids: ids.slice(0, mostCandidates), many }
}

/** How rare a pair of signs is among the names of a zone: 1 in one lead, 0 in every one. */
export function rarityOf(many: ReadonlyMap<string, number>, total: number): (pair: string) => number {
  const whole = Math.log(Math.max(total, 2))
  return (pair) => 1 - Math.log(Math.max(many.get(`n:${pair}`) ?? 1, 1)) / whole
}

export async function countLeads(db: Database, zoneId: string): Promise<number> {
  const { leads } = await db
    .selectFrom('promotion.leads')
    .select((eb) => eb.fn.countAll<string>().as('leads'))
    .where('zone_id', '=', zoneId)
    .executeTakeFirstOrThrow()
  return Number(leads)
}

/** Leads that may be the same as these facts, the likeliest first, with what a person has said about them. `but`: the lead itself. */
export async function lookAlikes(
  db: Database,
  context: RequestContext,
  asked: { readonly facts: LeadFacts; readonly but: string | null },
): Promise<Likeness[]> {
  await freshenTokens(db, context)
  const zoneId = zoneOf(context).id
  const { ids, many } = await candidates(db, zoneId, asked)
  const known = await knownLeads(db, zoneId, ids)
  const rarity = rarityOf(many, await countLeads(db, zoneId))
  const decisions: ReadonlyMap<string, TwinDecision> =
    asked.but === null ? new Map() : await decisionsAbout(db, zoneId, asked.but)
  return [...known.values()]
    .flatMap(({ facts, ...lead }): Likeness[] => {
      const { score, verdict, reasons } = likeness(asked.facts, facts, rarity)
      if (verdict === null) return []
      return [{ ...lead, score, verdict, reasons: [...reasons], decision: decisions.get(lead.id) ?? null }]
    })
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** The same for a stored lead. */
export async function twinsOf(db: Database, context: RequestContext, id: string): Promise<Likeness[]> {
  await freshenTokens(db, context)
  const lead = (await knownLeads(db, zoneOf(context).id, [id])).get(id)
  return lead ? lookAlikes(db, context, { facts: lead.facts, but: id }) : []
}
