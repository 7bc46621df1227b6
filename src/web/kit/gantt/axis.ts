import { dayFromNumber, isProvisional, isWorkday } from '../../../kernel/calendar.ts'
import { type Scale, xOfDay } from './scale.ts'

export interface Band {
  readonly x: number
  readonly width: number
  readonly label: string
}

export interface Axis {
  readonly months: readonly Band[]
  /** Day or week ticks, whichever the zoom has room for; empty when neither fits. */
  readonly ticks: readonly Band[]
  /** Runs of days off that are wide enough to see. */
  readonly shades: readonly { readonly x: number; readonly width: number }[]
  /** Weekend days that are worked (调休). */
  readonly worked: readonly number[]
  /** Where dates become provisional because the year's holiday notice is not loaded; null = nowhere. */
  readonly provisionalFrom: number | null
}

export type MonthLabel = (year: number, month: number, width: number) => string

export function buildAxis(scale: Scale, monthLabel: MonthLabel): Axis {
  return {
    months: monthsOf(scale, monthLabel),
    ticks: ticksOf(scale),
    shades: shadesOf(scale),
    worked: workedOf(scale),
    provisionalFrom: provisionalOf(scale),
  }
}

function monthsOf(scale: Scale, monthLabel: MonthLabel): Band[] {
  const bands: Band[] = []
  let from = scale.firstDay
  while (from < scale.endDay) {
    const date = new Date(from * 86_400_000)
    const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 86_400_000
    const width = (Math.min(next, scale.endDay) - from) * scale.dayWidth
    bands.push({
      x: xOfDay(scale, from),
      width,
      label: monthLabel(date.getUTCFullYear(), date.getUTCMonth() + 1, width),
    })
    from = next
  }
  return bands
}

function ticksOf(scale: Scale): Band[] {
  const step = scale.dayWidth >= 18 ? 1 : scale.dayWidth * 7 >= 22 ? 7 : 0
  const ticks: Band[] = []
  for (let day = scale.firstDay; step > 0 && day < scale.endDay; day += step) {
    ticks.push({
      x: xOfDay(scale, day),
      width: step * scale.dayWidth,
      label: String(Number(dayFromNumber(day).slice(8))),
    })
  }
  return ticks
}

function shadesOf(scale: Scale): { x: number; width: number }[] {
  const shades: { x: number; width: number }[] = []
  let run = 0
  for (let day = scale.firstDay; day <= scale.endDay; day++) {
    if (day < scale.endDay && !isWorkday(scale.calendar, day)) {
      run++
      continue
    }
    const width = run * scale.dayWidth
    if (width >= 3) shades.push({ x: xOfDay(scale, day - run), width })
    run = 0
  }
  return shades
}

function workedOf(scale: Scale): number[] {
  const worked: number[] = []
  if (scale.dayWidth < 3) return worked
  for (let day = scale.firstDay; day < scale.endDay; day++) {
    const weekday = (day + 4) % 7
    if ((weekday === 0 || weekday === 6) && isWorkday(scale.calendar, day)) worked.push(xOfDay(scale, day))
  }
  return worked
}

function provisionalOf(scale: Scale): number | null {
  for (let day = scale.firstDay; day < scale.endDay; day++) {
    if (isProvisional(scale.calendar, day)) return xOfDay(scale, day)
  }
  return null
}
