import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceBy, dayBy, shares } from '../contract/quantiles.ts'
import { mostAtOnce } from './desks.ts'
import { halves, remaining } from './pools.ts'
import { draw, keyOf } from './random.ts'
import { promiseOf } from './told.ts'

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
const spreads = fc
  .uniqueArray(fc.record({ n: fc.nat(400), runs: fc.integer({ min: 1, max: 50 }) }), {
    selector: ({ n }) => n,
    minLength: 1,
  })
  .map((rows) => rows.toSorted((a, b) => a.n - b.n).map(({ n, runs }) => ({ on: day(n), runs })))

test('the quantiles are days of the runs, in order, each with at least its share', () => {
  fc.assert(
    fc.property(spreads, (spread) => {
      const days = shares.map((share) => dayBy(spread, share) ?? '')
      expect(days.toSorted()).toEqual(days)
      for (const [i, share] of shares.entries())
        expect(chanceBy(spread, days[i] ?? '')).toBeGreaterThanOrEqual(share - 1e-9)
    }),
  )
  expect([dayBy([], 0.5), chanceBy([], '2026-01-01')]).toEqual([null, null])
})

test('random numbers belong to their place: of many runs each of the samples comes as often', () => {
  const counts = [0, 0, 0, 0, 0]
  for (let run = 0; run < 20_000; run++) {
    const pick = (((draw(keyOf(1, run), 77) >>> 16) * 5) >>> 16) as 0 | 1 | 2 | 3 | 4
    counts[pick] = (counts[pick] ?? 0) + 1
  }
  for (const count of counts) expect(Math.abs(count - 4000)).toBeLessThan(300)
  expect(draw(keyOf(1, 3), 5)).toBe(draw(keyOf(1, 3), 5))
})

test('what is left of a filed case: the samples that last longer, less what is over', () => {
  const pool = [
    { before: 2, handling: 4, after: 0 },
    { before: 0, handling: 10, after: 6 },
  ]
  expect(remaining(pool, 0)).toEqual([
    { before: 2, handling: 4, after: 0 },
    { before: 6, handling: 10, after: 0 },
  ])
  expect(remaining(pool, 8)).toEqual([{ before: 0, handling: 8, after: 0 }])
  // None lasted as long: it may end any day.
  expect(remaining(pool, 40)).toEqual([{ before: 0, handling: 2, after: 0 }])
})

test('most cases at once: the day of a decision still counts, the next does not', () => {
  const one = { acceptedOn: '2026-03-02', decidedOn: '2026-03-05' }
  expect(mostAtOnce([one, { acceptedOn: '2026-03-05', decidedOn: '2026-03-09' }])).toBe(2)
  expect(mostAtOnce([one, { acceptedOn: '2026-03-06', decidedOn: '2026-03-09' }])).toBe(1)
  expect(mostAtOnce([])).toBe(0)
})

test('half days are rounded up', () => {
  expect([0, 0.1, 0.5, 1, 1.2].map(halves)).toEqual([0, 1, 1, 2, 3])
})

test('a promise: the day asked for, else the agreed plan’s, else the plan’s of the beginning', () => {
  const planned = { plannedOn: '2026-03-02' }
  expect(promiseOf(planned, { asked: '2026-05-01', agreed: '2026-04-01' })).toEqual({ on: '2026-05-01', from: 'asked' })
  expect(promiseOf(planned, { agreed: '2026-04-01' })).toEqual({ on: '2026-04-01', from: 'agreement' })
  expect(promiseOf(planned, { agreed: null })).toEqual({ on: '2026-03-02', from: 'plan' })
})
