import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import { refusalOfObjection } from '../domain/steps.ts'
import { correctResult } from './correct.ts'
import { changedMeanwhile, factsOf } from './round.ts'
import { listObjections, listResults, lockRound, type StoredObjection } from './store.ts'

const kind = 'yields.objection'

/** The enterprise objects to its own result. Answers the evaluation. */
export async function raiseObjection(
  db: Database,
  context: RequestContext,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<string> {
  const { caller, now } = context
  const zoneId = zoneOf(context).id
  const enterpriseId = caller.enterpriseId
  if (enterpriseId === null) throw notFound()
  const round = await lockRound(db, zoneId, { caller, id })
  const today = legalDayOf(now)
  const of = { roundId: id, enterpriseId }
  const published = (await listResults(db, zoneId, of)).length > 0
  const open = (await listObjections(db, zoneId, of)).some(({ state }) => state === 'raised')
  const refusal = refusalOfObjection(factsOf(round), { today, published, open })
  if (refusal) throw refusal
  const objection = newId(now)
  const by = actorOf(context)
  await db
    .insertInto('yields.objections')
    .values({
      ...{ zone_id: zoneId, id: objection, version: 1, created_at: now, created_by: by, updated_at: now },
      ...{ updated_by: by, archived_at: null, sample: round.sample, round_id: id, enterprise_id: enterpriseId },
      ...{ state: 'raised', reason, raised_on: today, decided_on: null, decision: null },
    })
    .execute()
  const subject = { subjectKind: kind, subjectId: objection }
  await record(db, context, { ...subject, action: 'raise', after: { round_id: id }, note: reason })
  await send(db, context, {
    ...{ channel: 'app', key: `yields:${objection}:raised`, ...subject, to: [{ role: 'officer' }] },
    text: { zh: '有企业对亩均评价结果提出异议。', en: 'An enterprise objects to its per-mu grade.' },
    link: `/yields?round=${id}`,
  })
  return id
}

interface Decision {
  readonly id: string
  readonly version: number
  readonly uphold: boolean
  readonly reason: string
}

/** What is upheld is corrected from the data as they are now; the earlier edition stays. Answers the evaluation. */
export async function decideObjection(db: Database, context: RequestContext, asked: Decision): Promise<string> {
  const zoneId = zoneOf(context).id
  if (isOutsider(context.caller)) throw notFound()
  const row = await lockObjection(db, zoneId, asked.id)
  if (row.version !== asked.version || row.state !== 'raised') throw changedMeanwhile()
  const state = asked.uphold ? ('upheld' as const) : ('rejected' as const)
  if (asked.uphold) {
    const round = await lockRound(db, zoneId, { caller: context.caller, id: row.round_id })
    await correctResult(db, context, { round, enterpriseId: row.enterprise_id, reason: asked.reason })
  }
  const after = { state, decided_on: legalDayOf(context.now), decision: asked.reason }
  await db
    .updateTable('yields.objections')
    .set({ ...after, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .execute()
  const subject = { subjectKind: kind, subjectId: row.id }
  const action = asked.uphold ? 'uphold' : 'reject'
  await record(db, context, { ...subject, action, before: { state: row.state }, after, note: asked.reason })
  await send(db, context, {
    ...{ channel: 'app', key: `yields:${row.id}:decided`, ...subject, to: [{ enterpriseId: row.enterprise_id }] },
    text: asked.uphold
      ? { zh: '您对亩均评价的异议成立，结果已更正。', en: 'Your objection was upheld; the result is corrected.' }
      : { zh: '您对亩均评价的异议不成立，理由见企业档案。', en: 'Your objection was rejected; see why.' },
    link: '/enterprise?part=yields',
  })
  return row.round_id
}

async function lockObjection(db: Database, zoneId: string, id: string): Promise<StoredObjection> {
  const row = await db
    .selectFrom('yields.objections')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (row) return row
  throw notFound()
}
