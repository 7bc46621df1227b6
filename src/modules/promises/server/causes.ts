import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Promised } from '../contract/views.ts'
import type { endExcuse, excuseIdle, settlePenalty } from '../contract.ts'
import { lockContract } from './contract-act.ts'
import { watchIdle } from './idle-watch.ts'
import { getStored, lockRow, promiseKind, refuseFuture } from './store.ts'
import { promisedView } from './views.ts'

/** A cause of the government or force majeure: its time does not count for idle land. */
export async function excuse(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof excuseIdle>,
): Promise<Promised> {
  const { cause, from, until, document } = input
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  refuseFuture(from, today)
  refuseBackwards(from, until)
  const { contract } = await lockContract(db, zoneId, input.contract)
  const stamp = { created_at: context.now, created_by: actorOf(context), updated_at: context.now }
  await db
    .insertInto('promises.idle_causes')
    .values({
      ...{ zone_id: zoneId, id: newId(context.now), version: 1, ...stamp, updated_by: actorOf(context) },
      ...{ archived_at: null, sample: contract.sample, contract_id: contract.id, cause, from_on: from },
      ...{ until_on: until, document },
    })
    .execute()
  await record(db, context, {
    ...{ subjectKind: promiseKind, subjectId: contract.id, action: 'excuseIdle', note: document },
    ...(contract.projectId !== null && { threadId: contract.projectId }),
    after: { cause, from, until },
  })
  return watched(db, context, contract.id)
}

export async function endCause(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof endExcuse>,
): Promise<Promised> {
  const { until, document } = input
  const zoneId = zoneOf(context).id
  refuseFuture(until, legalDayOf(context.now))
  const row = await lockRow(db, 'promises.idle_causes', { zoneId, ...input })
  if (row.until_on !== null || row.contract_id !== input.contract) throw overAlready()
  refuseBackwards(row.from_on, until)
  await db
    .updateTable('promises.idle_causes')
    .set({ until_on: until, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .execute()
  await record(db, context, {
    ...{ subjectKind: promiseKind, subjectId: row.contract_id, action: 'endExcuse', note: document },
    ...{ before: { until: null }, after: { until } },
  })
  return watched(db, context, row.contract_id)
}

/** The clock runs otherwise from now on. */
async function watched(db: Database, context: RequestContext, id: string): Promise<Promised> {
  const stored = await getStored(db, zoneOf(context).id, id)
  await watchIdle(db, context, stored)
  return promisedView(db, context, stored)
}

/** A penalty that was paid, with its receipt. */
export async function settle(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof settlePenalty>,
): Promise<Promised> {
  const { paidOn, document } = input
  const zoneId = zoneOf(context).id
  refuseFuture(paidOn, legalDayOf(context.now))
  const row = await lockRow(db, 'promises.penalties', { zoneId, ...input })
  if (row.paid_on !== null) throw overAlready()
  const by = { updated_at: context.now, updated_by: actorOf(context) }
  await db
    .updateTable('promises.penalties')
    .set({ paid_on: paidOn, paid_document: document, version: row.version + 1, ...by })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .execute()
  await record(db, context, {
    ...{ subjectKind: promiseKind, subjectId: row.contract_id, action: 'settlePenalty', note: document },
    after: { penalty: row.id, paidOn, amountYuan: row.amount_yuan },
  })
  return promisedView(db, context, await getStored(db, zoneId, row.contract_id))
}

function refuseBackwards(from: string, until: string | null): void {
  if (until === null || until > from) return
  throw new Problem('rule_violated', 'promises.cause_backwards', {
    zh: '结束日要晚于开始日。',
    en: 'The last day lies after the first.',
  })
}

function overAlready(): Problem {
  return new Problem('rule_violated', 'promises.over_already', {
    zh: '这一笔已经办结，请刷新后查看。',
    en: 'This is settled already: reload.',
  })
}
