import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findParcel } from '../../parcels/server/api.ts'
import type { announce, Offering } from '../contract/offerings.ts'
import { findBars } from '../domain/floors.ts'
import { offeringView } from './offerings.ts'
import { floorsOn, pricesOn } from './rules.ts'
import { refuseFuture } from './store.ts'

export const offeringKind = 'supply.offering'

/** 出让公告: only for land that is ready, and not below what the law asks. */
export async function announceOffering(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof announce>,
): Promise<Offering> {
  const { zone: _, parcel: parcelId, indicators, ...given } = input
  const zoneId = zoneOf(context).id
  refuseFuture(given.announcedOn, legalDayOf(context.now))
  const parcel = await findParcel(db, zoneId, parcelId)
  if (parcel.state !== 'ready') throw notReady(parcel.name)
  await refuseTwice(db, zoneId, parcelId)
  const floors = floorsOn(given.announcedOn)
  const pricePerSqm = pricesOn(given.announcedOn).perSqm[given.landGrade - 1] ?? null
  const notice = { ...given, areaSqm: parcel.registeredSqm, indicators: indicators.length }
  const [bar] = findBars(
    { ...notice, standard: parcel.landKind === 'standard' },
    { ...floors, pricePerSqm: given.purpose === 'industrial' ? pricePerSqm : null },
  )
  if (bar) throw new Problem('rule_violated', `supply.${bar.code}`, bar.text)
  const stamp = { created_by: actorOf(context), updated_at: context.now, updated_by: actorOf(context) }
  const row = await db
    .insertInto('supply.offerings')
    .values({
      ...{ zone_id: zoneId, id: newId(context.now), version: 1, created_at: context.now, ...stamp, archived_at: null },
      ...{ sample: context.sample ?? parcel.sample, parcel_id: parcelId, number: given.number, method: given.method },
      ...{ purpose: given.purpose, land_kind: parcel.landKind, area_sqm: parcel.registeredSqm },
      ...{ land_grade: given.landGrade, announced_on: given.announcedOn, opens_on: given.opensOn },
      ...{ closes_on: given.closesOn, start_price_yuan: given.startPriceYuan, state: 'announced' as const },
      ...{ planning_conditions: given.planningConditions, indicators: JSON.stringify(indicators) },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(db, context, {
    ...{ subjectKind: offeringKind, subjectId: row.id, action: 'announce', note: given.number },
    after: { parcelId, ...given, indicators },
  })
  return offeringView(db, context, row)
}

async function refuseTwice(db: Database, zoneId: string, parcelId: string): Promise<void> {
  const open = await db
    .selectFrom('supply.offerings')
    .select('number')
    .where('zone_id', '=', zoneId)
    .where('parcel_id', '=', parcelId)
    .where('state', '!=', 'failed')
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (!open) return
  throw new Problem('rule_violated', 'supply.already_offered', {
    zh: `这宗地已在公告 ${open.number} 中，办结前不能重复公告。`,
    en: `This parcel is offered by notice ${open.number} already.`,
  })
}

function notReady(name: string): Problem {
  return new Problem('rule_violated', 'supply.not_ready', {
    zh: `${name}还不是“净地可供”，不能公告；请先办完区域评估和净地手续。`,
    en: `${name} is not ready for supply: finish assessment and clearing first.`,
  })
}
