import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { annualItemNames, annualSourceNames } from '../contract/items.ts'
import { type CountingRule, inOrder, ruleOn, type Saying, spreadOf } from './counting.ts'

const rule: CountingRule = {
  ...{ validFrom: '2020-01-01', validUntil: null, source: '试', confidence: 'E' },
  order: ['survey', 'statistics', 'firm'],
  items: { tax: ['survey', 'tax', 'firm'] },
}
const saying = (source: Saying['source'], more: Partial<Saying> = {}): Saying => ({
  ...{ id: source, item: 'tax', source, value: 100, confidence: 'V', ...more },
})

const sayings = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    item: fc.constantFrom(...annualItemNames),
    source: fc.constantFrom(...annualSourceNames),
    value: fc.integer({ min: -1_000, max: 1_000 }),
    confidence: fc.constantFrom('V', 'P', 'M', 'E'),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
)

describe('which source counts', () => {
  it('follows the order of the item, then of all, then confidence', () => {
    const order = inOrder(rule, [saying('firm'), saying('statistics'), saying('tax')]).map(({ source }) => source)
    expect(order).toEqual(['tax', 'firm', 'statistics'])
    const jobs = [saying('firm', { item: 'jobs' }), saying('statistics', { item: 'jobs' })]
    expect(inOrder(rule, jobs)[0]?.source).toBe('statistics')
    const twice = [saying('power', { confidence: 'E' }), saying('nature', { confidence: 'P' })]
    expect(inOrder(rule, twice)[0]?.source).toBe('nature')
  })

  it('does not depend on the order in which they came, and a worse one changes nothing', () => {
    fc.assert(
      fc.property(sayings, fc.integer(), (all, seed) => {
        const shuffled = [...all].sort((a, b) => ((a.id.charCodeAt(0) * seed) % 7) - ((b.id.charCodeAt(0) * seed) % 7))
        const order = inOrder(rule, all)
        expect(inOrder(rule, shuffled)).toEqual(order)
        if (order.length > 1) expect(inOrder(rule, order.slice(0, -1))[0]).toEqual(order[0])
      }),
    )
  })

  it('takes the rule of the day', () => {
    const later = { ...rule, validFrom: '2026-01-01' }
    expect(ruleOn([rule, later], '2025-12-31')).toBe(rule)
    expect(ruleOn([rule, later], '2026-01-01')).toBe(later)
    expect(ruleOn([rule], '2019-12-31')).toBeUndefined()
    expect(ruleOn([{ ...rule, validUntil: '2021-01-01' }], '2021-01-01')).toBeUndefined()
  })

  it('says how far they lie apart', () => {
    expect(spreadOf([{ value: 100 }, { value: 90 }, { value: 120 }])).toBeCloseTo(0.3)
    expect(spreadOf([{ value: 100 }])).toBeNull()
    expect(spreadOf([{ value: 0 }, { value: 5 }])).toBeNull()
  })
})
