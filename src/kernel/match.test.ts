import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byMatch, type MatchPart, matchOf } from './match.ts'

const part = (weight: number, degree: number | null): MatchPart => ({
  ...{ key: 'product', weight, degree, reason: { zh: '产品', en: 'Product' } },
})

describe('a match', () => {
  it('weighs what is known, and says what could be', () => {
    expect(matchOf([part(3, 1), part(1, null), part(2, 0)])).toMatchObject({ score: 50, atMost: 67 })
    expect(matchOf([])).toMatchObject({ score: 0, atMost: 0 })
    const ranked = [
      { score: 50, atMost: 60 },
      { score: 70, atMost: 70 },
      { score: 50, atMost: 90 },
    ].toSorted(byMatch)
    expect(ranked.map(({ atMost }) => atMost)).toEqual([70, 90, 60])
  })

  it('lies between what is known and what could be, and more of a part never lowers it', () => {
    const parts = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 9 }), fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null })),
      { minLength: 1, maxLength: 6 },
    )
    fc.assert(
      fc.property(parts, fc.nat(5), fc.double({ min: 0, max: 1, noNaN: true }), (some, at, degree) => {
        const given = some.map(([weight, known]) => part(weight, known))
        const before = matchOf(given)
        expect(before.score).toBeLessThanOrEqual(before.atMost)
        const i = at % given.length
        const told = given.map((one, j) => (j === i ? { ...one, degree: Math.max(one.degree ?? 0, degree) } : one))
        const after = matchOf(told)
        expect(after.score).toBeGreaterThanOrEqual(before.score)
        if (given[i]?.degree === null) expect(after.atMost).toBeLessThanOrEqual(before.atMost)
      }),
    )
  })
})
