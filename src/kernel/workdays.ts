import { type Calendar, type Day, dayFromNumber, dayNumber, dayOfOrdinal, ordinalOnOrAfter } from './calendar.ts'
import { Problem } from './problem.ts'

/**
 * The last day of a limit of n working days that begins on `day`: the day itself does not count (民法典 第201条;
 * 行政许可法 第82条: working days, without statutory holidays). n = 0: the first working day on or after `day`.
 */
export function addWorkdays(calendar: Calendar, day: Day, days: number): Day {
  refuseUncountable(days)
  const start = dayNumber(day)
  const ordinal = days === 0 ? ordinalOnOrAfter(calendar, start) : workdaysUntil(calendar, start) + days - 1
  return dayFromNumber(dayOfOrdinal(calendar, ordinal))
}

/**
 * The last day of a limit of n calendar days that begins on `day`: the day itself does not count, and a last day that
 * is a day off moves to the next working day (民法典 第201、203条).
 */
export function addCalendarDays(calendar: Calendar, day: Day, days: number): Day {
  refuseUncountable(days)
  return dayFromNumber(nextWorkday(calendar, dayNumber(day) + days))
}

/** The working day that lies so many working days before this one: a day off counts as the working day after it. */
export function workdaysBefore(calendar: Calendar, day: Day, days: number): Day {
  refuseUncountable(days)
  return dayFromNumber(dayOfOrdinal(calendar, ordinalOnOrAfter(calendar, dayNumber(day)) - days))
}

/** Working days after `from`, up to `to` included; negative when `to` comes first. Inverse of `addWorkdays`. */
export function workdaysBetween(calendar: Calendar, from: Day, to: Day): number {
  return workdaysUntil(calendar, dayNumber(to)) - workdaysUntil(calendar, dayNumber(from))
}

/** Number of working days from the calendar's beginning up to this day number, it included. */
export function workdaysUntil(calendar: Calendar, day: number): number {
  return ordinalOnOrAfter(calendar, day + 1)
}

/** Day number of the first working day on or after this day number. */
export function nextWorkday(calendar: Calendar, day: number): number {
  return dayOfOrdinal(calendar, ordinalOnOrAfter(calendar, day))
}

/** Limits are whole days and not below zero. */
export function refuseUncountable(days: number): void {
  if (Number.isInteger(days) && days >= 0) return
  throw new Problem(
    'invalid_input',
    'calendar.not_a_limit',
    {
      zh: `期限应为不小于 0 的整数天，不能是 ${days}。`,
      en: `A limit is a whole number of days from 0 on, not ${days}.`,
    },
    { days },
  )
}
