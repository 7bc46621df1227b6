import type { Selectable } from 'kysely'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import type { Caller, Database } from '../../../platform/module.ts'
import type { PlanFacts } from '../domain/steps.ts'
import type { ItemRow, PlanRow, ReviewRow } from './table.ts'

export type StoredPlan = Selectable<PlanRow>
export type StoredItem = Selectable<ItemRow>
export type StoredReview = Selectable<ReviewRow>

/** A plan with its items in their order and its reviews, the latest last. */
export interface WholePlan {
  readonly row: StoredPlan
  readonly items: readonly StoredItem[]
  readonly reviews: readonly StoredReview[]
}

const nobodys = '00000000-0000-0000-0000-000000000000'

/** Every select of plans starts here: an enterprise sees its own, once they are confirmed. */
export function plansIn(db: Database, zoneId: string, caller: Caller) {
  const all = db.selectFrom('tailored.plans').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
  if (!isOutsider(caller)) return all
  return all.where('enterprise_id', '=', caller.enterpriseId ?? nobodys).where('state', '!=', 'draft')
}

export async function lockPlan(
  db: Database,
  zoneId: string,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<WholePlan> {
  const row = await plansIn(db, zoneId, caller).where('id', '=', id).forUpdate().executeTakeFirst()
  const [whole] = row ? await wholePlans(db, zoneId, [row]) : []
  if (whole) return whole
  throw notFound()
}

/** These plans with items and reviews, in two queries; the order stays. */
export async function wholePlans(db: Database, zoneId: string, rows: readonly StoredPlan[]): Promise<WholePlan[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const items = await db
    .selectFrom('tailored.items')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('plan_id', 'in', ids)
    .where('archived_at', 'is', null)
    .orderBy('ordinal')
    .execute()
  const reviews = await db
    .selectFrom('tailored.reviews')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('plan_id', 'in', ids)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    row,
    items: items.filter(({ plan_id }) => plan_id === row.id),
    reviews: reviews.filter(({ plan_id }) => plan_id === row.id),
  }))
}

export function factsOf({ row, items, reviews }: WholePlan): PlanFacts {
  const review = reviews.at(-1)
  return {
    state: row.state,
    content: row.content,
    draftedBy: row.drafted_by,
    review: review ? { content: review.content, conclusion: review.conclusion } : null,
    items,
  }
}
