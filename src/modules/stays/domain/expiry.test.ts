import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumMoney } from '../../../kernel/money.ts'
import { isExpiring, isOver, nextLookOn } from './expiry.ts'
import { refuseSubsidy, subsidyBalance, subsidyMonths } from './subsidy.ts'

describe('the end of a stay', () => {
  const term = { endsOn: '2026-06-30', endedOn: null, warnDays: 90 }

  it('warns in its last days by the rule, and by none where the zone has not said so', () => {
    expect([isExpiring(term, '2026-03-31'), isExpiring(term, '2026-04-01')]).toEqual([false, true])
    expect([isExpiring(term, '2026-06-30'), isExpiring(term, '2026-07-01')]).toEqual([true, false])
    expect(isExpiring({ ...term, warnDays: null }, '2026-06-30')).toBe(false)
    expect(isExpiring({ ...term, endedOn: '2026-05-01' }, '2026-06-01')).toBe(false)
  })

  it('has come on the day after the last one', () => {
    expect([isOver(term, '2026-06-30'), isOver(term, '2026-07-01')]).toEqual([false, true])
    expect(isOver({ ...term, endedOn: '2026-05-01' }, '2026-07-01')).toBe(false)
  })

  it('is looked for again on the next such day', () => {
    expect(nextLookOn([term], '2026-03-01')).toBe('2026-04-01')
    expect(nextLookOn([term], '2026-04-01')).toBe('2026-07-01')
    expect(nextLookOn([{ ...term, endedOn: '2026-05-01' }], '2026-03-01')).toBeNull()
  })
})

describe('the ledger of subsidies', () => {
  const accruals = [
    { month: '2026-02', tenancy: 'a', amount: '300.00' },
    { month: '2026-01', tenancy: 'a', amount: '200.00' },
    { month: '2026-02', tenancy: 'b', amount: '100.00' },
  ]

  it('settles the oldest month first and tells what is owed', () => {
    expect(subsidyMonths(accruals, ['250.00'])).toEqual([
      { month: '2026-01', tenancies: 1, accrued: '200.00', paid: '200.00' },
      { month: '2026-02', tenancies: 2, accrued: '400.00', paid: '50.00' },
    ])
    expect(subsidyBalance(accruals, ['250.00'])).toBe('350.00')
  })

  it('over all months sums to what was paid, as long as no more was paid than owed', () => {
    const fen = fc.integer({ min: 1, max: 1_000_000 }).map((n) => (n / 100).toFixed(2))
    const one = fc.record({ month: fc.constantFrom('2026-01', '2026-02', '2026-03'), tenancy: fc.uuid(), amount: fen })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1 }), fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
        const owed = Number(sumMoney(all.map(({ amount }) => amount)))
        const paid = (Math.floor(owed * share * 100) / 100).toFixed(2)
        expect(sumMoney(subsidyMonths(all, [paid]).map((month) => month.paid))).toBe(sumMoney([paid]))
      }),
    )
  })

  it.each([
    ['what is owed', '350.00', '2026-03-02', null],
    ['more', '350.01', '2026-03-02', 'stays.nothing_to_pay'],
    ['nothing', '0.00', '2026-03-02', 'stays.nothing_to_pay'],
    ['tomorrow', '1.00', '2026-03-03', 'stays.paid_in_the_future'],
  ])('lets %s be paid, or says why not', (_, amount, paid, refused) => {
    let code: string | null = null
    try {
      refuseSubsidy(amount, '350.00', { paid, today: '2026-03-02' })
    } catch (error) {
      code = (error as { code: string }).code
    }
    expect(code).toBe(refused)
  })
})
