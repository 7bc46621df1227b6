import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../kernel/problem.ts'
import { offeringStates } from '../contract/words.ts'
import { type ContractDates, missingContents, refuseBackwards, refuseIncomplete } from './contract-text.ts'
import { findBars } from './floors.ts'
import { offeringMay, offeringSteps, stepOffering } from './offering.ts'
import { findScheduleFault, ledgerOf, type PaymentRule } from './payments.ts'

const codeOf = (work: () => void) => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}

const floors = { noticeDays: 20, listingDays: 10, pricePerSqm: 96, source: 'a' }
const notice = {
  ...{ announcedOn: '2026-03-02', opensOn: '2026-03-22', closesOn: '2026-04-01', startPriceYuan: '960000.00' },
  ...{ areaSqm: 10_000, planningConditions: '规条〔2026〕3号', indicators: 3, standard: true },
}

describe('a notice (39号令)', () => {
  it('may go out at the floors, and not a day or a fen below', () => {
    expect(findBars(notice, floors)).toEqual([])
    expect(findBars({ ...notice, opensOn: '2026-03-21' }, floors).map(({ code }) => code)).toEqual(['notice_too_short'])
    expect(findBars({ ...notice, closesOn: '2026-03-31' }, floors).map(({ code }) => code)).toEqual([
      'listing_too_short',
    ])
    expect(findBars({ ...notice, startPriceYuan: '959999.99' }, floors)[0]?.code).toBe('price_below_floor')
    expect(findBars({ ...notice, planningConditions: ' ', indicators: 0 }, floors)).toHaveLength(2)
    expect(findBars({ ...notice, indicators: 0, standard: false }, floors)).toEqual([])
  })
})

describe('an offering', () => {
  const offered = { state: 'announced', opensOn: '2026-03-22', closesOn: '2026-04-01' } as const
  it('opens and is sold not before its days', () => {
    expect(codeOf(() => stepOffering(offered, 'open', '2026-03-21'))).toBe('supply.too_early')
    expect(stepOffering(offered, 'open', '2026-03-22')).toBe('listed')
    expect(codeOf(() => stepOffering({ ...offered, state: 'listed' }, 'sell', '2026-03-31'))).toBe(
      'supply.still_listed',
    )
    expect(codeOf(() => stepOffering(offered, 'sell', '2026-05-01'))).toBe('supply.not_now')
  })

  it('reaches no state outside the table', () => {
    const step = fc.constantFrom(...(Object.keys(offeringSteps) as (keyof typeof offeringSteps)[]))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        let state: (typeof offeringStates)[number] = 'announced'
        for (const one of steps) {
          const may = offeringMay(state).includes(one)
          const run = () => stepOffering({ ...offered, state }, one, '2027-01-01')
          if (may) state = run()
          else expect(codeOf(run)).toBe('supply.not_now')
        }
        expect(offeringStates).toContain(state)
      }),
    )
  })
})

describe('the contract', () => {
  const words = { recheck: '一', breach: '二', disputes: '三', other: '四' }
  it('states five contents', () => {
    expect(missingContents(words, 5)).toEqual([])
    expect(missingContents({ ...words, disputes: ' ' }, 0)).toEqual(['indicators', 'disputes'])
    expect(codeOf(() => refuseIncomplete({}, 1))).toBe('supply.missing_content')
  })
  it('has its days in order', () => {
    const days: ContractDates = {
      ...{ signedOn: '2026-03-02', handoverDue: '2026-04-01', startDue: '2026-06-01' },
      ...{ completionDue: '2027-06-01', productionDue: '2027-09-01', outputDue: '2029-09-01' },
    }
    expect(codeOf(() => refuseBackwards(days))).toBeNull()
    expect(codeOf(() => refuseBackwards({ ...days, startDue: '2026-03-31' }))).toBe('supply.dates_backwards')
  })
})

describe('the price', () => {
  const rule: PaymentRule = { firstMonths: 1, firstPercent: 50, restMonths: 12, latePermille: 1, source: '34号' }
  const deal = { signedOn: '2026-01-31', priceYuan: '1000000.00' }
  it('is due by half within a month, whole within a year', () => {
    const half = (dueOn: string) => ({ dueOn, amountYuan: '500000.00' })
    expect(findScheduleFault(deal, [half('2026-02-28'), half('2027-01-31')], rule)).toBeNull()
    expect(findScheduleFault(deal, [half('2026-03-01'), half('2027-01-31')], rule)?.zh).toContain('50%')
    expect(findScheduleFault(deal, [half('2026-02-28'), half('2027-02-01')], rule)?.zh).toContain('缴清')
    expect(findScheduleFault(deal, [half('2026-02-28')], rule)?.zh).toContain('不符')
  })

  it('bears interest for the days and the part that is late', () => {
    const instalments = [
      { dueOn: '2026-03-01', amountYuan: '1000.00' },
      { dueOn: '2026-06-01', amountYuan: '500.00' },
    ]
    const payments = [
      { paidOn: '2026-03-01', amountYuan: '400.00' },
      { paidOn: '2026-03-11', amountYuan: '700.00' },
    ]
    expect(ledgerOf(instalments, payments, { today: '2026-03-20', latePermille: 1 })).toEqual([
      { ...instalments[0], paidYuan: '1000.00', interestYuan: '6.00', daysLate: 10, state: 'paid' },
      { ...instalments[1], paidYuan: '100.00', interestYuan: '0.00', daysLate: 0, state: 'open' },
    ])
    expect(ledgerOf(instalments, [], { today: '2026-03-11', latePermille: 1 })[0]).toMatchObject({
      interestYuan: '10.00',
      state: 'late',
    })
  })

  it('takes no more than was paid, however it comes', () => {
    const amount = fc.integer({ min: 1, max: 9999 })
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`)
    fc.assert(
      fc.property(fc.array(fc.tuple(day, amount)), fc.array(fc.tuple(day, amount)), (due, paid) => {
        const instalments = due.map(([dueOn, n]) => ({ dueOn, amountYuan: `${n}.00` }))
        const payments = paid.map(([paidOn, n]) => ({ paidOn, amountYuan: `${n}.00` }))
        const taken = ledgerOf(instalments, payments, { today: '2026-04-01', latePermille: 1 }).reduce(
          (sum, one) => sum + Number(one.paidYuan),
          0,
        )
        const total = (list: readonly (readonly [string, number])[]) => list.reduce((sum, [, n]) => sum + n, 0)
        expect(taken).toBe(Math.min(total(due), total(paid)))
      }),
    )
  })
})
