import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { sumMoney } from '../../../kernel/money.ts'
import { accruedUntil, type Charge, chargeFor, monthsOf } from './rent.ts'

const charge: Charge = {
  ...{ startsOn: '2026-01-16', endsOn: '2027-01-15', areaSqm: '1000', freePeriods: [] },
  steps: [{ from: '2026-01-16', rate: '12' }],
}

describe('rent by day', () => {
  it.each([
    ['half of January: 16 of 31 days', '2026-01-16', '2026-01-31', '6193.55'],
    ['the whole of February is one month', '2026-02-01', '2026-02-28', '12000.00'],
    ['the whole of March is one month too', '2026-03-01', '2026-03-31', '12000.00'],
    ['half of the last January: 15 of 31 days', '2027-01-01', '2027-01-15', '5806.45'],
    ['nothing after the end', '2027-01-16', '2027-02-28', '0.00'],
  ])('%s', (_, from, to, yuan) => {
    expect(chargeFor(charge, { from, to })).toBe(yuan)
  })

  it('a year from the middle of a month is twelve months of rent', () => {
    expect(accruedUntil(charge, '2027-01-15')).toBe('144000.00')
  })

  it('a step changes it from its day on, a free period takes its days out', () => {
    const stepped = { ...charge, steps: [...charge.steps, { from: '2026-06-11', rate: '15' }] }
    expect(chargeFor(stepped, { from: '2026-06-01', to: '2026-06-30' })).toBe('14000.00')
    const free = { ...charge, freePeriods: [{ from: '2026-02-01', to: '2026-02-14' }] }
    expect(chargeFor(free, { from: '2026-02-01', to: '2026-02-28' })).toBe('6000.00')
  })
})

const days = fc.integer({ min: 0, max: 700 })
const charges = fc
  .record({
    start: fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2026-12-31') }),
    length: fc.integer({ min: 1, max: 700 }),
    area: fc.integer({ min: 1, max: 999_999 }),
    rates: fc.array(fc.tuple(days, fc.integer({ min: 0, max: 999_999 })), { minLength: 1, maxLength: 4 }),
    free: fc.array(fc.tuple(days, fc.integer({ min: 0, max: 60 })), { maxLength: 2 }),
  })
  .map(({ start, length, area, rates, free }): Charge => {
    const at = (offset: number) => dayFromNumber(start + offset)
    const steps = rates.map(([offset, rate], i) => ({ from: at(i === 0 ? 0 : offset), rate: String(rate / 10_000) }))
    return {
      ...{ startsOn: at(0), endsOn: at(length - 1), areaSqm: String(area / 100) },
      steps: steps.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
      freePeriods: free.map(([offset, more]) => ({ from: at(offset), to: at(offset + more) })),
    }
  })

describe('bills of a term', () => {
  it('add up to the same for any split, none below zero', () => {
    fc.assert(
      fc.property(charges, fc.array(days, { maxLength: 8 }), (given, cuts) => {
        const first = dayNumber(given.startsOn)
        const last = dayNumber(given.endsOn)
        const starts = [
          first,
          ...new Set(cuts.map((cut) => first + cut).filter((n) => n > first && n <= last)),
        ].toSorted((a, b) => a - b)
        const parts = starts.map((from, i) => ({
          from: dayFromNumber(from),
          to: dayFromNumber((starts[i + 1] ?? last + 1) - 1),
        }))
        const bills = parts.map((part) => chargeFor(given, part))
        expect(bills.every((bill) => !bill.startsWith('-'))).toBe(true)
        expect(sumMoney(bills)).toBe(accruedUntil(given, given.endsOn))
        expect(sumMoney(monthsOf(given, given.endsOn).map((part) => chargeFor(given, part)))).toBe(sumMoney(bills))
      }),
      { numRuns: 60 },
    )
  })

  it('months follow one another without a gap from the first to the last day', () => {
    const months = monthsOf(charge, '2099-01-01')
    expect(months).toHaveLength(13)
    expect(months[0]).toEqual({ from: '2026-01-16', to: '2026-01-31' })
    expect(months.at(-1)).toEqual({ from: '2027-01-01', to: '2027-01-15' })
  })
})
