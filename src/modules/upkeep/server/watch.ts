import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext, Timer } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import { fault } from '../contract/fault.ts'
import { faultStates } from '../contract/words.ts'
import { beganAt, dueAt, hoursLate } from '../domain/limit.ts'
import { timed } from './read.ts'
import { hoursIn, lockStored } from './store.ts'

/** A limit is over: operator and leader hear of it, once for each limit; what was done in time is left alone. */
export async function warnLate(db: Database, { subjectId }: Timer, context: RequestContext): Promise<void> {
  const zoneId = zoneOf(context).id
  const { row, acts } = await lockStored(db, zoneId, { id: subjectId, caller: context.caller })
  const began = beganAt(row.created_at, timed(acts))
  const due = dueAt(row.state, began, (await hoursIn(db, zoneId))(row.urgency, began))
  if (due === null || hoursLate(due, context.now) === 0) return
  const { zh, en } = faultStates[row.state]
  await send(db, context, {
    ...{ channel: 'app', key: `upkeep:${row.id}:late:${due.toISOString()}`, link: `/upkeep?id=${row.id}` },
    ...{ subjectKind: fault.name, subjectId: row.id, to: [{ role: 'operator' }, { role: 'leader' }] },
    text: {
      zh: `报修“${row.title}”已过时限，仍为“${zh}”，请尽快办理。`,
      en: `Fault "${row.title}" is past its limit and still "${en}": see to it.`,
    },
    urgent: row.urgency === 'urgent',
    cause: { zh: '维修时限规则', en: 'The limits of upkeep' },
    changeLink: '/records/upkeep-rules',
  })
}
