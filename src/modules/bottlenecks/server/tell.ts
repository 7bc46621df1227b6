import type { Day } from '../../../kernel/calendar.ts'
import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { publish } from '../../../platform/events/publish.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Recipient } from '../../../platform/outbox/channel.ts'
import { send } from '../../../platform/outbox/send.ts'
import { schedule } from '../../../platform/timers/schedule.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { actLabels } from '../contract/topic.ts'
import { readClock, topLevel } from '../domain/bottleneck.ts'
import { factsOf } from './read.ts'
import type { Stored } from './store.ts'
import type { ActRow, BottleneckRow } from './table.ts'

export const kind = 'bottlenecks.bottleneck'
export const watchKind = 'bottlenecks.watch'

const silent: readonly ActRow['verb'][] = ['extend', 'drop']
const morningMs = 8.5 * 3_600_000

interface Telling {
  readonly row: BottleneckRow
  readonly verb: ActRow['verb']
  readonly words: string
}

/** The owner is told of what is his; the leaders of what has come up to them. */
export async function tell(db: Database, context: RequestContext, { row, verb, words }: Telling): Promise<void> {
  const subject = { subjectKind: kind, subjectId: row.id }
  await publish(db, context, { topic: 'bottlenecks.changed', ...subject, payload: { projectId: row.project_id, verb } })
  if (silent.includes(verb)) return
  const to: Recipient[] = [{ personId: row.owner_id }]
  if (verb === 'escalate') to.push({ role: 'leader' })
  const { zh, en } = actLabels[verb]
  await send(db, context, {
    ...{ channel: 'app', key: `bottlenecks:${row.id}:${row.version}`, ...subject, to },
    text: {
      zh: `堵点“${row.title}”：${zh}。${words.slice(0, 200)}`,
      en: `Bottleneck "${row.title}": ${en}. ${words.slice(0, 200)}`,
    },
    link: `/bottlenecks?id=${row.id}`,
    urgent: verb === 'escalate',
    cause: {
      zh: '您是这个堵点的责任人，或它已升级到领导',
      en: 'You own this bottleneck, or it has come up to the leaders',
    },
  })
}

/** On the morning after its due day the program looks whether it is still open. */
export async function setWatch(db: Database, context: RequestContext, { row, acts }: Stored): Promise<void> {
  if (row.state !== 'open' || row.level === topLevel) return
  const calendar = await zoneCalendar(db, zoneOf(context).code)
  const { dueOn } = readClock(acts.map(factsOf), { calendar, today: legalDayOf(context.now) })
  if (dueOn === null) return
  const next: Day = dayFromNumber(dayNumber(dueOn) + 1)
  await schedule(db, context, {
    ...{ kind: watchKind, key: `${row.id}:${row.level}:${dueOn}`, subjectKind: kind, subjectId: row.id },
    dueAt: new Date(beginningOf(next).getTime() + morningMs),
  })
}
