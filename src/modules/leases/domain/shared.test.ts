import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumMoney } from '../../../kernel/money.ts'
import { type SharingUnit, splitShared, usedIn } from './shared.ts'

const march = { from: '2026-03-01', to: '2026-03-31' }
const whole = (lease: string) => [{ lease, from: '2026-01-01', to: '2026-12-31' }]

describe('the cost of shared parts', () => {
  it('is split by area; what nobody leases stays with the lessor', () => {
    const units: SharingUnit[] = [
      { unit: 'a', weight: '1000', held: whole('甲') },
      { unit: 'b', weight: '500', held: whole('乙') },
      { unit: 'c', weight: '500', held: [] },
    ]
    expect(splitShared('1000.00', units, march).filter(({ amount }) => amount !== '0.00')).toEqual([
      { lease: '甲', unit: 'a', amount: '500.00' },
      { lease: '乙', unit: 'b', amount: '250.00' },
      { lease: null, unit: 'c', amount: '250.00' },
    ])
  })

  it('goes by days where a unit changes hands', () => {
    const held = [
      { lease: '甲', from: '2026-01-01', to: '2026-03-10' },
      { lease: '乙', from: '2026-03-12', to: '2026-12-31' },
    ]
    expect(splitShared('310.00', [{ unit: 'a', weight: '7', held }], march)).toEqual([
      { lease: '甲', unit: 'a', amount: '100.00' },
      { lease: '乙', unit: 'a', amount: '200.00' },
      { lease: null, unit: 'a', amount: '10.00' },
    ])
  })

  it('is split to the fen: the shares of any building come to the total', () => {
    const unit = fc.record({
      unit: fc.uuid(),
      weight: fc.integer({ min: 1, max: 1_000_000 }).map((n) => (n / 100).toFixed(2)),
      held: fc.constantFrom([], whole('甲'), [{ lease: '乙', from: '2026-03-07', to: '2026-03-19' }]),
    })
    const total = fc.integer({ min: 1, max: 100_000_000 }).map((n) => (n / 100).toFixed(2))
    fc.assert(
      fc.property(total, fc.array(unit, { minLength: 1, maxLength: 40 }), (yuan, units) => {
        const shares = splitShared(yuan, units, march)
        expect(sumMoney(shares.map(({ amount }) => amount))).toBe(yuan)
        expect(shares.every(({ amount }) => !amount.startsWith('-'))).toBe(true)
      }),
    )
  })

  it('is nobody’s where nothing weighs anything', () => {
    expect(splitShared('10.00', [{ unit: 'a', weight: '0', held: whole('甲') }], march)).toEqual([])
  })
})

describe('what a meter used', () => {
  const readings = [
    { readOn: '2026-03-31', value: '350.5' },
    { readOn: '2026-02-28', value: '100' },
  ]
  it('is the difference over the days, and unknown without a value before or in them', () => {
    expect(usedIn(readings, march)).toBe('250.5')
    expect(usedIn(readings.slice(0, 1), march)).toBeNull()
    expect(usedIn(readings.slice(1), march)).toBeNull()
    expect(usedIn([...readings, { readOn: '2026-03-30', value: '400' }], march)).toBe('250.5')
    expect(usedIn([{ readOn: '2026-03-31', value: '1' }, ...readings.slice(1)], march)).toBeNull()
  })
})
