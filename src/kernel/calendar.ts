import { Problem } from './problem.ts'

/** A legal day as `YYYY-MM-DD`. */
export type Day = string

/**
 * One year's statutory calendar: the weekdays that are off and the weekend days that are worked (调休),
 * as the State Council's yearly notice lists them. Source and date of the notice stay with the data.
 */
export interface CalendarYear {
  readonly year: number
  /** Every day off by the notice, weekends inside a holiday included. */
  readonly off: readonly Day[]
  /** Weekend days on which people work. */
  readonly work: readonly Day[]
  readonly source?: string
}

/** A zone's own deviations: days it closes or works beside the statutory ones. */
export interface CalendarOverrides {
  readonly off: readonly Day[]
  readonly work: readonly Day[]
}

/**
 * Working days by prefix sums. `dayNumber` counts days since 1970-01-01.
 * `ordinalOf[d - firstDay]` = working days strictly before day d, so the first working day on or after d has that ordinal;
 * `dayOf[k]` = day number of the k-th working day. Every question is one or two array reads.
 */
export interface Calendar {
  readonly firstDay: number
  readonly lastDay: number
  readonly ordinalOf: Int32Array
  readonly dayOf: Int32Array
  readonly loadedYears: ReadonlySet<number>
}

const msPerDay = 86_400_000
const firstYear = 2000
const lastYear = 2120

/** Day number of a legal day; refuses what is no date (2026-02-30, 26-1-1). A list asks it thousands of times: by arithmetic alone, without an object. */
export function dayNumber(day: Day): number {
  const year = digits(day, 0, 4)
  const month = digits(day, 5, 7)
  const date = digits(day, 8, 10)
  const whole = day.length === 10 && day[4] === '-' && day[7] === '-'
  if (!whole || !(month >= 1 && month <= 12) || !(date >= 1 && date <= daysIn(year, month))) throw notADate(day)
  return daysBefore(year, month) + date - 1
}

/** NaN where one of them is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** NaN of a year that is none, which no date is below. */
function daysIn(year: number, month: number): number {
  if (Number.isNaN(year)) return year
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** From 1970-01-01 to the first of the month; years counted from March, so that a leap day is the last of its year. */
function daysBefore(year: number, month: number): number {
  const since = month <= 2 ? year - 1 : year
  const leapDays = Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400)
  return since * 365 + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) - 719_468
}

function notADate(day: string): Problem {
  return new Problem(
    'invalid_input',
    'calendar.not_a_date',
    {
      zh: `“${day}”不是有效日期，请写成 2026-03-02 的样子。`,
      en: `"${day}" is not a date: write it as 2026-03-02.`,
    },
    { value: day },
  )
}

/** Texts of the days asked for so far: a plan tells hundreds of dates, and making the text is most of the work. */
const texts = new Map<number, Day>()
const textsKept = 50_000

export function dayFromNumber(dayNumber: number): Day {
  const known = texts.get(dayNumber)
  if (known !== undefined) return known
  if (texts.size >= textsKept) texts.clear()
  const day = new Date(dayNumber * msPerDay).toISOString().slice(0, 10)
  texts.set(dayNumber, day)
  return day
}

/** Builds the calendar. In a year that is not loaded only weekends are off, and its dates are provisional. */
export function buildCalendar(
  years: readonly CalendarYear[],
  overrides: CalendarOverrides = { off: [], work: [] },
): Calendar {
  const off = new Set<number>()
  const work = new Set<number>()
  for (const year of years) addDays(year, off, work)
  addDays(overrides, off, work)
  const firstDay = dayNumber(`${firstYear}-01-01`)
  const lastDay = dayNumber(`${lastYear}-12-31`)
  const ordinalOf = new Int32Array(lastDay - firstDay + 2)
  const dayOf = new Int32Array(lastDay - firstDay + 1)
  let ordinal = 0
  for (let day = firstDay; day <= lastDay; day++) {
    ordinalOf[day - firstDay] = ordinal
    const weekend = (day + 4) % 7 === 0 || (day + 4) % 7 === 6
    if (work.has(day) || (!weekend && !off.has(day))) dayOf[ordinal++] = day
  }
  ordinalOf[lastDay - firstDay + 1] = ordinal
  return {
    firstDay,
    lastDay,
    ordinalOf,
    dayOf: dayOf.slice(0, ordinal),
    loadedYears: new Set(years.map((y) => y.year)),
  }
}

/** A later source wins over an earlier one for the same day: a zone may work on a statutory holiday, or close on a workday. */
function addDays(source: CalendarOverrides, off: Set<number>, work: Set<number>): void {
  for (const day of source.off) {
    off.add(dayNumber(day))
    work.delete(dayNumber(day))
  }
  for (const day of source.work) {
    work.add(dayNumber(day))
    off.delete(dayNumber(day))
  }
}

export function isWorkday(calendar: Calendar, day: number): boolean {
  const i = index(calendar, day)
  return (calendar.ordinalOf[i + 1] as number) > (calendar.ordinalOf[i] as number)
}

/** Ordinal of the first working day on or after `day`. */
export function ordinalOnOrAfter(calendar: Calendar, day: number): number {
  return calendar.ordinalOf[index(calendar, day)] as number
}

/** Day number of the working day with this ordinal. */
export function dayOfOrdinal(calendar: Calendar, ordinal: number): number {
  const day = calendar.dayOf[ordinal]
  if (day === undefined) throw outOfRange(ordinal)
  return day
}

/** True where the year's holiday notice is not loaded: a date in it may still move. */
export function isProvisional(calendar: Calendar, day: number): boolean {
  return !calendar.loadedYears.has(new Date(day * msPerDay).getUTCFullYear())
}

function index(calendar: Calendar, day: number): number {
  if (!(day >= calendar.firstDay && day <= calendar.lastDay)) throw outOfRange(day)
  return day - calendar.firstDay
}

function outOfRange(day: number): Problem {
  return new Problem(
    'invalid_input',
    'calendar.out_of_range',
    {
      zh: `日期超出日历范围（${firstYear}—${lastYear} 年）。`,
      en: `The date lies outside the calendar (${firstYear} to ${lastYear}).`,
    },
    { day },
  )
}
