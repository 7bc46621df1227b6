import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { isOutsider, notAllowed, notFound } from '../../../platform/access/caller.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import { changeRecord } from '../../../platform/records/change.ts'
import { createRecord } from '../../../platform/records/create.ts'
import { AnnualValue } from '../../annuals/contract/value.ts'
import { findSaying } from '../../annuals/server/api.ts'
import { nextState } from '../domain/decide.ts'
import { checked, registry } from './kinds.ts'
import { lockProposal } from './store.ts'

interface Decision {
  readonly id: string
  readonly version: number
  readonly accept: boolean
  readonly confidence: string
  readonly reason: string
}

type Values = Readonly<Record<string, unknown>>

/** An officer confirms what was proposed, and it becomes a record; or declines it with a reason. Answers the row. */
export async function decide(db: Database, context: RequestContext, decision: Decision) {
  const zoneId = zoneOf(context).id
  if (isOutsider(context.caller)) throw notFound()
  const row = await lockProposal(db, zoneId, { caller: context.caller, id: decision.id })
  refuseStale(row.version, decision.version)
  const state = nextState(row.state, decision.accept ? 'accept' : 'decline')
  const recordId = decision.accept ? await enter(db, context, { row, confidence: decision.confidence }) : null
  const after = { state, decision: decision.reason, record_id: recordId }
  await save(db, context, { row, after: { ...after, decided_on: legalDayOf(context.now) } })
  const subject = { subjectKind: 'proposals.proposal', subjectId: row.id }
  const action = decision.accept ? 'accept' : 'decline'
  await record(db, context, { ...subject, action, before: { state: row.state }, after, note: decision.reason })
  await send(db, context, {
    ...{ channel: 'app', key: `proposals:${row.id}:decided`, ...subject, to: [{ enterpriseId: row.enterprise_id }] },
    text: decision.accept
      ? { zh: '您申报的数据已核实采用。', en: 'What you proposed was confirmed.' }
      : { zh: '您申报的数据未采用，原因见企业档案。', en: 'What you proposed was declined; see why.' },
    link: '/enterprise?part=proposals',
  })
  return lockProposal(db, zoneId, { caller: context.caller, id: row.id })
}

/** The enterprise takes its proposal back while it waits. */
export async function withdraw(
  db: Database,
  context: RequestContext,
  { id, version }: { readonly id: string; readonly version: number },
) {
  const zoneId = zoneOf(context).id
  const row = await lockProposal(db, zoneId, { caller: context.caller, id })
  if (context.caller.enterpriseId !== row.enterprise_id) throw notFound()
  refuseStale(row.version, version)
  const after = { state: nextState(row.state, 'withdraw'), decision: null, record_id: null, decided_on: null }
  await save(db, context, { row, after })
  const subject = { subjectKind: 'proposals.proposal', subjectId: id }
  await record(db, context, {
    ...subject,
    action: 'withdraw',
    before: { state: row.state },
    after: { state: after.state },
  })
  return lockProposal(db, zoneId, { caller: context.caller, id })
}

type Row = Awaited<ReturnType<typeof lockProposal>>

/** The record that the proposal becomes: a new one, or the enterprise's own earlier statement changed. Answers its id. */
async function enter(
  db: Database,
  context: RequestContext,
  { row, confidence }: { readonly row: Row; readonly confidence: string },
): Promise<string> {
  const { kind, check } = checked(row.kind)
  if (!context.caller.permissions.has(kind.access.write)) throw notAllowed()
  const values: Values = { ...row.values, ...('confidence' in kind.fields && { confidence }) }
  check(values)
  const known = { kind, registry }
  const earlier = row.kind === AnnualValue.name ? await findSaying(db, row.zone_id, values) : undefined
  if (earlier) {
    const { value, basis, note } = values
    await changeRecord(db, context, { ...known, ...earlier, values: { value, basis, note, confidence } })
    return earlier.id
  }
  const { record: made } = await createRecord(db, context, { ...known, values, sample: row.sample })
  return made.id
}

async function save(
  db: Database,
  context: RequestContext,
  {
    row,
    after,
  }: { readonly row: Row; readonly after: Partial<Pick<Row, 'state' | 'decision' | 'record_id' | 'decided_on'>> },
): Promise<void> {
  await db
    .updateTable('proposals.proposals')
    .set({ ...after, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .execute()
}

function refuseStale(now: number, read: number): void {
  if (now === read) return
  throw new Problem('conflict', 'proposals.changed_meanwhile', {
    zh: '这条申报已经有人办理，请刷新后再看。',
    en: 'Somebody else has dealt with this proposal: reload first.',
  })
}
