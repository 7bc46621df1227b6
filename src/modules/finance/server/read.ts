import { legalDayOf } from '../../../kernel/legal-day.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Caller, Database, RequestContext } from '../../../platform/module.ts'
import { standingOf } from '../../enterprises/server/api.ts'
import type { NeedMatches, Offer } from '../contract.ts'
import { better, conditionsOf, fitOf, type ProductFacts } from '../domain/match.ts'
import { mayFollow } from '../domain/offer.ts'
import { getNeed, listOffers, offeredProducts, productNames, type StoredOffer, type StoredProduct } from './store.ts'

/** A need with all products that are offered, the best first, and what became of those that were accepted. */
export async function readMatches(db: Database, context: RequestContext, id: string): Promise<NeedMatches> {
  const { caller, now } = context
  const zoneId = zoneOf(context).id
  const today = legalDayOf(now)
  const need = await getNeed(db, zoneId, { caller, id })
  const firm = await standingOf(db, zoneId, { id: need.enterprise_id, day: today })
  if (!firm) throw notFound()
  const asked = {
    ...{ purpose: need.purpose, amountYuan: need.amount_yuan, months: need.months },
    securities: need.securities ?? [],
  }
  const matches = (await offeredProducts(db, zoneId, today))
    .map((row) => ({ row, conditions: conditionsOf({ need: asked, firm, product: factsOf(row), today }) }))
    .sort((a, b) => better(a.conditions, b.conditions))
  const offers = await listOffers(db, zoneId, { needId: id })
  const names = await productNames(
    db,
    zoneId,
    offers.map((offer) => offer.product_id),
  )
  return {
    need: { id, title: need.title, enterpriseId: need.enterprise_id, open: need.open === 'yes' },
    matches: matches.map(({ row, conditions }) => ({
      product: {
        ...{ id: row.id, name: row.name, provider: row.provider, providerKind: row.provider_kind },
        ...{ rate: row.rate, sample: row.sample },
      },
      fit: fitOf(conditions),
      conditions: [...conditions],
    })),
    offers: offers.map((offer) => offerView(offer, caller, names)),
    mayAccept: need.open === 'yes' && caller.permissions.has('finance.accept'),
  }
}

export function factsOf(row: StoredProduct): ProductFacts {
  return {
    purposes: row.purposes,
    minYuan: row.min_yuan,
    maxYuan: row.max_yuan,
    maxMonths: row.max_months,
    securities: row.securities ?? [],
    scales: row.scales ?? [],
    aboveScale: row.above_scale ?? false,
    honours: row.honours ?? [],
    minAgeMonths: row.min_age_months,
    industries: (row.industries ?? '')
      .split(/[,，、\s]+/)
      .map((code) => code.trim())
      .filter((code) => code !== ''),
  }
}

function offerView(
  row: StoredOffer,
  caller: Caller,
  names: ReadonlyMap<string, { readonly name: string; readonly provider: string }>,
): Offer {
  const product = names.get(row.product_id)
  const forwards = caller.permissions.has('finance.forward')
  return {
    id: row.id,
    version: row.version,
    product: { id: row.product_id, name: product?.name ?? '', provider: product?.provider ?? '' },
    state: row.state,
    acceptedOn: row.accepted_on,
    forwardedOn: row.forwarded_on,
    decidedOn: row.decided_on,
    amountYuan: row.amount_yuan,
    note: row.note,
    may: {
      forward: forwards && mayFollow(row.state, 'forward'),
      decide: forwards && mayFollow(row.state, 'grant'),
      withdraw: caller.permissions.has('finance.accept') && mayFollow(row.state, 'withdraw'),
    },
  }
}
