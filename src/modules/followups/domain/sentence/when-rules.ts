import { type Calendar, type Day, dayFromNumber, dayNumber } from '../../../../kernel/calendar.ts'
import { earlierOf } from '../../../../kernel/order.ts'
import { addWorkdays, workdaysBefore } from '../../../../kernel/workdays.ts'
import type { Deadline } from '../../contract/sentence.ts'
import { numberIn, numberShape } from './numbers.ts'

export interface Given {
  readonly today: Day
  readonly calendar: Calendar
}

type Meant = Omit<Deadline, 'said'>
/** Words for a day, and the days that they may mean: none or several have to be asked for. `vague`: even one has to be confirmed. */
export interface WhenRule {
  readonly words: string
  readonly vague?: boolean
  readonly means: (parts: readonly string[], given: Given) => readonly Meant[]
}

const weekdays = '一二三四五六日天'
const n = `(${numberShape})`
const part = '(?:上午|中午|下午|晚上|早上|晚|早)?'
const week = '(?:周|星期|礼拜)'

const day = (on: Day): Meant => ({ on, workdays: null })
const plus = (on: Day, days: number): Day => dayFromNumber(dayNumber(on) + days)
const after =
  (days: number) =>
  (_: readonly string[], { today }: Given) => [day(plus(today, days))]

/** 1 Monday to 7 Sunday. */
function weekdayOf(on: Day): number {
  return ((dayNumber(on) + 3) % 7) + 1
}

function inWeek(today: Day, ahead: number, weekday: number): Day {
  return plus(today, weekday - weekdayOf(today) + 7 * ahead)
}

function weekdayIn(text: string | undefined): number {
  return Math.min(weekdays.indexOf(text ?? '') + 1, 7)
}

/** The last working day of a week: its Friday, or what make-up days make of it. */
function endOfWeek(ahead: number) {
  return (_: readonly string[], { today, calendar }: Given) => [
    day(workdaysBefore(calendar, inWeek(today, ahead + 1, 1), 1)),
  ]
}

/** The last day of a month that lies so many months after this one. */
function endOfMonth(today: Day, ahead: number): Day {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month + ahead, 0)).toISOString().slice(0, 10)
}

function dateOf(year: number, month: number, date: number): Day | null {
  const on = new Date(Date.UTC(year, month - 1, date))
  return on.getUTCMonth() === month - 1 && on.getUTCDate() === date ? on.toISOString().slice(0, 10) : null
}

const yearOf = (today: Day) => Number(today.slice(0, 4))
const monthOf = (today: Day) => Number(today.slice(5, 7))

/** A date without a year that has passed may be next year's, or a slip: asked. */
function monthAndDay(parts: readonly string[], { today }: Given): readonly Meant[] {
  const [month = '', date = ''] = parts
  const here = dateOf(yearOf(today), numberIn(month), numberIn(date))
  if (here !== null && here >= today) return [day(here)]
  const next = dateOf(yearOf(today) + 1, numberIn(month), numberIn(date))
  return next === null ? [] : [day(next), day(next)]
}

function dayOfMonth([date = '']: readonly string[], { today }: Given): readonly Meant[] {
  for (const ahead of [0, 1]) {
    const first = plus(endOfMonth(today, ahead - 1), 1)
    const on = dateOf(yearOf(first), monthOf(first), numberIn(date))
    if (on !== null && on >= today) return [day(on)]
  }
  return []
}

function fullDate([year = '', month = '', date = '']: readonly string[]): readonly Meant[] {
  const on = dateOf(Number(year), numberIn(month), numberIn(date))
  return on === null ? [] : [day(on)]
}

/** A third of a month (旬). */
function third([month = '', which = '']: readonly string[], { today }: Given): readonly Meant[] {
  const ahead = (numberIn(month) - monthOf(today) + 12) % 12
  const end = endOfMonth(today, ahead)
  return [day(which === '上' ? `${end.slice(0, 8)}10` : which === '中' ? `${end.slice(0, 8)}20` : end)]
}

/** This weekday of this week; when it is over, or today itself, next week's may be meant. */
function nextWeekday([name]: readonly string[], { today }: Given): readonly Meant[] {
  const here = inWeek(today, 0, weekdayIn(name))
  const next = plus(here, 7)
  return here > today ? [day(here)] : here === today ? [day(here), day(next)] : [day(next)]
}

/** The first rule whose words stand at a place wins; longer words come before those that they begin with. */
export const whenRules: readonly WhenRule[] = [
  {
    words: `${n}个?工作日(?:之内|以内|内|后)?`,
    means: ([count = ''], { today, calendar }) => {
      const days = numberIn(count)
      return [{ on: addWorkdays(calendar, today, days), workdays: days }]
    },
  },
  { words: '(\\d{4})年(\\d{1,2})月(\\d{1,2})[日号]?', means: fullDate },
  { words: '(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})', means: fullDate },
  { words: `${n}月${n}[日号]${part}`, means: monthAndDay },
  { words: '(\\d{1,2})[./](\\d{1,2})(?=前|之前|以前)', means: monthAndDay },
  { words: `${n}月([上中下])旬`, means: third },
  {
    words: `${n}月(?:份)?底`,
    means: ([month = ''], { today }) => [day(endOfMonth(today, (numberIn(month) - monthOf(today) + 12) % 12))],
  },
  { words: `${n}月份?(?:内|前|之前|以前)`, means: () => [] },
  { words: `半个月(?:之内|以内|内)?`, means: after(15) },
  {
    words: `${n}个月(?:之内|以内|内)`,
    means: ([count = ''], { today }) => {
      const last = endOfMonth(today, numberIn(count))
      return [day(`${last.slice(0, 8)}${earlierOf(today.slice(8), last.slice(8))}`)]
    },
  },
  {
    words: `${n}个?${week}(?:之内|以内|内)`,
    means: ([count = ''], { today }) => [day(plus(today, 7 * numberIn(count)))],
  },
  { words: `${n}[天日](?:之内|以内|内)`, means: ([count = ''], { today }) => [day(plus(today, numberIn(count)))] },
  { words: `${n}(?:个)?小时(?:之内|以内|内)`, vague: true, means: after(0) },
  {
    words: `下下个?${week}([${weekdays}])${part}`,
    means: ([name], { today }) => [day(inWeek(today, 2, weekdayIn(name)))],
  },
  {
    words: `下个?${week}([${weekdays}])${part}`,
    means: ([name], { today }) => [day(inWeek(today, 1, weekdayIn(name)))],
  },
  {
    words: `[本这]个?${week}([${weekdays}])${part}`,
    means: ([name], { today }) => {
      const on = inWeek(today, 0, weekdayIn(name))
      return on >= today ? [day(on)] : []
    },
  },
  { words: `下个?${week}(?=前|之前|以前)`, vague: true, means: endOfWeek(0) },
  {
    words: `下个?${week}末`,
    vague: true,
    means: (_, { today }) => [day(inWeek(today, 1, 5)), day(inWeek(today, 1, 7))],
  },
  { words: `下个?${week}(?:之内|以内|内)?`, means: endOfWeek(1) },
  {
    words: `[本这]?个?周末`,
    vague: true,
    means: (_, { today }) => [day(inWeek(today, 0, 5)), day(inWeek(today, 0, 7))],
  },
  { words: `[本这]个?${week}(?:之内|以内|内)?`, means: endOfWeek(0) },
  { words: `${week}([${weekdays}])${part}`, means: nextWeekday },
  { words: `大后[天日]${part}`, means: after(3) },
  { words: `后[天日]${part}`, means: after(2) },
  { words: `明(?:[天日]${part}|早|晚)`, means: after(1) },
  { words: `(?:今(?:[天日](?:下班(?=前|之前|以前)|${part})|早|晚)|当[天日]|下班(?=前|之前|以前))`, means: after(0) },
  { words: '(?:下个?月)(?:月)?底', means: (_, { today }) => [day(endOfMonth(today, 1))] },
  { words: '(?:下个?月)初', vague: true, means: () => [] },
  { words: `下个?月${n}[日号]`, means: ([date = ''], { today }) => nextMonth(date, today) },
  { words: '下个?月(?:之内|以内|内)', means: (_, { today }) => [day(endOfMonth(today, 1))] },
  { words: '[本这]?个?月(?:底|末|内|之内|以内)', means: (_, { today }) => [day(endOfMonth(today, 0))] },
  {
    words: '(?:本|这)?个?季度?(?:末|底|内)',
    means: (_, { today }) => [day(endOfMonth(today, (12 - monthOf(today)) % 3))],
  },
  { words: '(?:今|本)?年(?:底|末|内)', means: (_, { today }) => [day(`${yearOf(today)}-12-31`)] },
  { words: '元旦(?=前|之前|以前)', means: (_, { today }) => [day(`${yearOf(today)}-12-31`)] },
  { words: '(?:春节|国庆节?|五一|中秋|清明|端午|节)(?=前|之前|以前)', vague: true, means: () => [] },
  { words: `${n}[日号](?![楼厂地车线院门机路文井库标])${part}`, means: dayOfMonth },
  { words: '(?:马上|立即|立刻|即刻|立马)', vague: true, means: after(0) },
  { words: '(?:尽快|抓紧|近期|限期|早日|有空|及时|(?:今后)?几天内|过几天)', vague: true, means: () => [] },
]

function nextMonth(date: string, today: Day): readonly Meant[] {
  const first = plus(endOfMonth(today, 0), 1)
  const on = dateOf(yearOf(first), monthOf(first), numberIn(date))
  return on === null ? [] : [day(on)]
}
