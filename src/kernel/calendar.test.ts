import { readFileSync } from 'node:fs'
import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import {
  buildCalendar,
  dayFromNumber,
  dayNumber,
  dayOfOrdinal,
  isProvisional,
  isWorkday,
  ordinalOnOrAfter,
} from './calendar.ts'
import { parseCalendarYears } from './calendar-data.ts'
import { Problem } from './problem.ts'

const years = [2024, 2025, 2026].flatMap((year) =>
  parseCalendarYears(JSON.parse(readFileSync(new URL(`../../data/calendar/${year}.json`, import.meta.url), 'utf8'))),
)
const calendar = buildCalendar(years)

describe('the statutory calendar', () => {
  it('has 248 working days in 2026', () => {
    const workdaysBefore = (day: string) => ordinalOnOrAfter(calendar, dayNumber(day))
    expect(workdaysBefore('2027-01-01') - workdaysBefore('2026-01-01')).toBe(248)
  })

  it('agrees with chinese-days on every day of 2024, 2025 and 2026', () => {
    for (let day = dayNumber('2024-01-01'); day <= dayNumber('2026-12-31'); day++) {
      expect(isWorkday(calendar, day), dayFromNumber(day)).toBe(chineseDays.isWorkday(dayFromNumber(day)))
    }
  })

  it('numbers its working days without a gap, and finds the next one from any day', () => {
    for (let day = calendar.firstDay; day < calendar.lastDay - 31; day++) {
      const ordinal = ordinalOnOrAfter(calendar, day)
      const next = dayOfOrdinal(calendar, ordinal)
      let walked = day
      while (!isWorkday(calendar, walked)) walked++
      expect(next).toBe(walked)
      expect(ordinalOnOrAfter(calendar, next + 1)).toBe(ordinal + 1)
    }
  })

  it('is provisional exactly where the notice of the year is not loaded', () => {
    expect(isProvisional(calendar, dayNumber('2026-12-31'))).toBe(false)
    expect(isProvisional(calendar, dayNumber('2027-01-01'))).toBe(true)
    expect(isProvisional(calendar, dayNumber('2023-12-31'))).toBe(true)
  })

  it('lets a zone work on a holiday and close on a working day', () => {
    const own = buildCalendar(years, { off: ['2026-03-02', '2026-01-04'], work: ['2026-10-01'] })
    expect(isWorkday(own, dayNumber('2026-03-02'))).toBe(false)
    expect(isWorkday(own, dayNumber('2026-01-04'))).toBe(false)
    expect(isWorkday(own, dayNumber('2026-10-01'))).toBe(true)
  })

  it.each(['2026-02-30', '26-1-1', '2026-13-01', '', '2026-03-02T00:00:00Z'])('refuses %s, which is no date', (day) => {
    expect(() => dayNumber(day)).toThrow(Problem)
  })

  it('refuses days beyond its end', () => {
    expect(() => dayOfOrdinal(calendar, 1_000_000)).toThrow(Problem)
    expect(() => dayOfOrdinal(calendar, -1)).toThrow(Problem)
    expect(() => isWorkday(calendar, dayNumber('1999-12-31'))).toThrow(Problem)
  })
})
