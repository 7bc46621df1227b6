import type { InputOf } from '../../../kernel/endpoint.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { compareMoney } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findEnterprise } from '../../enterprises/server/api.ts'
import { moveParcel } from '../../parcels/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import type { failOffering, Offering, openListing, sell } from '../contract/offerings.ts'
import { type OfferingStep, stepOffering } from '../domain/offering.ts'
import { offeringKind } from './announce.ts'
import { offeringView } from './offerings.ts'
import { lockRow, refuseFuture } from './store.ts'
import type { OfferingRow } from './table.ts'

interface Step {
  readonly id: string
  readonly version: number
  readonly happenedOn: string
  readonly step: OfferingStep
  readonly note?: string
  readonly set?: Partial<OfferingRow>
  readonly parcelTo?: 'listed' | 'sold' | 'ready'
}

async function take(db: Database, context: RequestContext, given: Step): Promise<Offering> {
  const { step, happenedOn, note, set = {}, parcelTo } = given
  const zoneId = zoneOf(context).id
  refuseFuture(happenedOn, legalDayOf(context.now))
  const row = await lockRow(db, 'supply.offerings', { zoneId, ...given })
  const facts = { state: row.state, opensOn: row.opens_on, closesOn: row.closes_on }
  const state = stepOffering(facts, step, happenedOn)
  if (set.price_yuan && compareMoney(set.price_yuan, row.start_price_yuan) < 0) throw tooCheap(row.start_price_yuan)
  const { indicators: _, area_sqm: __, ...values } = set
  const saved = await db
    .updateTable('supply.offerings')
    .set({ ...values, state, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const happened = happenedOn < legalDayOf(context.now) ? { happenedAt: beginningOf(happenedOn) } : {}
  await record(db, context, {
    ...{ subjectKind: offeringKind, subjectId: row.id, action: step, note: note ?? null, ...happened },
    before: { state: row.state },
    after: { state, ...values },
  })
  if (parcelTo)
    await moveParcel(db, context, { id: row.parcel_id, to: parcelTo, action: 'move', note: row.number, ...happened })
  return offeringView(db, context, saved)
}

export function openOffering(db: Database, context: RequestContext, input: InputOf<typeof openListing>) {
  return take(db, context, { ...input, step: 'open', parcelTo: 'listed' })
}

/** 成交确认: to whom, for how much, by which paper. */
export async function sellOffering(db: Database, context: RequestContext, input: InputOf<typeof sell>) {
  const { enterprise, project, priceYuan, confirmation, commitment, happenedOn } = input
  const zoneId = zoneOf(context).id
  if (!(await findEnterprise(db, zoneId, enterprise))) throw noEnterprise()
  if (project !== null) await getProject(db, zoneId, project)
  const buyer = { enterprise_id: enterprise, project_id: project, price_yuan: priceYuan }
  const set = { ...buyer, sold_on: happenedOn, confirmation, commitment }
  return take(db, context, { ...input, step: 'sell', note: confirmation, set, parcelTo: 'sold' })
}

/** Not sold: the parcel can be offered again. */
export async function closeUnsold(db: Database, context: RequestContext, input: InputOf<typeof failOffering>) {
  const row = await lockRow(db, 'supply.offerings', { zoneId: zoneOf(context).id, ...input })
  const back = row.state === 'listed' ? { parcelTo: 'ready' as const } : {}
  return take(db, context, { ...input, step: 'fail', note: input.reason, ...back })
}

export function noEnterprise(): Problem {
  return new Problem('rule_violated', 'supply.no_enterprise', {
    zh: '找不到这家企业，请从本区企业中选择。',
    en: 'This enterprise is not there: choose one of the zone.',
  })
}

function tooCheap(least: string): Problem {
  return new Problem('rule_violated', 'supply.below_start', {
    zh: `成交价低于起始价 ${least} 元，不能确认成交。`,
    en: `The price lies below the opening price of ${least} yuan.`,
  })
}
