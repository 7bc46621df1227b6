import { expect, it } from 'vitest'
import { cgcs2000, crs84 } from '../../contract/ogc.ts'
import { boxAsked, daysAsked } from './asked.ts'

it('a box has four numbers or six, and its axes are those of its reference system', () => {
  expect(boxAsked(undefined, crs84)).toBeUndefined()
  expect(boxAsked('110,35,111,36', crs84)).toEqual([110, 35, 111, 36])
  expect(boxAsked('110,35,0,111,36,9', crs84)).toEqual([110, 35, 111, 36])
  expect(boxAsked('35,110,36,111', cgcs2000)).toEqual([110, 35, 111, 36])
})

it.each(['', '1,2,3', '111,35,110,36', '110,35,111,91', 'a,b,c,d', '1,2,3,4,5'])('the box "%s" is refused', (text) => {
  expect(() => boxAsked(text, crs84)).toThrow('west, south, east, north')
})

it.each([
  [undefined, '2026-03-02', '2026-03-02'],
  ['2025-12-31', '2025-12-31', '2025-12-31'],
  // Eight hours ahead of UTC the next day has begun.
  ['2025-12-31T20:00:00Z', '2026-01-01', '2026-01-01'],
  ['2025-01-01/2025-02-01', '2025-01-01', '2025-02-01'],
  ['2025-01-01/..', '2025-01-01', '9999-12-31'],
  ['/2025-02-01', '0001-01-01', '2025-02-01'],
  ['../..', '0001-01-01', '9999-12-31'],
])('%s asks for the days from %s to %s', (text, from, to) => {
  expect(daysAsked(text, '2026-03-02')).toEqual({ from, to })
})

it.each(['yesterday', '2025-13-01', '2025-02-01/2025-01-01', '..', '', '2025-01-01/2025-01-02/2025-01-03'])(
  'the time "%s" is refused',
  (text) => expect(() => daysAsked(text, '2026-03-02')).toThrow('from/to'),
)
