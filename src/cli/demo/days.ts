import { type Calendar, type Day, dayFromNumber, dayNumber, isWorkday } from '../../kernel/calendar.ts'

/** Working days counted back from the day of a demonstration. */
export interface DemoDays {
  /** The legal day `before` working days earlier: -1 is the last working day before the demonstration. */
  readonly day: (before: number) => Day
  /** A moment of that day by the clock of China: minutes after midnight. */
  readonly at: (before: number, minutes: number) => Date
  /** All working days before the demonstration that are known, the earliest first. */
  readonly all: readonly Day[]
}

const deepest = 460

export function demoDays(calendar: Calendar, on: Day): DemoDays {
  const days: Day[] = []
  for (let number = dayNumber(on) - 1; days.length < deepest; number--) {
    if (isWorkday(calendar, number)) days.push(dayFromNumber(number))
  }
  const day = (before: number): Day => {
    const found = days[-before - 1]
    if (found === undefined) throw new RangeError(`${before} is no working day before the demonstration`)
    return found
  }
  const all = days.toReversed()
  return { day, all, at: (before, minutes) => new Date(Date.parse(`${day(before)}T00:00:00+08:00`) + minutes * 60_000) }
}
