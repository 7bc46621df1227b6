import { expect, it } from 'vitest'
import { beginningOf, legalDayOf } from './legal-day.ts'

it.each([
  ['2026-03-01T15:59:59.999Z', '2026-03-01'],
  ['2026-03-01T16:00:00Z', '2026-03-02'],
  ['2025-12-31T16:00:00Z', '2026-01-01'],
  ['2026-07-01T15:00:00Z', '2026-07-01'],
])('%s is the legal day %s, in summer as in winter', (instant, day) => {
  expect(legalDayOf(new Date(instant))).toBe(day)
})

it('lets a legal day begin at the instant that is the first of it', () => {
  const first = beginningOf('2026-03-02')
  expect(first.toISOString()).toBe('2026-03-01T16:00:00.000Z')
  expect(legalDayOf(first)).toBe('2026-03-02')
  expect(legalDayOf(new Date(first.getTime() - 1))).toBe('2026-03-01')
})
