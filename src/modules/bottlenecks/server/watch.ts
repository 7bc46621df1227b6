import { legalDayOf } from '../../../kernel/legal-day.ts'
import { workdayCount } from '../../../kernel/workday-count.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, DomainEvent, RequestContext, Timer } from '../../../platform/module.ts'
import { lookAgain } from '../../../platform/timers/look-again.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { readClock, topLevel } from '../domain/bottleneck.ts'
import { factsOf } from './read.ts'
import { take } from './step.ts'
import { lockStored } from './store.ts'
import { setWatch, watchKind } from './tell.ts'

/** What is open and late goes one level up by itself; what was solved, extended or escalated meanwhile is left alone. */
export async function escalateLate(db: Database, { subjectId }: Timer, context: RequestContext): Promise<void> {
  const { id: zoneId, code } = zoneOf(context)
  const stored = await lockStored(db, zoneId, subjectId)
  const { row, acts } = stored
  if (row.state !== 'open' || row.level === topLevel) return
  const moment = { calendar: await zoneCalendar(db, code), today: legalDayOf(context.now) }
  const { late } = readClock(acts.map(factsOf), moment)
  // Its day has moved since the watch was set.
  if (late === 0) return setWatch(db, context, stored)
  const words = `逾期 ${late} 个工作日未解决，自动升级。Overdue by ${workdayCount(late)}: one level up.`
  await take(db, context, { stored, verb: 'escalate', input: { words } })
}

/** Days off came or were corrected: what was reckoned by the former ones is looked at now. */
export async function hearCalendar(db: Database, event: DomainEvent, context: RequestContext): Promise<void> {
  await lookAgain(db, context, { kind: watchKind, because: event.id })
}
