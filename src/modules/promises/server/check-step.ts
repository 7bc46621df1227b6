import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findParcel, moveParcel } from '../../parcels/server/api.ts'
import type { Promised } from '../contract/views.ts'
import type { objectToCheck, recordCheck } from '../contract.ts'
import { refuseStep } from '../domain/check.ts'
import { checkKind } from './listen.ts'
import { getStored, lockRow, refuseFuture, type Stored } from './store.ts'
import type { CheckRow } from './table.ts'
import { promisedView } from './views.ts'

/** Saves a check and tells it; the contract as it stands afterwards. */
export async function saveCheck(
  db: Database,
  context: RequestContext,
  given: {
    readonly row: { readonly id: string; readonly version: number; readonly state: string }
    readonly stored: Stored
    readonly action: 'record' | 'object' | 'decide'
    readonly set: Partial<CheckRow>
    readonly note?: string | null
    readonly more?: Readonly<Record<string, unknown>>
  },
): Promise<Promised> {
  const { row, stored, action, set, note, more } = given
  const zoneId = zoneOf(context).id
  await db
    .updateTable('promises.checks')
    .set({ ...set, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .execute()
  await record(db, context, {
    ...{ subjectKind: checkKind, subjectId: row.id, action, note: note ?? null },
    ...(stored.contract.projectId !== null && { threadId: stored.contract.projectId }),
    before: { state: row.state },
    after: { ...set, ...more },
  })
  return promisedView(db, context, await getStored(db, zoneId, stored.contract.id))
}

/** What was found on the spot, with measured values. After an objection it is recorded anew. */
export async function enterCheck(db: Database, context: RequestContext, input: InputOf<typeof recordCheck>) {
  const { checkedOn, reached, note, values } = input
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  refuseFuture(checkedOn, today)
  const reachedOn = reached ? (input.reachedOn ?? checkedOn) : null
  if (reachedOn !== null) refuseFuture(reachedOn, checkedOn)
  const row = await lockRow(db, 'promises.checks', { zoneId, ...input })
  refuseStep(row.state, 'record')
  const stored = await getStored(db, zoneId, row.contract_id)
  const known = new Set(stored.contract.indicators.map(({ code }) => code))
  const strange = values.find(({ code }) => !known.has(code))
  if (strange) throw notAgreed(strange.code)
  for (const { measuredOn } of values) refuseFuture(measuredOn, today)
  if (values.length > 0) {
    const take = 1 + Math.max(0, ...stored.measures.filter((one) => one.check_id === row.id).map((one) => one.take))
    await db
      .insertInto('promises.measures')
      .values(
        values.map(({ code, actual, source, measuredOn }) => ({
          ...{
            zone_id: zoneId,
            id: newId(context.now),
            check_id: row.id,
            take,
            code,
            created_at: context.now,
            sample: row.sample,
          },
          ...{ created_by: actorOf(context), actual, source, measured_on: measuredOn },
        })),
      )
      .execute()
  }
  const set = {
    ...{ state: 'recorded' as const, reached, reached_on: reachedOn, checked_on: checkedOn, note },
    checker_name: context.caller.name,
  }
  return saveCheck(db, context, { row, stored, action: 'record', set, note, more: { values } })
}

/** The firm's own word on a check of its land, before it is decided. */
export async function object(db: Database, context: RequestContext, input: InputOf<typeof objectToCheck>) {
  const zoneId = zoneOf(context).id
  const row = await lockRow(db, 'promises.checks', { zoneId, ...input })
  const stored = await getStored(db, zoneId, row.contract_id)
  if (isOutsider(context.caller) && stored.contract.enterpriseId !== context.caller.enterpriseId) throw notFound()
  refuseStep(row.state, 'object')
  const set = { state: 'objected' as const, objection: input.reason, objected_on: legalDayOf(context.now) }
  const view = await saveCheck(db, context, { row, stored, action: 'object', set, note: input.reason })
  const { sideStates } = await findParcel(db, zoneId, stored.contract.parcelId)
  const sides = [...sideStates, 'disputed' as const]
  await moveParcel(db, context, { id: stored.contract.parcelId, sideStates: sides, action: 'move', note: input.reason })
  return view
}

function notAgreed(code: string): Problem {
  return new Problem('rule_violated', 'promises.not_agreed', {
    zh: `合同没有约定指标 ${code}，不能按它核查。`,
    en: `The contract agrees no indicator ${code}: it cannot be checked.`,
  })
}
