import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criteria } from '../contract/words.ts'
import { type Demand, movesBetween, rankDemands, type Weight } from './rank.ts'

const weights: Weight[] = [
  { criterion: 'keyLevel', points: 40, zeroAt: 0, fullAt: 4, source: 'a' },
  { criterion: 'taxPerMu', points: 30, zeroAt: 0, fullAt: 15, source: 'a' },
  { criterion: 'energyPerWan', points: 30, zeroAt: 0.6, fullAt: 0.1, source: 'a' },
]
const none = { keyLevel: null, investment: null, taxPerMu: null, energyPerWan: null, readiness: null }
const demand = (id: string, values: Partial<Demand['values']>, areaSqm = 10_000, appliedOn = '2026-03-02'): Demand => ({
  ...{ id, appliedOn, areaSqm, values: { ...none, ...values } },
})

describe('the waiting list', () => {
  const key = demand('key', { keyLevel: 4, taxPerMu: 15, energyPerWan: 0.1 }, 30_000)
  const good = demand('good', { keyLevel: 0, taxPerMu: 12, energyPerWan: 0.35 }, 30_000)
  const small = demand('small', { keyLevel: 0, taxPerMu: 3 }, 10_000)

  it('gives points between nothing and all, also where less is better, and names what is unknown', () => {
    const [first, second, third] = rankDemands([small, good, key], weights, 40_000)
    expect(first).toMatchObject({ id: 'key', rank: 1, points: 100, reached: true })
    expect(second).toMatchObject({ id: 'good', points: 39, reached: false, leftSqm: 10_000 })
    expect(third).toMatchObject({ id: 'small', points: 6, reached: true })
    expect(third?.reasons.find(({ criterion }) => criterion === 'energyPerWan')).toMatchObject({
      value: null,
      points: 0,
    })
  })

  it('goes by the day of application where points are equal', () => {
    const late = demand('a', { keyLevel: 2 }, 1, '2026-03-09')
    expect(rankDemands([late, demand('b', { keyLevel: 2 }, 1)], weights, 2).map(({ id }) => id)).toEqual(['b', 'a'])
  })

  it('moves by the rule when a key project drops out', () => {
    const before = rankDemands([key, good, small], weights, 40_000)
    const after = rankDemands([good, small], weights, 40_000)
    expect(movesBetween(before, after)).toEqual([
      { id: 'good', fromRank: 2, toRank: 1, reachedBefore: false, reachedAfter: true },
      { id: 'small', fromRank: 3, toRank: 2, reachedBefore: true, reachedAfter: true },
    ])
  })

  it('never reaches more land than there is, and nobody falls when another one leaves', () => {
    const value = fc.option(fc.double({ min: 0, max: 20, noNaN: true }), { nil: null })
    const one = fc.record({
      keyLevel: value,
      taxPerMu: value,
      energyPerWan: value,
      area: fc.integer({ min: 1, max: 500 }),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), fc.nat(2000), (given, available) => {
        const demands = given.map(({ area, ...values }, i) => demand(`d${i}`, values, area))
        const ranked = rankDemands(demands, weights, available)
        const area = new Map(demands.map(({ id, areaSqm }) => [id, areaSqm]))
        const taken = ranked.filter(({ reached }) => reached).reduce((sum, { id }) => sum + (area.get(id) ?? 0), 0)
        expect(taken).toBeLessThanOrEqual(available)
        for (const { reasons } of ranked)
          expect(reasons.every(({ points, of }) => points >= 0 && points <= of)).toBe(true)
        const without = rankDemands(demands.slice(1), weights, available)
        expect(movesBetween(ranked, without).every(({ fromRank, toRank }) => toRank <= fromRank)).toBe(true)
      }),
    )
    expect(criteria).toContain('energyPerWan')
  })
})
