import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { isOwed, readClock } from '../domain/follow-up.ts'
import { openIn } from './store.ts'

export interface OwedAnswer {
  readonly id: string
  readonly task: string
  readonly dueOn: string | null
  /** Person or department. */
  readonly toId: string
  readonly issuerId: string | null
  readonly projectId: string | null
}

/** Orders of the zone that are owed an answer, with their reply date. Needs the zone's context. */
export async function listOwedAnswers(db: Database, context: RequestContext): Promise<OwedAnswer[]> {
  const zone = zoneOf(context)
  const moment = { calendar: await zoneCalendar(db, zone.code), today: legalDayOf(context.now) }
  const owed = (await openIn(db, zone.id)).filter(({ facts }) => isOwed(facts))
  return owed.map(({ row, facts }) => ({
    ...{ id: row.id, task: row.task, dueOn: readClock(facts, moment).dueOn, toId: row.to_id },
    ...{ issuerId: row.issuer_id, projectId: row.project_id },
  }))
}
