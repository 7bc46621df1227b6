import { expect, it } from 'vitest'
import { nextRoundOn, warningOf } from './round.ts'

const warn = [90, 60, 30]

it('the next round is the first of the month, a warning or the day after a due day, whichever is first', () => {
  expect(nextRoundOn({ ends: [], due: [], warn }, '2026-12-15')).toBe('2027-01-01')
  expect(nextRoundOn({ ends: ['2027-02-20'], due: [], warn }, '2026-12-15')).toBe('2026-12-22')
  expect(nextRoundOn({ ends: ['2027-02-20'], due: ['2026-12-18'], warn }, '2026-12-15')).toBe('2026-12-19')
})

it.each([
  [91, null],
  [90, 90],
  [61, 90],
  [60, 60],
  [0, 30],
  [-1, null],
])('%s days before the end it warns for %s', (left, said) => {
  expect(warningOf(warn, left)).toBe(said)
})
