import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareMoney, sumMoney } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'
import { changeShare, contractTotal, refuseChange, refusePayment } from './contract-money.ts'
import { dueOn } from './payment-terms.ts'

const codeOf = (work: () => void) => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}
const contract = { amount: '1000.00', changes: ['60.00'], paid: '900.00' }

describe('a contract', () => {
  it('is its amount with its changes', () => {
    expect(contractTotal(contract)).toBe('1060.00')
    expect(changeShare(contract)).toBe(6)
  })

  it.each([
    ['40.00', null, null],
    ['40.01', null, null],
    ['41.00', null, 'works.change_over_limit'],
    ['41.00', '示发改函〔2026〕3号', null],
    ['-160.00', null, null],
    ['-160.01', null, 'works.below_paid'],
  ])('changes by %s with the approval %s: %s', (amount, approval, code) => {
    expect(codeOf(() => refuseChange(contract, { amount, approval }, 10))).toBe(code)
  })

  it.each([
    ['160.00', '500.00', '500.00', null],
    ['160.01', '500.00', '500.00', 'works.over_contract'],
    ['100.01', '100.00', '500.00', 'works.over_payable'],
    ['100.00', '100.00', '99.99', 'works.no_money'],
  ])('is paid %s of %s owed with %s at hand: %s', (amount, owed, atHand, code) => {
    expect(codeOf(() => refusePayment({ amount, owed, contract, atHand }))).toBe(code)
  })

  it('is never paid beyond its total or its money, however it goes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 30 }), (fens) => {
        let paid = '0.00'
        for (const fen of fens) {
          const amount = (fen / 100).toFixed(2)
          const atHand = sumMoney(['900.00', `-${paid}`])
          if (
            codeOf(() => refusePayment({ amount, owed: '9999.00', contract: { ...contract, paid }, atHand })) === null
          )
            paid = sumMoney([paid, amount])
        }
        expect(compareMoney(paid, '900.00')).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('the time to pay', () => {
  const rule = { smeDays: 30, agreedDaysMax: 60 }
  it.each([
    [true, null, '2026-03-31'],
    [true, 45, '2026-04-15'],
    [true, 90, '2026-04-30'],
    [null, null, '2026-03-31'],
    [false, 90, '2026-05-30'],
    [false, null, null],
  ] as const)('of a small contractor (%s) with %s days agreed ends on %s', (sme, agreedDays, day) => {
    expect(dueOn({ deliveredOn: '2026-03-01', sme, agreedDays }, rule)).toBe(day)
  })
})
