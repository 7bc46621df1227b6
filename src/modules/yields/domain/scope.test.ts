import { describe, expect, it } from 'vitest'
import { floorsTogether, splitYear, takesPartByRenting } from './scope.ts'

const rule = { smallRenting: { fromSqm: 3_000, years: 4 } }

describe('a small enterprise that rents takes part', () => {
  it.each([
    ['3,000 m² in each of four years', [3_000, 3_500, 4_000, 3_000], true],
    ['a year of less', [3_000, 2_999, 4_000, 3_000], false],
    ['less now', [2_999, 3_000, 3_000, 3_000], false],
    ['none now that anybody entered', [null, 3_000, 3_000, 3_000], false],
    ['a year before that nobody entered', [3_000, 3_000, null, 3_000], null],
    ['a year of less, whatever another was', [3_000, null, 100, 3_000], false],
    ['fewer years than are known', [3_000, 3_000], null],
  ] as const)('%s', (_, floors, expected) => expect(takesPartByRenting(rule, floors)).toBe(expected))

  it('only where the sheet says so', () => {
    expect(takesPartByRenting({ smallRenting: undefined }, [9_000, 9_000, 9_000, 9_000])).toBe(false)
  })
})

it('floors of firms are added up year by year; a year that none has stays unknown', () => {
  expect(
    floorsTogether([
      [1_000, null, 500],
      [2_500, null],
    ]),
  ).toEqual([3_500, null, 500])
})

it('of mixed business the share counts that belongs to what is evaluated, and nothing unknown becomes a number', () => {
  const year = new Map([
    ['tax', 200],
    ['landTitled', 6_000],
  ] as const)
  const split = splitYear(
    year,
    new Map([
      ['tax', 0.25],
      ['sales', 0.5],
    ] as const),
  )
  expect([...split]).toEqual([
    ['tax', 50],
    ['landTitled', 6_000],
  ])
})
