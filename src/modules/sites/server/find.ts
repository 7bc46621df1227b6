import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Candidate, Found, SiteReason } from '../contract/find.ts'
import type { Needs } from '../contract/needs.ts'
import { type Ranked, rankSites } from '../domain/rank.ts'
import { listOffers, type Offer } from './offer.ts'
import { planner } from './plan-days.ts'
import { matchRules } from './rules.ts'

/** Shown at most; the plan is reckoned for these. */
const shownAtMost = 60

/** Parcels and units by what is asked, the best first. */
export async function findSites(db: Database, context: RequestContext, needs: Needs): Promise<Found> {
  const rules = matchRules()
  const day = legalDayOf(context.now)
  const offers = new Map(
    (await listOffers(db, { zone: zoneOf(context), day, industry: needs.industryCode })).map((offer) => [
      offer.site.id,
      offer,
    ]),
  )
  const ranked = rankSites(
    needs,
    [...offers.values()].map(({ site }) => site),
    rules,
  ).slice(0, shownAtMost)
  const plan = await planner(db, context, needs)
  const candidates: Candidate[] = []
  for (const one of ranked) {
    const offer = offers.get(one.site.id)
    if (offer) candidates.push({ ...candidateOf(one, offer), plan: await plan(offer) })
  }
  return { day, needs, rules, candidates }
}

function candidateOf(ranked: Ranked, offer: Offer): Omit<Candidate, 'plan'> {
  const { site, standing, score, atMost } = ranked
  return {
    ...{ kind: offer.kind, id: site.id, name: site.name, place: offer.place, areaSqm: site.areaSqm },
    ...{ standing, score, atMost, handOver: site.handOver, sample: offer.sample, reasons: reasonsOf(ranked) },
  }
}

export function reasonsOf({ reasons }: Ranked): SiteReason[] {
  return reasons.map(({ name, outcome, must, weight, degree, reason }) => ({
    ...{ name, outcome, must, weight, reason },
    degree: degree === null ? null : Number(degree.toFixed(3)),
  }))
}
