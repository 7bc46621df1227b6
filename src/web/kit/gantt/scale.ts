import { type Calendar, type Day, dayNumber, dayOfOrdinal, ordinalOnOrAfter } from '../../../kernel/calendar.ts'

/** Maps working-day offsets to pixels on an axis of calendar days, so that holidays take the room that they take in life. */
export interface Scale {
  readonly calendar: Calendar
  /** Ordinal of offset 0. */
  readonly base: number
  /** First and one-past-last day number on the axis; whole weeks from Monday. */
  readonly firstDay: number
  readonly endDay: number
  readonly dayWidth: number
  readonly width: number
}

export interface ScaleInput {
  readonly calendar: Calendar
  readonly dayZero: Day
  /** Largest offset that is drawn. */
  readonly lastOffset: number
  /** Pixels a calendar day; null = fit into `fitWidth`. */
  readonly dayWidth: number | null
  readonly fitWidth: number
}

const weekOf = (day: number): number => day - ((((day + 3) % 7) + 7) % 7)

export function buildScale(input: ScaleInput): Scale {
  const { calendar } = input
  const base = ordinalOnOrAfter(calendar, dayNumber(input.dayZero))
  const firstDay = weekOf(dayNumber(input.dayZero))
  const endDay = weekOf(dayOfOrdinal(calendar, base + Math.ceil(input.lastOffset)) + 6) + 7
  const days = endDay - firstDay
  const dayWidth = input.dayWidth ?? Math.max(0.25, input.fitWidth / days)
  return { calendar, base, firstDay, endDay, dayWidth, width: days * dayWidth }
}

/** Position of an offset: the date the plan prints for it, plus the half day. */
export function xOf(scale: Scale, offset: number): number {
  const whole = Math.floor(offset)
  return xOfDay(scale, dayOfOrdinal(scale.calendar, scale.base + whole) + (offset - whole))
}

export function xOfDay(scale: Scale, day: number): number {
  return (day - scale.firstDay) * scale.dayWidth
}

/** The offset at a position, to the half day; a position on a day off is the next working morning. */
export function offsetAt(scale: Scale, x: number): number {
  const day = x / scale.dayWidth + scale.firstDay
  const whole = Math.floor(day)
  const ordinal = ordinalOnOrAfter(scale.calendar, whole)
  const off = dayOfOrdinal(scale.calendar, ordinal) !== whole
  return ordinal - scale.base + (off ? 0 : Math.round((day - whole) * 2) / 2)
}
