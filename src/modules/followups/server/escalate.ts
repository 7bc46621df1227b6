import type { Selectable } from 'kysely'
import type { Label } from '../../../kernel/label.ts'
import { workdayCount } from '../../../kernel/workday-count.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import { listStaff } from '../../organisation/server/api.ts'
import { causeLabels } from '../contract/escalation.ts'
import type { Addressee } from '../contract/sentence.ts'
import type { Escalation, EscalationRule, Signal } from '../domain/escalate.ts'
import { departmentOf, recipientsOf } from './audience.ts'
import { insertFollowUp } from './issue.ts'
import type { EscalationRow } from './table.ts'
import type { WatchedSubject } from './watch.ts'

type Rule = Selectable<EscalationRow>

export function ruleOf(row: Rule): EscalationRule {
  const { id, name, cause, days, audience } = row
  return { id, name, cause, days, audience, everyDays: row.every_days, replyDays: row.reply_days }
}

interface Given {
  readonly row: Rule
  readonly escalation: Escalation
  readonly watched: WatchedSubject
}

/** Says it once: whoever enters the row first sends; the rest is silent. */
export async function escalate(
  db: Database,
  context: RequestContext,
  { row, escalation, watched }: Given,
): Promise<void> {
  const { now } = context
  const { subject, name, of } = watched
  const { numInsertedOrUpdatedRows: first } = await db
    .insertInto('followups.escalated')
    .values({
      ...{ zone_id: zoneOf(context).id, id: newId(now), created_at: now, created_by: actorOf(context) },
      ...{ rule_id: row.id, subject_kind: subject.kind, subject_id: subject.id, key: escalation.key },
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'rule_id', 'subject_id', 'key']).doNothing())
    .executeTakeFirstOrThrow()
  if (!first) return
  const to = await recipientsOf(db, context, { audience: row.audience, of })
  const text = sentenceOf(name, escalation)
  await record(db, context, {
    ...{ subjectKind: 'followups.escalation', subjectId: row.id, action: 'escalate', note: text.zh },
    ...(of.projectId !== null && { threadId: of.projectId }),
  })
  await send(db, context, {
    ...{ channel: 'app', key: `escalate:${row.id}:${subject.id}:${escalation.key}`, to, text, link: subject.link },
    ...{ subjectKind: subject.kind, subjectId: subject.id, urgent: row.urgent, channels: row.channels ?? [] },
    cause: { zh: `升级规则“${row.name}”`, en: `The escalation rule "${row.name}"` },
    changeLink: `/records/escalation-rules?record=${row.id}`,
  })
  if (subject.kind === 'cases.case' && row.reply_days !== null) await order(db, context, { row, escalation, watched })
}

/** 督办单: an order of the rule to the department that answers for the case; without one the message has to do. */
async function order(db: Database, context: RequestContext, { row, escalation, watched }: Given): Promise<void> {
  const { of, subject, name } = watched
  const departmentId = await departmentOf(db, context, of)
  const { departments, people } = await listStaff(db, zoneOf(context).id)
  const department = departments.find(({ id }) => id === departmentId)
  if (!department || row.reply_days === null) return
  const { cause } = escalation.signal
  const ask = cause === 'call_back_late' ? '请督促回访、整改并答复' : '请查明原因并答复办结时间'
  const task = `${name.zh}：${saidOf(escalation.signal).zh}，${ask}`
  // Who handled the case is not to learn who rated it: the head answers, where the zone has named one.
  const head = cause === 'call_back_late' ? people.find(({ id }) => id === department.headId) : undefined
  const to: Addressee = head
    ? { kind: 'person', id: head.id, name: head.name }
    : { kind: 'department', id: department.id, name: department.name }
  await insertFollowUp(db, context, {
    ...{ sentence: `升级规则“${row.name}”：${task}`, task, days: row.reply_days },
    to,
    subject: { kind: 'cases.case', id: subject.id },
    issuer: { id: null, name: `升级规则“${row.name}”`.slice(0, 200) },
  })
}

function sentenceOf(name: Label, { signal }: Escalation): Label {
  const said = saidOf(signal)
  return { zh: `${name.zh}：${said.zh}。`, en: `${name.en}: ${said.en}.` }
}

function saidOf({ cause, dueOn, over, left }: Signal): Label {
  const label = causeLabels[cause]
  const on = dueOn === null ? { zh: '', en: '' } : { zh: `（${dueOn} 到期）`, en: ` (due on ${dueOn})` }
  if (over !== null) {
    return { zh: `${label.zh}${on.zh}，已超 ${over} 个工作日`, en: `${label.en}${on.en}, ${workdayCount(over)} over` }
  }
  const rest = left === null || left === 0 ? { zh: '', en: '' } : { zh: `，还剩 ${left} 天`, en: `, ${left} days left` }
  return { zh: `${label.zh}${on.zh}${rest.zh}`, en: `${label.en}${on.en}${rest.en}` }
}
