import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { AgreementView, ClauseFlag, ClauseView } from '../contract/agreements.ts'
import { flagsOf } from '../domain/flag-clause.ts'
import { clauseRules } from './clause-rules.ts'
import { getAgreementRow, getLeadRow } from './store.ts'

/** An agreement with its clauses, what the rules point at, and what was said about it. */
export async function readAgreement(db: Database, context: RequestContext, id: string): Promise<AgreementView> {
  const zoneId = zoneOf(context).id
  const row = await getAgreementRow(db, zoneId, id)
  const lead = await getLeadRow(db, zoneId, row.lead_id)
  // What was signed is judged by the rules of its day.
  const clauses = await clausesOf(db, zoneId, { id, day: row.signed_on ?? legalDayOf(context.now) })
  const { permissions } = context.caller
  const draft = row.state === 'draft'
  return {
    ...{ id, version: row.version, title: row.title, kind: row.kind, state: row.state, number: row.number },
    ...{ amountYuan: row.amount_yuan, signedOn: row.signed_on, sample: row.sample, clauses: [...clauses] },
    lead: { id: lead.id, name: lead.name, company: lead.company },
    toReview: openFlags(clauses),
    mayReview: draft && permissions.has('promotion.review'),
    // A button that shows is a button that works.
    maySign: draft && clauses.length > 0 && openFlags(clauses) === 0 && permissions.has('promotion.sign'),
  }
}

export function openFlags(clauses: readonly ClauseView[]): number {
  return clauses.flatMap(({ flags }) => flags).filter(({ review }) => review === null || review.outcome === 'change')
    .length
}

export async function clausesOf(
  db: Database,
  zoneId: string,
  { id, day }: { readonly id: string; readonly day: string },
): Promise<readonly ClauseView[]> {
  const clauses = await db
    .selectFrom('promotion.clauses')
    .select(['id', 'place', 'heading', 'words', 'digest'])
    .where('zone_id', '=', zoneId)
    .where('agreement_id', '=', id)
    .where('archived_at', 'is', null)
    .orderBy('place')
    .execute()
  const reviews = await db
    .selectFrom('promotion.reviews')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('agreement_id', '=', id)
    .orderBy('id')
    .execute()
  // The latest review of exactly these words counts.
  const latest = new Map(reviews.map((review) => [`${review.digest} ${review.flag}`, review]))
  return clauses.map(({ digest, ...clause }) => ({
    ...clause,
    flags: flagsOf(clause.words, clauseRules(), day).map(({ rule, found }): ClauseFlag => {
      const review = latest.get(`${digest} ${rule.code}`)
      const { code, article, title, advice, source, confidence } = rule
      return {
        ...{ code, article, title, advice, source, confidence, found: [...found] },
        review: review
          ? { outcome: review.outcome, reason: review.reason, by: review.reviewer_name, on: review.reviewed_on }
          : null,
      }
    }),
  }))
}

/** Drafts with flags first, then what was signed or ended, the latest first. */
export async function listForReview(db: Database, context: RequestContext) {
  const zoneId = zoneOf(context).id
  const rows = await db
    .selectFrom('promotion.agreements as agreement')
    .innerJoin('promotion.leads as lead', (join) =>
      join.onRef('lead.zone_id', '=', 'agreement.zone_id').onRef('lead.id', '=', 'agreement.lead_id'),
    )
    .select(['agreement.id', 'agreement.title', 'agreement.state', 'agreement.amount_yuan', 'agreement.signed_on'])
    .select(['lead.id as lead_id', 'lead.name', 'lead.company'])
    .where('agreement.zone_id', '=', zoneId)
    .where('lead.zone_id', '=', zoneId)
    .where('agreement.archived_at', 'is', null)
    .orderBy('agreement.id', 'desc')
    .limit(200)
    .execute()
  const agreements = []
  for (const row of rows) {
    const clauses = await clausesOf(db, zoneId, { id: row.id, day: row.signed_on ?? legalDayOf(context.now) })
    agreements.push({
      ...{ id: row.id, title: row.title, state: row.state, amountYuan: row.amount_yuan },
      lead: { id: row.lead_id, name: row.name, company: row.company },
      flags: clauses.flatMap(({ flags }) => flags).length,
      toReview: row.state === 'draft' ? openFlags(clauses) : 0,
    })
  }
  return { agreements: agreements.toSorted((a, b) => b.toReview - a.toReview) }
}
