import type { Day } from './calendar.ts'

/** China has one time, UTC+8, without summer time (since 1992). */
const offset = '+08:00'
const offsetMs = 8 * 3_600_000

/** The legal day in China on which this instant falls. */
export function legalDayOf(instant: Date): Day {
  return new Date(instant.getTime() + offsetMs).toISOString().slice(0, 10)
}

/** The instant at which a legal day begins. */
export function beginningOf(day: Day): Date {
  return new Date(`${day}T00:00:00${offset}`)
}
