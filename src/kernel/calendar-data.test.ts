import { expect, it } from 'vitest'
import { parseCalendarYears } from './calendar-data.ts'
import { Problem } from './problem.ts'

const year = { year: 2026, off: ['2026-01-01'], work: ['2026-01-04'], source: 'notice', confidence: 'P' }
const read = { year: 2026, off: ['2026-01-01'], work: ['2026-01-04'], source: 'notice' }
const next = { year: 2027, off: [], work: [] }

it('reads one year, an array and an object with years, in the order of years', () => {
  expect(parseCalendarYears(year)).toEqual([read])
  expect(parseCalendarYears([next, year])).toEqual([read, next])
  expect(parseCalendarYears({ years: [year] })).toEqual([read])
  expect(parseCalendarYears([])).toEqual([])
})

it.each([
  ['a date outside the year', { ...year, off: ['2027-01-01'] }, '2027-01-01'],
  ['a day worked that is no weekend day', { ...year, work: ['2026-01-05'] }, '2026-01-05'],
  ['a day both off and worked', { ...year, off: ['2026-01-04'] }, '2026-01-04'],
  ['a day listed twice', { ...year, off: ['2026-01-01', '2026-01-01'] }, '2026-01-01'],
  ['a date that is none', { ...year, off: ['2026-02-30'] }, '2026-02-30'],
  ['a year given twice', [year, { ...next, year: 2026 }], '2026'],
  ['a year without its list', { year: 2026, off: [] }, 'work'],
  ['a year as text', { ...year, year: '2026' }, 'year'],
  ['a year before the calendar begins', { ...next, year: 1999 }, 'year'],
  ['something else', 'x', 'year'],
  ['nothing', null, 'year'],
])('refuses %s and says where', (_, json, named) => {
  expect(() => parseCalendarYears(json)).toThrow(Problem)
  expect(() => parseCalendarYears(json)).toThrow(named)
})
