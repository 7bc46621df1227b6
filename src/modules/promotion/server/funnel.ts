import { sumMoney } from '../../../kernel/money.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { funnelStages, reachedBy } from '../domain/funnel.ts'
import type {} from './table.ts'

/** How far leads have come; a lead that was merged is one with the lead it went into. */
export async function readFunnel(db: Database, context: RequestContext, asked: { readonly year?: number | undefined }) {
  const rows = await db
    .selectFrom('promotion.leads as lead')
    .select(['lead.stage', 'lead.investment_yuan', 'lead.found_on'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('promotion.talks as talk')
            .select('talk.id')
            .where('talk.zone_id', '=', zoneOf(context).id)
            .whereRef('talk.lead_id', '=', 'lead.id')
            .where('talk.archived_at', 'is', null),
        )
        .as('talked'),
    )
    .where('lead.zone_id', '=', zoneOf(context).id)
    .where('lead.archived_at', 'is', null)
    .execute()
  const years = [...new Set(rows.map(({ found_on }) => Number(found_on.slice(0, 4))))].toSorted((a, b) => b - a)
  const asOf = rows.filter(({ found_on }) => asked.year === undefined || Number(found_on.slice(0, 4)) === asked.year)
  const known = asOf.filter(({ stage }) => stage !== 'merged')
  const steps = funnelStages.map((stage) => {
    const reached = known.filter((lead) =>
      reachedBy({ stage: lead.stage, talked: Boolean(lead.talked) }).includes(stage),
    )
    return {
      ...{ stage, reached: reached.length, here: known.filter((lead) => lead.stage === stage).length },
      investmentYuan: sumMoney(reached.flatMap(({ investment_yuan }) => investment_yuan ?? [])),
    }
  })
  const count = (stage: 'closed' | 'merged') => asOf.filter((lead) => lead.stage === stage).length
  return { steps, closed: count('closed'), merged: count('merged'), years }
}
