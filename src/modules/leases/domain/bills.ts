import { Decimal } from 'decimal.js'
import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { type Dated, latestOn } from '../../../kernel/dated.ts'
import { compareMoney, type Money, money, sumMoney } from '../../../kernel/money.ts'
import type { Meter } from '../contract/reading.ts'
import type { BillKind, BillState } from '../contract/terms.ts'
import { type Charge, chargeFor, monthsOf } from './rent.ts'

/** What is owed for some days, both included. */
export interface Wanted {
  readonly kind: BillKind
  readonly from: Day
  readonly to: Day
  readonly amount: Money
  readonly dueOn: Day
  readonly unit: string | null
}

export interface Drawing extends Charge {
  readonly propertyRate: string
  readonly dueDay: number
}

/** Rent and property fee month by month, for months that have begun by `until`; months without a charge have no bill. */
export function monthlyBills(lease: Drawing, until: Day): Wanted[] {
  const fee = { ...lease, steps: [{ from: lease.startsOn, rate: lease.propertyRate }], freePeriods: [] }
  return monthsOf(lease, until).flatMap((month) => {
    const agreed = `${month.from.slice(0, 8)}${String(lease.dueDay).padStart(2, '0')}`
    const dueOn = agreed < month.from ? month.from : agreed
    const both = [
      { kind: 'rent' as const, amount: chargeFor(lease, month) },
      { kind: 'property' as const, amount: chargeFor(fee, month) },
    ]
    return both
      .filter(({ amount }) => compareMoney(amount, '0.00') > 0)
      .map((bill) => ({ ...bill, ...month, dueOn, unit: null }))
  })
}

export interface MeterReading {
  readonly unit: string
  readonly meter: Meter
  readonly readOn: Day
  readonly value: string
}

export interface Price extends Dated {
  readonly meter: Meter
  readonly price: string
}

/** Utilities of one lease between two readings that follow one another within its days; without a price, or with a falling meter, there is no bill. */
export function utilityBills(
  lease: Pick<Drawing, 'startsOn' | 'endsOn' | 'dueDay'>,
  readings: readonly MeterReading[],
  prices: readonly Price[],
): { readonly bills: Wanted[]; readonly unpriced: number } {
  const bills: Wanted[] = []
  let unpriced = 0
  for (const own of Map.groupBy(readings, ({ unit, meter }) => `${unit} ${meter}`).values()) {
    const sorted = own.toSorted((a, b) => (a.readOn < b.readOn ? -1 : 1))
    for (const [i, next] of sorted.entries()) {
      const previous = sorted[i - 1]
      if (!previous) continue
      const from = dayAfter(previous.readOn)
      if (from < lease.startsOn || next.readOn > lease.endsOn) continue
      const price = latestOn(
        prices.filter(({ meter }) => meter === next.meter),
        next.readOn,
      )
      const used = new Decimal(next.value).minus(previous.value)
      if (!price || used.isNegative()) unpriced++
      else {
        const amount = money(used.times(price.price).toFixed())
        bills.push({
          kind: next.meter,
          from,
          to: next.readOn,
          amount,
          dueOn: nextDue(next.readOn, lease.dueDay),
          unit: next.unit,
        })
      }
    }
  }
  return { bills: bills.filter(({ amount }) => amount !== '0.00'), unpriced }
}

export interface DrawnBill {
  readonly id: string
  readonly kind: BillKind
  readonly from: Day
  readonly to: Day
  readonly amount: Money
  readonly state: BillState
}

/** After an early exit: unpaid bills of later days are void (what is owed of them is drawn anew), and what was paid for later days is given back. */
export function settle(lease: Drawing, bills: readonly DrawnBill[]): { readonly void: string[]; readonly back: Money } {
  const later = bills.filter(({ kind, to }) => (kind === 'rent' || kind === 'property') && to > lease.endsOn)
  const fee = { ...lease, steps: [{ from: lease.startsOn, rate: lease.propertyRate }], freePeriods: [] }
  const back = later
    .filter(({ state }) => state === 'paid')
    .map(({ kind, from, to, amount }) => {
      const owed = from > lease.endsOn ? '0.00' : chargeFor(kind === 'rent' ? lease : fee, { from, to })
      return sumMoney([amount, new Decimal(owed).neg().toFixed(2)])
    })
  return { void: later.filter(({ state }) => state === 'due').map(({ id }) => id), back: sumMoney(back) }
}

/** Past the due day: what a late fee comes to by the rule's share a day; null without a rule. */
export function lateFee(amount: Money, days: number, perDay: number | null): Money | null {
  if (perDay === null) return null
  return money(new Decimal(amount).times(Math.max(days, 0)).times(perDay).toFixed())
}

function nextDue(after: Day, dueDay: number): Day {
  const here = `${after.slice(0, 8)}${String(dueDay).padStart(2, '0')}`
  if (here > after) return here
  const next = dayFromNumber(dayNumber(`${after.slice(0, 8)}28`) + 4)
  return `${next.slice(0, 8)}${String(dueDay).padStart(2, '0')}`
}

const dayAfter = (day: Day): Day => dayFromNumber(dayNumber(day) + 1)
