import { legalDayOf } from '../../../kernel/legal-day.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findEnterprise } from '../../enterprises/server/api.ts'
import type { ParcelState } from '../../parcels/contract/state.ts'
import { bringParcelTo, findParcel } from '../../parcels/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import type { BroughtIn } from '../contract/contracts.ts'
import { noEnterprise } from './offer-step.ts'
import { refuseFuture } from './store.ts'
import { writeContract } from './write-contract.ts'

/** Contracts that were signed before the platform was there, with what was paid since; all or none. */
export async function bringIn(db: Database, context: RequestContext, contracts: readonly BroughtIn[]) {
  const made: { id: string; number: string; version: number }[] = []
  for (const one of contracts) made.push(await bringInOne(db, context, one))
  return { contracts: made }
}

/** Where a parcel stands whose contract has come so far. */
function stateOf({ reached, handedOverOn }: BroughtIn): ParcelState {
  if (reached.output) return 'performing'
  if (reached.production) return 'in-production'
  if (reached.completion) return 'completed'
  if (reached.start) return 'under-construction'
  return handedOverOn === null ? 'contracted' : 'handed-over'
}

async function bringInOne(db: Database, context: RequestContext, given: BroughtIn) {
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  refuseFuture(given.signedOn, today)
  const parcel = await findParcel(db, zoneId, given.parcel)
  if (!(await findEnterprise(db, zoneId, given.enterprise))) throw noEnterprise()
  if (given.project !== null) await getProject(db, zoneId, given.project)
  const row = await writeContract(db, context, {
    row: {
      ...{ parcel_id: parcel.id, offering_id: null, enterprise_id: given.enterprise, project_id: given.project },
      ...{ number: given.number, build_number: given.buildNumber, land_kind: parcel.landKind },
      ...{ purpose: given.purpose, planning_conditions: given.planningConditions, price_yuan: given.priceYuan },
      ...{ sample: context.sample ?? parcel.sample, handed_over_on: given.handedOverOn },
    },
    ...{ areaSqm: parcel.registeredSqm, dates: { signedOn: given.signedOn, ...given.dates }, past: true },
    ...{ indicators: given.indicators, clauses: given.clauses, instalments: given.instalments, answered: {} },
    ...{ lateStartPermille: given.lateStartPermille, lateCompletionPermille: given.lateCompletionPermille },
    ...{ capPercent: given.capPercent, reached: given.reached },
  })
  for (const { paidOn } of given.payments) refuseFuture(paidOn, today)
  if (given.payments.length > 0) {
    await db
      .insertInto('supply.contract_events')
      .values(
        given.payments.map(({ paidOn, amountYuan, document }) => ({
          ...{ zone_id: zoneId, id: newId(context.now), created_at: context.now, created_by: actorOf(context) },
          ...{ sample: row.sample, contract_id: row.id, kind: 'payment' as const, happened_on: paidOn, document },
          ...{ amount_yuan: amountYuan, code: null, enterprise_id: null, actor_name: context.caller.name },
        })),
      )
      .execute()
  }
  await bringParcelTo(db, context, {
    ...{ id: parcel.id, to: stateOf(given), note: given.number },
  })
  return { id: row.id, number: row.number, version: row.version }
}
