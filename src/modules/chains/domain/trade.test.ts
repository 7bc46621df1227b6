import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PostingView } from '../contract/trade.ts'
import { answered, awaited, introduced, stateOf } from './answer.ts'
import { openOn, pairOf, pairsOf } from './trade.ts'

const weights = { product: 50, quantity: 20, region: 10, time: 20, least: 30, most: 3 }
const posting = (id: string, side: PostingView['side'], more: Partial<PostingView> = {}): PostingView => ({
  ...{ id, side, enterprise: { id: `of-${id}`, name: id }, product: '瓦楞纸箱', quantity: null, unit: null },
  ...{ region: null, fromOn: null, untilOn: null, note: null, sample: true, ...more },
})

describe('a supply and a demand', () => {
  it('go together by product, quantity, place and time, each with its reason', () => {
    const supply = posting('a', 'supply', { quantity: 15000, unit: '只/月', region: '临猗县', untilOn: '2026-12-31' })
    const demand = posting('b', 'demand', {
      ...{ product: '纸箱', quantity: 20000, unit: '只／月', region: '运城市临猗县' },
      ...{ fromOn: '2026-04-01', untilOn: '2026-10-31' },
    })
    const match = pairOf(supply, demand, weights)
    expect(match?.parts.map(({ key, degree }) => [key, degree])).toEqual([
      ...[
        ['product', 0.8],
        ['quantity', 0.75],
        ['region', 1],
        ['time', 1],
      ],
    ])
    expect(match).toMatchObject({ score: 85, atMost: 85 })
    expect(match?.parts[1]?.reason.zh).toBe('数量够 75%：供 15000，需 20000 只／月')
  })

  it('do not when products differ, times do not meet, or both are of one enterprise', () => {
    const demand = posting('b', 'demand', { fromOn: '2026-04-01' })
    expect(pairOf(posting('a', 'supply', { product: '车桥' }), demand, weights)).toBeNull()
    expect(pairOf(posting('a', 'supply', { untilOn: '2026-03-31' }), demand, weights)).toBeNull()
    expect(pairOf(posting('a', 'supply', { enterprise: demand.enterprise }), demand, weights)).toBeNull()
    expect(openOn([posting('a', 'supply', { untilOn: '2026-03-01' })], '2026-03-02')).toEqual([])
  })

  it('what is not given speaks neither for nor against, and telling it can only narrow the score', () => {
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
    const fields = fc.record({
      product: fc.constantFrom('纸箱', '瓦楞纸箱', '包装膜'),
      quantity: maybe(fc.integer({ min: 0, max: 100 })),
      unit: maybe(fc.constantFrom('吨/年', '只/月')),
      region: maybe(fc.constantFrom('临猗县', '介休市')),
      fromOn: maybe(fc.constantFrom('2026-01-01', '2026-05-01')),
      untilOn: maybe(fc.constantFrom('2026-06-01', '2026-12-31')),
    })
    fc.assert(
      fc.property(fields, fields, (a, b) => {
        const [supply, demand] = [posting('a', 'supply', a), posting('b', 'demand', b)]
        const match = pairOf(supply, demand, weights)
        if (!match) return
        expect(match.score).toBeLessThanOrEqual(match.atMost)
        const told = pairOf(
          { ...supply, region: a.region ?? '临猗县' },
          { ...demand, region: b.region ?? '临猗县' },
          weights,
        )
        expect(told?.score).toBeGreaterThanOrEqual(match.score)
        expect(told?.atMost).toBeLessThanOrEqual(match.atMost)
        const more = pairOf({ ...supply, quantity: a.quantity === null ? null : a.quantity + 50 }, demand, weights)
        expect(more?.score).toBeGreaterThanOrEqual(match.score)
      }),
    )
  })

  it('are proposed the best first, so many for a demand, whatever their order', () => {
    const supplies = ['瓦楞纸箱', '纸箱', '彩色纸箱', '纸箱板'].map((product, i) =>
      posting(`s${i}`, 'supply', { product }),
    )
    const all = [...supplies, posting('d', 'demand')]
    const pairs = pairsOf(all, weights)
    expect(pairs.map(({ supply }) => supply.product)[0]).toBe('瓦楞纸箱')
    expect(pairs.length).toBeLessThanOrEqual(3)
    expect(pairsOf(all.toReversed(), weights)).toEqual(pairs)
  })
})

describe('a match', () => {
  it('stands when both sides have said yes, and falls with one no and its reason', () => {
    const byDemand = introduced('demand')
    expect([stateOf(byDemand), awaited(byDemand)]).toEqual(['open', ['supply']])
    const yes = answered(byDemand, { side: 'supply', accept: true, reason: null })
    expect([stateOf(yes), awaited(yes)]).toEqual(['accepted', []])
    const no = answered(introduced(null), { side: 'demand', accept: false, reason: '已有供应商' })
    expect([stateOf(no), no.reason]).toEqual(['declined', '已有供应商'])
    expect(() => answered(no, { side: 'supply', accept: true, reason: null })).toThrow('This side has answered')
    expect(() => answered(byDemand, { side: 'demand', accept: true, reason: null })).toThrow('This side has answered')
    expect(() => answered(byDemand, { side: 'supply', accept: false, reason: '' })).toThrow('Say in a sentence')
  })
})
