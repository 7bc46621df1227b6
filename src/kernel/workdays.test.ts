import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar, type Day, dayFromNumber, dayNumber } from './calendar.ts'
import { parseCalendarYears } from './calendar-data.ts'
import { Problem } from './problem.ts'
import { addCalendarDays, addWorkdays, workdaysBefore, workdaysBetween } from './workdays.ts'

const years = [2024, 2025, 2026].flatMap((year) =>
  parseCalendarYears(JSON.parse(readFileSync(new URL(`../../data/calendar/${year}.json`, import.meta.url), 'utf8'))),
)
const calendar = buildCalendar(years)
const nextDay = (day: Day) => dayFromNumber(dayNumber(day) + 1)

/** The oracle: the lists of the notices and the weekday of each single day, walked one by one. */
function worksOn(day: Day): boolean {
  if (years.some((y) => y.work.includes(day))) return true
  if (years.some((y) => y.off.includes(day))) return false
  return ![0, 6].includes(new Date(day).getUTCDay())
}

function walkWorkdays(day: Day, days: number): Day {
  let at = day
  while (days === 0 && !worksOn(at)) at = nextDay(at)
  for (let left = days; left > 0; ) {
    at = nextDay(at)
    if (worksOn(at)) left--
  }
  return at
}

const someDay = fc.integer({ min: dayNumber('2023-06-01'), max: dayNumber('2028-06-01') }).map(dayFromNumber)
const someDays = fc.integer({ min: 0, max: 400 })

describe('limits', () => {
  it('of the example: filed on 2026-09-29, 7 calendar days end on 10-06, a holiday, hence on 10-08, two working days later', () => {
    expect(addWorkdays(calendar, '2026-09-28', 1)).toBe('2026-09-29')
    expect(addCalendarDays(calendar, '2026-09-29', 7)).toBe('2026-10-08')
    expect(workdaysBetween(calendar, '2026-09-29', '2026-10-08')).toBe(2)
  })

  it('in working days agree with walking day by day', () => {
    fc.assert(
      fc.property(someDay, someDays, (day, days) => {
        expect(addWorkdays(calendar, day, days)).toBe(walkWorkdays(day, days))
      }),
    )
  })

  it('in calendar days agree with walking day by day', () => {
    fc.assert(
      fc.property(someDay, someDays, (day, days) => {
        let at = day
        for (let i = 0; i < days; i++) at = nextDay(at)
        while (!worksOn(at)) at = nextDay(at)
        expect(addCalendarDays(calendar, day, days)).toBe(at)
      }),
    )
  })

  it('and the days between them are inverse', () => {
    fc.assert(
      fc.property(someDay, someDays, someDay, (day, days, other) => {
        if (days > 0) expect(workdaysBetween(calendar, day, addWorkdays(calendar, day, days))).toBe(days)
        expect(addWorkdays(calendar, workdaysBefore(calendar, day, days), days)).toBe(addWorkdays(calendar, day, 0))
        expect(workdaysBetween(calendar, day, other) + workdaysBetween(calendar, other, day)).toBe(0)
      }),
    )
  })

  it('beyond the end of the calendar are refused', () => {
    expect(() => addCalendarDays(calendar, '2120-12-30', 400)).toThrow(Problem)
  })

  it.each([-1, 0.5, Number.NaN])('of %s days are refused', (days) => {
    expect(() => addWorkdays(calendar, '2026-03-02', days)).toThrow(Problem)
    expect(() => addCalendarDays(calendar, '2026-03-02', days)).toThrow(Problem)
  })
})
