import {
  type Calendar,
  type Day,
  dayFromNumber,
  dayNumber,
  dayOfOrdinal,
  isProvisional,
  ordinalOnOrAfter,
} from '../../../kernel/calendar.ts'

/** Working days counted from a start: offset 0 is the first working day on or after it. */
export interface Axis {
  readonly calendar: Calendar
  /** Ordinal of day 0 in the calendar. */
  readonly base: number
}

export function axisFrom(calendar: Calendar, start: Day): Axis {
  return { calendar, base: ordinalOnOrAfter(calendar, dayNumber(start)) }
}

/** The working day on which an offset falls: halves fall on the day of their floor. */
export function dayAt(axis: Axis, offset: number): number {
  return dayOfOrdinal(axis.calendar, axis.base + Math.floor(offset))
}

export function dateAt(axis: Axis, offset: number): Day {
  return dayFromNumber(dayAt(axis, offset))
}

export function provisionalAt(axis: Axis, offset: number): boolean {
  return isProvisional(axis.calendar, dayAt(axis, offset))
}

/**
 * Offset at which n calendar days from t end: the first day does not count and a last day off work
 * moves to the next working day (民法典 第201、203条); never before t.
 */
export function afterCalendarDays(axis: Axis, t: number, days: number): number {
  if (days <= 0) return t
  const end = ordinalOnOrAfter(axis.calendar, dayAt(axis, t) + days) - axis.base
  return Math.max(end, t)
}

/** Just under a bound that may not be reached: half-day steps never come this close. */
const below = 1e-9

/** The latest t whose n calendar days end no later than `end`: the inverse of `afterCalendarDays`. */
export function latestBeforeCalendarDays(axis: Axis, end: number, days: number): number {
  if (days <= 0) return end
  const lastDay = dayAt(axis, end) - days
  const latestWorkday = ordinalOnOrAfter(axis.calendar, lastDay + 1) - 1 - axis.base
  return Math.min(end, latestWorkday + 1 - below)
}
