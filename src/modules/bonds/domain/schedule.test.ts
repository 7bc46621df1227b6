import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumMoney } from '../../../kernel/money.ts'
import { coverageOf, scheduleOf, yearsAfter } from './schedule.ts'

const terms = { issuedOn: '2024-03-20', amount: '100.01', termYears: 3, ratePercent: 3, mode: 'level' as const }

describe('the schedule of a bond', () => {
  it('pays interest every year and the principal at maturity', () => {
    expect(scheduleOf({ ...terms, amount: '120000000.00', mode: 'bullet', ratePercent: 2.85 })).toEqual([
      { dueOn: '2025-03-20', principal: '0.00', interest: '3420000.00' },
      { dueOn: '2026-03-20', principal: '0.00', interest: '3420000.00' },
      { dueOn: '2027-03-20', principal: '120000000.00', interest: '3420000.00' },
    ])
  })

  it('or pays it in equal parts, with interest on what is still owed', () => {
    expect(scheduleOf(terms)).toEqual([
      { dueOn: '2025-03-20', principal: '33.34', interest: '3.00' },
      { dueOn: '2026-03-20', principal: '33.34', interest: '2.00' },
      { dueOn: '2027-03-20', principal: '33.33', interest: '1.00' },
    ])
  })

  it('counts from 29 February', () => {
    expect([1, 2, 3, 4].map((years) => yearsAfter('2024-02-29', years))).toEqual([
      ...['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'],
    ])
  })

  it('repays exactly what was issued, whatever the amount, the term and the mode', () => {
    const any = fc.record({
      fen: fc.bigInt({ min: 1n, max: 10n ** 14n }),
      termYears: fc.integer({ min: 1, max: 30 }),
      rate: fc.integer({ min: 0, max: 2000 }),
      mode: fc.constantFrom('bullet' as const, 'level' as const),
    })
    fc.assert(
      fc.property(any, ({ fen, termYears, rate, mode }) => {
        const amount = `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
        const schedule = scheduleOf({ ...terms, amount, termYears, ratePercent: rate / 100, mode })
        expect(sumMoney(schedule.map(({ principal }) => principal))).toBe(amount)
        expect(schedule).toHaveLength(termYears)
        expect(schedule.every(({ interest }) => !interest.startsWith('-'))).toBe(true)
      }),
    )
  })

  it('is covered by an income that is known, and says nothing of one that is not', () => {
    const schedule = scheduleOf({ ...terms, amount: '100.00', termYears: 1, ratePercent: 0 })
    expect(coverageOf('123.00', schedule)).toBe(1.23)
    expect(coverageOf(null, schedule)).toBeNull()
  })
})
