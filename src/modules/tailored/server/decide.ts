import { legalDayOf } from '../../../kernel/legal-day.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import type { ReviewAnswer } from '../contract/review.ts'
import { conclude } from '../domain/review.ts'
import { refusalOfClosing, refusalOfConfirmation, refusalOfReport, refusalOfReview } from '../domain/steps.ts'
import { reviewQuestions } from './questions.ts'
import { refuseStale, save } from './save.ts'
import { factsOf, lockPlan } from './store.ts'

interface Addressed {
  readonly id: string
  readonly version: number
}

const subjectOf = (id: string) => ({ subjectKind: 'tailored.plan', subjectId: id })

async function locked(db: Database, context: RequestContext, { id, version }: Addressed) {
  const plan = await lockPlan(db, zoneOf(context).id, { caller: context.caller, id })
  refuseStale(plan.row, version)
  return plan
}

/** Records the review of what the plan says now. */
export async function reviewPlan(
  db: Database,
  context: RequestContext,
  asked: Addressed & { readonly answers: readonly ReviewAnswer[]; readonly opinion: string },
): Promise<string> {
  const { now, caller } = context
  const plan = await locked(db, context, asked)
  const refusal = refusalOfReview(factsOf(plan), actorOf(context))
  if (refusal) throw refusal
  const reviewedOn = legalDayOf(now)
  const conclusion = conclude(reviewQuestions(), asked.answers, reviewedOn)
  const { row } = plan
  await db
    .insertInto('tailored.reviews')
    .values({
      ...{ zone_id: row.zone_id, id: newId(now), created_at: now, created_by: actorOf(context), plan_id: row.id },
      ...{ content: row.content, reviewer: caller.name, reviewed_on: reviewedOn, conclusion },
      ...{ answers: JSON.stringify(asked.answers), opinion: asked.opinion },
    })
    .execute()
  await save(db, context, { row, after: {} })
  const after = { conclusion, answers: asked.answers, content: row.content }
  await record(db, context, { ...subjectOf(row.id), action: 'review', after, note: asked.opinion })
  return row.id
}

/** The plan takes effect, and the enterprise is told. */
export async function confirmPlan(db: Database, context: RequestContext, asked: Addressed): Promise<string> {
  const plan = await locked(db, context, asked)
  const { row } = plan
  const refusal = refusalOfConfirmation(factsOf(plan))
  if (refusal) throw refusal
  const after = { state: 'confirmed' as const, confirmed_on: legalDayOf(context.now) }
  await save(db, context, { row, after })
  await record(db, context, { ...subjectOf(row.id), action: 'confirm', before: { state: row.state }, after })
  await send(db, context, {
    ...{ channel: 'app', key: `tailored:${row.id}:confirmed`, ...subjectOf(row.id) },
    ...{ to: [{ enterpriseId: row.enterprise_id }], link: '/enterprise?part=tailored' },
    text: {
      zh: `为贵企业制定的“${row.title}”已确认，事项和时限见企业档案。`,
      en: `A plan for your enterprise was confirmed (${row.title}): see its items and days.`,
    },
  })
  return row.id
}

interface Report extends Addressed {
  readonly item: string
  readonly state: 'done' | 'dropped'
  readonly result: string
}

/** What became of one item. */
export async function reportItem(db: Database, context: RequestContext, asked: Report): Promise<string> {
  const plan = await locked(db, context, asked)
  const item = plan.items.find(({ id }) => id === asked.item)
  if (!item) throw notFound()
  const refusal = refusalOfReport(factsOf(plan), item.state)
  if (refusal) throw refusal
  const after = { state: asked.state, result: asked.result, done_on: legalDayOf(context.now) }
  await db
    .updateTable('tailored.items')
    .set({ ...after, version: item.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', item.zone_id)
    .where('id', '=', item.id)
    .execute()
  await save(db, context, { row: plan.row, after: {} })
  await record(db, context, {
    ...{ ...subjectOf(plan.row.id), action: 'report', before: { item: item.content, state: item.state } },
    ...{ after: { item: item.content, ...after }, note: asked.result },
  })
  return plan.row.id
}

/** The plan ends with what it came to. */
export async function closePlan(
  db: Database,
  context: RequestContext,
  asked: Addressed & { readonly outcome: string },
): Promise<string> {
  const plan = await locked(db, context, asked)
  const refusal = refusalOfClosing(factsOf(plan))
  if (refusal) throw refusal
  const after = { state: 'closed' as const, outcome: asked.outcome }
  await save(db, context, { row: plan.row, after })
  const before = { state: plan.row.state }
  await record(db, context, { ...subjectOf(plan.row.id), action: 'close', before, after, note: asked.outcome })
  return plan.row.id
}
