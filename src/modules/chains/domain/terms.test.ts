import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, likest, termsOf } from './terms.ts'

describe('product names', () => {
  it('are read as people write them', () => {
    expect(termsOf('浓缩苹果汁、果酱，果干; Ｐｅｃｔｉｎ', null, '果酱')).toEqual([
      '浓缩苹果汁',
      '果酱',
      '果干',
      'pectin',
    ])
    expect(termsOf(null, ' ')).toEqual([])
  })

  it('are more alike the more they share, and different ones are not alike at all', () => {
    expect(likeness('果胶', '果胶')).toBe(1)
    expect(likeness('苹果汁', '浓缩苹果汁')).toBeCloseTo(0.84)
    expect(likeness('石墨电极', '超高功率石墨电极')).toBeGreaterThan(likeness('石墨电极', '石墨负极'))
    expect(likeness('瓦楞纸箱', '动力电池')).toBe(0)
    expect(likeness('果', '果胶')).toBe(0)
    expect(likest(['果汁', '果胶'], ['果胶', '纸箱'])).toEqual({ degree: 1, mine: '果胶', theirs: '果胶' })
    expect(likest([], ['果胶'])).toBeNull()
  })

  it('likeness is the same from both sides, and only a name itself is wholly like it', () => {
    const name = fc.string({ unit: fc.constantFrom(...'苹果梨汁胶纸箱电池石墨'), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(likeness(a, b)).toBeCloseTo(likeness(b, a), 12)
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
        expect(likeness(a, b) === 1).toBe(a === b)
      }),
    )
  })
})
