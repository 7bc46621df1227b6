import { sql } from 'kysely'
import { type Calendar, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import type { InputOf, OutputOf } from '../../../kernel/endpoint.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { workdaysBetween } from '../../../kernel/workdays.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { BackdatedStep, listBackdated } from '../contract/backdated.ts'
import { listNames } from './names.ts'
import { rulesIn } from './rules.ts'

const yearDays = 365

interface Asked {
  readonly calendar: Calendar
  readonly now: Date
  /** Working days. */
  readonly after: number
}

/** Steps of people within a year, entered later than so many working days after their legal day; the latest entry first. */
export async function backdatedSteps(db: Database, zoneId: string, { calendar, now, after }: Asked) {
  const since = beginningOf(dayFromNumber(dayNumber(legalDayOf(now)) - yearDays))
  const rows = await db
    .selectFrom('cases.actions as action')
    .innerJoin('cases.cases as one', (join) =>
      join.onRef('one.zone_id', '=', 'action.zone_id').onRef('one.id', '=', 'action.case_id'),
    )
    .select(['action.verb', 'action.happened_on', 'action.created_at', 'action.actor_name'])
    .select(['one.id', 'one.project_id', 'one.matter_name_zh', 'one.matter_name_en', 'one.department', 'one.sample'])
    .where('action.zone_id', '=', zoneId)
    .where('one.zone_id', '=', zoneId)
    .where('one.archived_at', 'is', null)
    .where('action.actor_id', 'is not', null)
    .where('action.created_at', '>=', since)
    // Working days are never more than calendar days: what is not later by calendar days is not later by working days.
    .where(sql<boolean>`(action.created_at at time zone 'Asia/Shanghai')::date - action.happened_on > ${after}`)
    .orderBy('action.created_at', 'desc')
    .orderBy('action.id', 'desc')
    .execute()
  return rows
    .map((row) => ({ ...row, days: workdaysBetween(calendar, row.happened_on, legalDayOf(row.created_at)) }))
    .filter(({ days }) => days > after)
}

/** For the supervisor: what was entered afterwards, by whom and when. */
export async function readBackdated(
  db: Database,
  context: RequestContext,
  { limit }: InputOf<typeof listBackdated>,
): Promise<OutputOf<typeof listBackdated>> {
  const { id: zoneId, code } = zoneOf(context)
  const rules = await rulesIn(db, zoneId, legalDayOf(context.now))
  const asked = { calendar: await zoneCalendar(db, code), now: context.now, after: rules.backdatedAfter }
  const found = await backdatedSteps(db, zoneId, asked)
  const shown = found.slice(0, limit)
  const names = await listNames(db, 'projects.projects', { zoneId, ids: shown.map((row) => row.project_id) })
  const steps = shown.map(
    (row): BackdatedStep => ({
      caseId: row.id,
      matter: { zh: row.matter_name_zh, en: row.matter_name_en },
      project: names.get(row.project_id) ?? '',
      ...{ department: row.department, verb: row.verb, happenedOn: row.happened_on, by: row.actor_name },
      ...{ recordedAt: row.created_at.toISOString(), days: row.days, sample: row.sample },
    }),
  )
  return { after: rules.backdatedAfter, source: rules.sources.backdatedAfter, steps, truncated: found.length > limit }
}
