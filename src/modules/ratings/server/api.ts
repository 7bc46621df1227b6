import { legalDayOf } from '../../../kernel/legal-day.ts'
import { workdaysBetween } from '../../../kernel/workdays.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { dueOf } from '../domain/bad-rating.ts'
import { factsOf } from './bad.ts'
import { ratingsIn } from './store.ts'

/** A bad rating whose days to call back, correct and answer are over; who rated is nobody's to know here. */
export interface LateCallBack {
  readonly ratingId: string
  readonly caseId: string
  readonly projectId: string
  readonly authority: string
  readonly matter: { readonly zh: string; readonly en: string }
  readonly dueOn: string
  /** Working days. */
  readonly late: number
}

/** Every one of the zone that is not answered. Needs the zone's context. */
export async function listLateCallBacks(db: Database, context: RequestContext): Promise<LateCallBack[]> {
  const zone = zoneOf(context)
  const moment = { calendar: await zoneCalendar(db, zone.code), today: legalDayOf(context.now) }
  const rows = await ratingsIn(db, zone.id)
    .select('decided.project_id')
    .where('rating.grade', '<=', 2)
    .where('rating.answered_on', 'is', null)
    .orderBy('rating.id')
    .execute()
  return rows.flatMap((row) => {
    const { dueOn, overdue } = dueOf(factsOf(row), moment)
    if (!overdue || dueOn === null) return []
    return [
      {
        ...{ ratingId: row.id, caseId: row.case_id, projectId: row.project_id, authority: row.department },
        matter: { zh: row.matter_name_zh, en: row.matter_name_en },
        ...{ dueOn, late: workdaysBetween(moment.calendar, dueOn, moment.today) },
      },
    ]
  })
}
