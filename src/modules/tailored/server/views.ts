import { z } from 'zod'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider } from '../../../platform/access/caller.ts'
import { actorOf, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { knownEnterprises } from '../../enterprises/server/api.ts'
import { departmentNames } from '../../organisation/server/api.ts'
import { ReviewAnswer } from '../contract/review.ts'
import type { TailoredPlan } from '../contract.ts'
import { refusalOfChange, refusalOfConfirmation, refusalOfReview } from '../domain/steps.ts'
import { factsOf, type StoredPlan, type StoredReview, type WholePlan, wholePlans } from './store.ts'

const Answers = z.array(ReviewAnswer)

/** Plans as the caller may see them. */
export async function viewsOf(
  db: Database,
  context: RequestContext,
  rows: readonly StoredPlan[],
): Promise<TailoredPlan[]> {
  const zoneId = zoneOf(context).id
  const plans = await wholePlans(db, zoneId, rows)
  const enterprises = await knownEnterprises(db, zoneId, [...new Set(rows.map((row) => row.enterprise_id))])
  const departments = plans.flatMap(({ items }) => items.map((item) => item.department_id))
  const names = await departmentNames(db, zoneId, [...new Set(departments)])
  return plans.map((plan) => viewOf(context, plan, { enterprises, names }))
}

interface Names {
  readonly enterprises: ReadonlyMap<string, { readonly name: string }>
  readonly names: ReadonlyMap<string, string>
}

function viewOf(context: RequestContext, plan: WholePlan, { enterprises, names }: Names): TailoredPlan {
  const { caller, now } = context
  const { row, items, reviews } = plan
  const today = legalDayOf(now)
  const facts = factsOf(plan)
  const may = (permission: `tailored.${string}`) => caller.permissions.has(permission)
  return {
    id: row.id,
    version: row.version,
    enterprise: { id: row.enterprise_id, name: enterprises.get(row.enterprise_id)?.name ?? '' },
    title: row.title,
    fromOn: row.from_on,
    untilOn: row.until_on,
    state: row.state,
    outcome: row.outcome,
    confirmedOn: row.confirmed_on,
    items: items.map((item) => ({
      id: item.id,
      kind: item.kind,
      content: item.content,
      department: { id: item.department_id, name: names.get(item.department_id) ?? '' },
      person: item.person,
      dueOn: item.due_on,
      amountYuan: item.amount_yuan,
      state: item.state,
      late: item.state === 'open' && row.state === 'confirmed' && item.due_on < today,
      result: item.result,
      doneOn: item.done_on,
    })),
    // What was weighed before the plan came about stays within the house.
    reviews: isOutsider(caller) ? [] : reviews.toReversed().map((review) => reviewView(review, row.content)),
    may: {
      change: may('tailored.write') && refusalOfChange(facts) === null,
      review: may('tailored.review') && refusalOfReview(facts, actorOf(context)) === null,
      confirm: may('tailored.confirm') && refusalOfConfirmation(facts) === null,
      report: may('tailored.report') && row.state === 'confirmed',
    },
    sample: row.sample,
  }
}

function reviewView(review: StoredReview, content: number): TailoredPlan['reviews'][number] {
  return {
    reviewer: review.reviewer,
    reviewedOn: review.reviewed_on,
    conclusion: review.conclusion,
    answers: Answers.parse(review.answers),
    opinion: review.opinion,
    current: review.content === content,
  }
}
