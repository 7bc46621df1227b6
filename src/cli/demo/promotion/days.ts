import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'

/** So many days of the calendar after a day. */
export function dayAfter(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count)
}
