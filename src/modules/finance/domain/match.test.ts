import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offerStateNames } from '../contract/words.ts'
import { type Asked, better, conditionsOf, fitOf, type ProductFacts } from './match.ts'
import { mayFollow, nextOffer } from './offer.ts'

const open: ProductFacts = {
  ...{ purposes: ['equipment', 'working'], minYuan: null, maxYuan: null, maxMonths: null, securities: [], scales: [] },
  ...{ aboveScale: false, honours: [], minAgeMonths: null, industries: [] },
}
const asked = (product: Partial<ProductFacts>, more: Partial<Asked> = {}): Asked => ({
  need: { purpose: 'equipment', amountYuan: '8000000.00', months: 36, securities: ['equipment'] },
  firm: { scale: 'small', aboveScale: true, registeredOn: '2024-03-03', industryCode: 'C2614', honours: ['srdi'] },
  product: { ...open, ...product },
  today: '2026-03-02',
  ...more,
})
const outcome = (product: Partial<ProductFacts>, more?: Partial<Asked>) =>
  conditionsOf(asked(product, more)).map(({ outcome: one }) => one)

describe('a product and a need', () => {
  it('asks only what the product states', () => {
    expect(conditionsOf(asked({}))).toEqual([
      { outcome: 'met', text: { zh: '用途：设备购置、流动资金', en: 'For: Equipment, Working capital' } },
    ])
  })

  it.each<[Partial<ProductFacts>, string]>([
    [{ purposes: ['equity'] }, 'missed'],
    [{ minYuan: '8000000.00' }, 'met'],
    [{ minYuan: '8000000.01' }, 'missed'],
    [{ maxYuan: '7999999.99' }, 'missed'],
    [{ maxMonths: 36 }, 'met'],
    [{ maxMonths: 35 }, 'missed'],
    [{ securities: ['land'] }, 'missed'],
    [{ securities: ['land', 'credit'] }, 'met'],
    [{ scales: ['micro'] }, 'missed'],
    [{ aboveScale: true }, 'met'],
    [{ honours: ['littleGiant'] }, 'missed'],
    [{ honours: ['littleGiant', 'srdi'] }, 'met'],
    [{ minAgeMonths: 23 }, 'met'],
    [{ minAgeMonths: 24 }, 'missed'],
    [{ industries: ['C30', 'C26'] }, 'met'],
    [{ industries: ['C3'] }, 'missed'],
  ])('%j: %s', (product, expected) => {
    expect(outcome(product).at('purposes' in product ? 0 : -1)).toBe(expected)
  })

  it('what is not known is unknown, and may still fit', () => {
    const firm = { scale: null, aboveScale: null, registeredOn: null, industryCode: null, honours: [] }
    const product: Partial<ProductFacts> = {
      ...{ scales: ['small'], aboveScale: true, minAgeMonths: 12, industries: ['C'], securities: ['land'] },
    }
    const need = { ...asked({}).need, securities: [] }
    const found = conditionsOf(asked(product, { firm, need }))
    expect(found.map(({ outcome: one }) => one)).toEqual(['met', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'])
    expect(fitOf(found)).toBe('maybe')
  })

  it('a looser product never fits worse', () => {
    const strict = fc.record({
      maxMonths: fc.option(fc.integer({ min: 1, max: 60 })),
      minAgeMonths: fc.option(fc.integer({ min: 1, max: 60 })),
      aboveScale: fc.boolean(),
    })
    fc.assert(
      fc.property(strict, (product) => {
        const before = conditionsOf(asked(product))
        const after = conditionsOf(asked({ ...product, maxMonths: null }))
        expect(better(after, before)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

it('an accepted product is forwarded, then granted or refused; withdrawn before that', () => {
  expect(nextOffer('accepted', 'forward')).toBe('forwarded')
  expect(nextOffer('forwarded', 'grant')).toBe('granted')
  expect(nextOffer('forwarded', 'refuse')).toBe('refused')
  expect(nextOffer('accepted', 'withdraw')).toBe('withdrawn')
  for (const state of ['granted', 'refused', 'withdrawn'] as const) {
    expect(offerStateNames).toContain(state)
    expect((['forward', 'grant', 'refuse', 'withdraw'] as const).some((verb) => mayFollow(state, verb))).toBe(false)
  }
  expect(() => nextOffer('accepted', 'grant')).toThrow()
})
