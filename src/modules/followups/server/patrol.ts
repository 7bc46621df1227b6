import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, DomainEvent, RequestContext, Timer } from '../../../platform/module.ts'
import { schedule } from '../../../platform/timers/schedule.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { escalationsOf, nextPatrolOn } from '../domain/escalate.ts'
import { escalate, ruleOf } from './escalate.ts'
import { rulesIn } from './rules.ts'
import { watchAll } from './watch.ts'

/** The zone's look at everything that could be forgotten, on the morning of every working day. */
export const patrolKind = 'followups.patrol'

/** 08:30, before the offices open. */
const morningMs = 8.5 * 3_600_000

/** Every rule against every open case and follow-up; each escalation once for its cause and cycle. */
export async function patrol(db: Database, _timer: Timer, context: RequestContext): Promise<void> {
  const rows = await rulesIn(db, zoneOf(context).id).where('enabled', '=', true).orderBy('name').orderBy('id').execute()
  if (rows.length === 0) return
  const rules = rows.map(ruleOf)
  for (const { signals, ...watched } of await watchAll(db, context)) {
    for (const escalation of escalationsOf(rules, signals)) {
      const row = rows.find(({ id }) => id === escalation.rule.id)
      if (row) await escalate(db, context, { row, escalation, watched })
    }
  }
  await setPatrol(db, context)
}

/** Sets the next morning's look; set already, it stays. */
export async function setPatrol(db: Database, context: RequestContext): Promise<void> {
  const { id, code } = zoneOf(context)
  const day = nextPatrolOn(await zoneCalendar(db, code), legalDayOf(context.now))
  const dueAt = new Date(beginningOf(day).getTime() + morningMs)
  await schedule(db, context, { kind: patrolKind, key: day, subjectKind: 'zones.zone', subjectId: id, dueAt })
}

/** Whatever happens in a zone that has rules keeps the look going, also where none was set. */
export async function hearChange(db: Database, _event: DomainEvent, context: RequestContext): Promise<void> {
  const any = await rulesIn(db, zoneOf(context).id).where('enabled', '=', true).limit(1).executeTakeFirst()
  if (any) await setPatrol(db, context)
}
