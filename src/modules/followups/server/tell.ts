import type { Label } from '../../../kernel/label.ts'
import { publish } from '../../../platform/events/publish.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Recipient } from '../../../platform/outbox/channel.ts'
import { send } from '../../../platform/outbox/send.ts'
import type { FollowUpVerb } from '../contract/steps.ts'
import { recipientsOf } from './people.ts'
import type { FollowUpRow } from './table.ts'

export const kind = 'followups.followUp'

type Told = 'issue' | FollowUpVerb

/** What the other side is told; a step without an entry is silent. */
const news: Readonly<Partial<Record<Told, { to: 'addressee' | 'issuer'; zh: string; en: string; urgent?: boolean }>>> =
  {
    issue: { to: 'addressee', zh: '交办', en: 'gave you an order' },
    transfer: { to: 'addressee', zh: '转来督办', en: 'transferred an order to you' },
    urge: { to: 'addressee', zh: '催办', en: 'urges', urgent: true },
    sendBack: { to: 'addressee', zh: '退回重办', en: 'sent your answer back' },
    close: { to: 'addressee', zh: '撤销督办', en: 'closed the order' },
    accept: { to: 'addressee', zh: '认可办结', en: 'accepted your answer' },
    answer: { to: 'issuer', zh: '回复', en: 'answered' },
  }

export interface Telling {
  readonly row: FollowUpRow
  readonly verb: Told
  readonly dueOn: string | null
  readonly words: string | null
}

/** Tells the other modules, open pages and the other side of what was done with a follow-up. */
export async function tell(db: Database, context: RequestContext, telling: Telling): Promise<void> {
  const { row, verb } = telling
  const subject = { subjectKind: kind, subjectId: row.id }
  const payload = { projectId: row.project_id, state: row.state, verb }
  await publish(db, context, { topic: 'followups.changed', ...subject, payload })
  const said = news[verb]
  if (!said) return
  const to = said.to === 'addressee' ? await recipientsOf(db, context, row) : issuersOf(row)
  await send(db, context, {
    ...{ channel: 'app', key: `followups:${row.id}:${verb}:${row.version}`, ...subject, to },
    text: sentenceOf(context.caller.name, telling, said),
    link: `/follow-ups?id=${row.id}`,
    urgent: said.urgent ?? false,
    cause:
      said.to === 'addressee'
        ? { zh: '督办由您或您所在部门承办', en: 'You or your department answer for this follow-up' }
        : { zh: '这件督办是您交办的', en: 'You gave this order' },
  })
}

function issuersOf({ issuer_id }: FollowUpRow): readonly Recipient[] {
  return issuer_id === null ? [{ role: 'leader' }] : [{ accountId: issuer_id }]
}

function sentenceOf(by: string, { row, dueOn, words }: Telling, said: Label): Label {
  const until = dueOn === null ? { zh: '', en: '' } : { zh: `（${dueOn} 前）`, en: ` (by ${dueOn})` }
  const told = words === null ? '' : `：${words.slice(0, 200)}`
  return {
    zh: `${by} ${said.zh}“${row.task}”${until.zh}${told}`,
    en: `${by} ${said.en}: "${row.task}"${until.en}${words === null ? '' : `: ${words.slice(0, 200)}`}`,
  }
}
