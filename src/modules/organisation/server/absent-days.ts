import { type Calendar, type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { earlierOf, laterOf } from '../../../kernel/order.ts'
import { workdaysBetween } from '../../../kernel/workdays.ts'
import type { Database } from '../../../platform/module.ts'
import type {} from './table.ts'

interface Span {
  readonly calendar: Calendar
  /** Both days belong to it. */
  readonly from: Day
  readonly to: Day
}

/** By department the working days on which its people are away in this time; overlapping absences of one person count once. Needs the zone's context. */
export async function absentDays(
  db: Database,
  zoneId: string,
  { calendar, from, to }: Span,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('organisation.absences as absence')
    .innerJoin('organisation.people as person', (join) =>
      join.onRef('person.zone_id', '=', 'absence.zone_id').onRef('person.id', '=', 'absence.person_id'),
    )
    .select(['person.id', 'person.department_id', 'absence.from_on', 'absence.to_on'])
    .where('absence.zone_id', '=', zoneId)
    .where('person.zone_id', '=', zoneId)
    .where('absence.archived_at', 'is', null)
    .where('person.archived_at', 'is', null)
    .where('person.department_id', 'is not', null)
    .where('absence.from_on', '<=', to)
    .where('absence.to_on', '>=', from)
    .orderBy('person.id')
    .orderBy('absence.from_on')
    .execute()
  const days = new Map<string, number>()
  const counted = new Map<string, Day>()
  for (const { id, department_id: department, from_on, to_on } of rows) {
    const before = counted.get(id) ?? dayBefore(from)
    const first = laterOf(laterOf(from_on, from), dayAfter(before))
    const last = earlierOf(to_on, to)
    if (department === null || first > last) continue
    counted.set(id, last)
    const away = workdaysBetween(calendar, dayBefore(first), last)
    days.set(department, (days.get(department) ?? 0) + away)
  }
  return days
}

const dayBefore = (day: Day): Day => dayFromNumber(dayNumber(day) - 1)
const dayAfter = (day: Day): Day => dayFromNumber(dayNumber(day) + 1)
