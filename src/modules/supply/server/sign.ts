import type { InputOf } from '../../../kernel/endpoint.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { moveParcel } from '../../parcels/server/api.ts'
import type { Offering, signContract } from '../contract/offerings.ts'
import { stepOffering } from '../domain/offering.ts'
import { offeringKind } from './announce.ts'
import { offeringView } from './offerings.ts'
import { lockRow, refuseFuture } from './store.ts'
import { writeContract } from './write-contract.ts'

/** 出让合同 and 标准地投资建设合同 of one deal: what the notice fixed is taken over, not typed again. */
export async function signOffering(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof signContract>,
): Promise<Offering> {
  const { happenedOn, number, buildNumber, dates, clauses, instalments, answered } = input
  const zoneId = zoneOf(context).id
  refuseFuture(happenedOn, legalDayOf(context.now))
  const row = await lockRow(db, 'supply.offerings', { zoneId, ...input })
  const facts = { state: row.state, opensOn: row.opens_on, closesOn: row.closes_on }
  const state = stepOffering(facts, 'contract', happenedOn)
  if (row.enterprise_id === null || row.price_yuan === null) throw new RangeError('sold, so somebody bought it')
  await writeContract(db, context, {
    row: {
      ...{ parcel_id: row.parcel_id, offering_id: row.id, enterprise_id: row.enterprise_id },
      ...{ project_id: row.project_id, number, build_number: buildNumber, land_kind: row.land_kind },
      ...{ purpose: row.purpose, planning_conditions: row.planning_conditions, price_yuan: row.price_yuan },
      ...{ sample: row.sample, handed_over_on: null },
    },
    ...{ areaSqm: Number(row.area_sqm), dates: { signedOn: happenedOn, ...dates }, indicators: row.indicators },
    ...{ clauses, instalments, answered, lateStartPermille: input.lateStartPermille, past: false },
    ...{ lateCompletionPermille: input.lateCompletionPermille, capPercent: input.capPercent },
  })
  const saved = await db
    .updateTable('supply.offerings')
    .set({ state, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const happened = happenedOn < legalDayOf(context.now) ? { happenedAt: beginningOf(happenedOn) } : {}
  await record(db, context, {
    ...{ subjectKind: offeringKind, subjectId: row.id, action: 'contract', note: number, ...happened },
    ...{ before: { state: row.state }, after: { state } },
  })
  await moveParcel(db, context, { id: row.parcel_id, to: 'contracted', action: 'move', note: number, ...happened })
  return offeringView(db, context, saved)
}
