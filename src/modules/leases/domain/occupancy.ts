import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import type { Span } from './lease.ts'

/** Occupancy follows from leases alone: nobody enters that a unit is let. */
export interface Standing {
  /** Who has it on the day; null: it is free. */
  readonly holder: string | null
  /** Free: the first day without a lessee; null while it is let, or when it was never let. */
  readonly freeSince: Day | null
  /** Free: the first day of the next lease that is signed; null while it is let, or when none is signed. */
  readonly letFrom: Day | null
}

export function standingOn(unit: string, spans: readonly Span[], day: Day): Standing {
  const own = spans.filter((span) => span.unit === unit)
  const now = own.find(({ from, to }) => from <= day && day <= to)
  if (now) return { holder: now.holder, freeSince: null, letFrom: null }
  const last = own
    .filter(({ to }) => to < day)
    .reduce<Day | null>((latest, { to }) => (latest !== null && latest > to ? latest : to), null)
  const letFrom = own
    .filter(({ from }) => from > day)
    .reduce<Day | null>((first, { from }) => (first !== null && first < from ? first : from), null)
  return { holder: null, freeSince: last === null ? null : dayFromNumber(dayNumber(last) + 1), letFrom }
}
