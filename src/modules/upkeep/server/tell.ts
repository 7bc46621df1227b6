import { publish } from '../../../platform/events/publish.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Recipient } from '../../../platform/outbox/channel.ts'
import { send } from '../../../platform/outbox/send.ts'
import { schedule } from '../../../platform/timers/schedule.ts'
import { fault } from '../contract/fault.ts'
import { type FaultVerb, verbLabels } from '../contract/words.ts'
import { beganAt, dueAt } from '../domain/limit.ts'
import { timed } from './read.ts'
import { hoursIn, type Stored } from './store.ts'
import type { FaultRow } from './table.ts'

export const watchKind = 'upkeep.watch'
/** From here down a rating is bad, and the leader hears of it (好差评: 不满意、非常不满意). */
const badGrade = 2

interface Telling {
  readonly row: FaultRow
  readonly verb: FaultVerb | 'report'
  readonly words: string | null
}

/** Who mends is told of what is reported; who uses the place of what becomes of it. */
export async function tell(db: Database, context: RequestContext, { row, verb, words }: Telling): Promise<void> {
  const subject = { subjectKind: fault.name, subjectId: row.id }
  const users: Recipient[] = row.enterprise_id === null ? [] : [{ enterpriseId: row.enterprise_id }]
  await publish(db, context, {
    ...{ topic: 'upkeep.changed', ...subject, payload: { faultId: row.id, verb } },
    ...(row.enterprise_id !== null && { audience: { enterpriseId: row.enterprise_id } }),
  })
  const bad = verb === 'rate' && (row.grade ?? 5) <= badGrade
  const toMenders = verb === 'report' || verb === 'reopen' || bad
  const to: Recipient[] = toMenders ? [{ role: 'operator' }, ...(bad ? [{ role: 'leader' } as const] : [])] : users
  if (to.length === 0 || (verb === 'rate' && !bad)) return
  const { zh, en } = verb === 'report' ? { zh: '报修', en: 'Reported' } : verbLabels[verb]
  await send(db, context, {
    ...{ channel: 'app', key: `upkeep:${row.id}:${row.version}`, ...subject, to, link: `/upkeep?id=${row.id}` },
    text: {
      zh: `报修“${row.title}”：${zh}。${words ?? ''}`,
      en: `Fault "${row.title}": ${en}. ${words ?? ''}`,
    },
    urgent: toMenders && row.urgency === 'urgent',
    cause: { zh: '您负责维修，或这是您使用的场所', en: 'You mend it, or it is where you work' },
  })
}

/** When the next limit is over the program looks whether the step was taken. */
export async function setWatch(db: Database, context: RequestContext, { row, acts }: Stored): Promise<void> {
  const began = beganAt(row.created_at, timed(acts))
  const due = dueAt(row.state, began, (await hoursIn(db, zoneOf(context).id))(row.urgency, began))
  if (due === null || due <= context.now) return
  await schedule(db, context, {
    ...{ kind: watchKind, key: `${row.id}:${due.toISOString()}`, subjectKind: fault.name, subjectId: row.id },
    dueAt: new Date(due.getTime() + 1),
  })
}
