import { expect, test } from 'vitest'
import { dayOfValue, isMonth, monthBeside, weeksOf } from './month-days.ts'

test('a month is laid out in whole weeks from Monday', () => {
  const weeks = weeksOf('2026-03')
  expect(weeks).toHaveLength(6)
  expect(weeks[0]?.[0]).toBe('2026-02-23')
  expect(weeks.at(-1)?.[6]).toBe('2026-04-05')
  expect(weeksOf('2027-02')).toHaveLength(4)
  expect(weeksOf('2027-02')[0]?.[0]).toBe('2027-02-01')
  expect(weeksOf('2024-02').flat()).toContain('2024-02-29')
})

test('months follow one another over the year', () => {
  expect(monthBeside('2026-12', 1)).toBe('2027-01')
  expect(monthBeside('2026-01', -1)).toBe('2025-12')
  expect(isMonth('2026-13')).toBe(false)
  expect(isMonth('2026-09')).toBe(true)
})

test('a moment belongs to the day that it was in China', () => {
  expect(dayOfValue('2026-03-01T16:30:00.000Z')).toBe('2026-03-02')
  expect(dayOfValue('2026-03-01')).toBe('2026-03-01')
  expect(dayOfValue(null)).toBeNull()
})
