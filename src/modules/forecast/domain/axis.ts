import {
  type Calendar,
  type Day,
  dayFromNumber,
  dayNumber,
  dayOfOrdinal,
  isProvisional,
  ordinalOnOrAfter,
} from '../../../kernel/calendar.ts'

/** The forecast's own axis: half working days from the first working day on or after the day of the data. */
export interface HalfDays {
  readonly calendar: Calendar
  readonly base: number
}

export function halfDaysFrom(calendar: Calendar, today: Day): HalfDays {
  return { calendar, base: ordinalOnOrAfter(calendar, dayNumber(today)) }
}

export function halfDayOf({ calendar, base }: HalfDays, day: Day): number {
  return 2 * (ordinalOnOrAfter(calendar, dayNumber(day)) - base)
}

export function dayAt({ calendar, base }: HalfDays, half: number): Day {
  return dayFromNumber(dayOfOrdinal(calendar, base + Math.floor(half / 2)))
}

export function provisionalAt({ calendar, base }: HalfDays, half: number): boolean {
  return isProvisional(calendar, dayOfOrdinal(calendar, base + Math.floor(half / 2)))
}

/** By filing day the half day on which n calendar days end; a last day off work moves to the next working day (民法典 第201、203条). */
export function calendarDayEnds({ calendar, base }: HalfDays, n: number, days: number): Int32Array {
  const ends = new Int32Array(days)
  for (let i = 0; i < days; i++) ends[i] = 2 * (ordinalOnOrAfter(calendar, dayOfOrdinal(calendar, base + i) + n) - base)
  return ends
}
