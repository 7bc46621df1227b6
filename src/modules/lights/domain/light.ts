/**
 * 预警灯。银川（2025-03）：开工、进度、入统、资金四灯；海口江东（2020）：连续两次黄灯转红。暂停的项目为灰，写明原因和时长；没有数据不等于正常。
 */
import type { Day } from '../../../kernel/calendar.ts'
import type { Colour, Subject } from '../contract/subject.ts'

export interface LightRule {
  readonly subject: Subject
  readonly yellowFrom: number | null
  readonly redAbove: number | null
  readonly redAfterYellows: number | null
  readonly source: string
}

/** A value of one month; null: not known. */
export interface Reading {
  readonly month: string
  readonly value: number | null
}

/** The colour of one value by itself. */
export function colourOf({ yellowFrom, redAbove }: LightRule, value: number | null): Colour {
  if (value === null) return 'unknown'
  if (redAbove !== null && value > redAbove) return 'red'
  return yellowFrom !== null && value >= yellowFrom ? 'yellow' : 'green'
}

/** The colour after a row of months, the last one last: so many yellows in a row are red, and a red among them keeps the row. */
export function colourAfter(rule: LightRule, readings: readonly Reading[]): Colour {
  const colours = readings.map(({ value }) => colourOf(rule, value))
  const last = colours.at(-1) ?? 'unknown'
  const { redAfterYellows: limit } = rule
  if (last !== 'yellow' || limit === null || colours.length < limit) return last
  return colours.slice(-limit).every((colour) => colour === 'yellow' || colour === 'red') ? 'red' : 'yellow'
}

/** Months from one month to another: 2026-01 to 2026-03 are 2. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth
}

export const monthOf = (day: Day): string => day.slice(0, 7)

/** Months in which it should have started and has not, the planned one included; null where no start is planned. */
export function monthsNotStarted(plan: { plannedOn: Day; doneOn: Day | null } | undefined, today: Day): number | null {
  if (plan === undefined) return null
  if (plan.doneOn !== null || plan.plannedOn > today) return 0
  return monthsBetween(monthOf(plan.plannedOn), monthOf(today)) + 1
}

/** Whole months since the start without an entry into statistics; null where it is not known when it started. */
export function monthsWithoutEntry(startedOn: Day | null, entered: boolean, today: Day): number | null {
  if (entered) return 0
  if (startedOn === null) return null
  const months = monthsBetween(monthOf(startedOn), monthOf(today))
  return Math.max(0, startedOn.slice(8) > today.slice(8) ? months - 1 : months)
}

/** Percent by which what was paid lies below what was planned; null where nothing was planned. */
export function percentShort(planned: number, paid: number): number | null {
  if (planned <= 0) return null
  return Math.max(0, Math.round(((planned - paid) / planned) * 1000) / 10)
}

const severity: readonly Colour[] = ['red', 'yellow', 'unknown', 'paused', 'green']

/** The worst of several: red, yellow, unknown, paused, green. */
export function worstOf(lights: readonly Colour[]): Colour {
  return severity.find((colour) => lights.includes(colour)) ?? 'unknown'
}
