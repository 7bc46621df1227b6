import { expect, it } from 'vitest'
import { parseCalendarFile } from './calendar-file.ts'

const notice = { year: 2026, source: 'notice', confidence: 'P', off: ['2026-01-01'], work: ['2026-01-04'] }

it('reads a notice', () => {
  expect(parseCalendarFile('calendar/2026.json', notice)).toEqual(notice)
})

it.each([
  ['a day of another year', { off: ['2025-01-01'] }, '2025-01-01'],
  ['a day that is no date', { off: ['2026-02-30'] }, '2026-02-30'],
  ['a day listed twice', { off: ['2026-01-01', '2026-01-01'] }, '2026-01-01'],
  ['a day both off and worked', { off: ['2026-01-04'] }, '2026-01-04'],
  ['a make-up workday that is no weekend', { work: ['2026-01-05'] }, '2026-01-05'],
  ['a missing list', { off: undefined }, 'off'],
])('refuses %s and names it', (_what, change, named) => {
  expect(() => parseCalendarFile('calendar/2026.json', { ...notice, ...change })).toThrow(named)
})
