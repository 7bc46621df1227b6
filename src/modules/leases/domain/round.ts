import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'

/** Days on which there is something to do: the first of a month (bills), a warning before an end, the day after a due day. */
export function nextRoundOn(
  on: { readonly ends: readonly Day[]; readonly due: readonly Day[]; readonly warn: readonly number[] },
  today: Day,
): Day {
  const shift = (day: Day, days: number) => dayFromNumber(dayNumber(day) + days)
  const nextMonth = `${shift(`${today.slice(0, 8)}28`, 4).slice(0, 8)}01`
  const days = [
    ...on.ends.flatMap((end) => on.warn.map((before) => shift(end, -before))),
    ...on.due.map((day) => shift(day, 1)),
  ]
  return [nextMonth, ...days.filter((day) => day > today)].toSorted()[0] ?? nextMonth
}

/** Which of the rule's days before the end has been reached: the closest; null: none yet. */
export function warningOf(warn: readonly number[], daysLeft: number): number | null {
  const reached = warn.filter((before) => daysLeft <= before)
  return daysLeft < 0 || reached.length === 0 ? null : Math.min(...reached)
}
