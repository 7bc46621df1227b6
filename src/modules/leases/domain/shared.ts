/** 民法典 第283条：共有部分的费用分摊，有约定的按约定，没有约定或者约定不明确的按专有部分面积所占比例（凭记忆，M）。The stated rules of this house: by leased area and days, or by what each unit's own meter used. */
import { Decimal } from 'decimal.js'
import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { type Money, money, sumMoney } from '../../../kernel/money.ts'

export interface Period {
  /** Both days belong to it. */
  readonly from: Day
  readonly to: Day
}

/** One unit of the building: its weight, and who leased it on which days. */
export interface SharingUnit {
  readonly unit: string
  /** m², or what its meter used. */
  readonly weight: string
  readonly held: readonly ({ readonly lease: string } & Period)[]
}

export interface Share {
  /** Null: nobody's days, they stay with the lessor. */
  readonly lease: string | null
  readonly unit: string
  readonly amount: Money
}

const Exact = Decimal.clone({ precision: 60 })

/**
 * The total over all units by weight and days. What has been given out up to a share is rounded to the fen once and a share is the
 * difference of two such sums, so that the shares come to the total, to the fen. Empty where nothing weighs anything.
 */
export function splitShared(total: Money, units: readonly SharingUnit[], period: Period): Share[] {
  const days = dayNumber(period.to) - dayNumber(period.from) + 1
  const parts = units.flatMap(({ unit, weight, held }) => {
    const taken = held.map(({ lease, ...term }) => ({ lease: lease as string | null, count: daysIn(term, period) }))
    const free = days - taken.reduce((sum, { count }) => sum + count, 0)
    return [...taken, { lease: null, count: Math.max(free, 0) }].map(({ lease, count }) => ({
      ...{ lease, unit, weight: new Exact(weight).times(count) },
    }))
  })
  const whole = parts.reduce((sum, { weight }) => sum.plus(weight), new Exact(0))
  if (whole.isZero()) return []
  let upTo = new Exact(0)
  let given: Money = '0.00'
  return parts.map(({ lease, unit, weight }) => {
    upTo = upTo.plus(weight)
    const next = money(new Exact(total).times(upTo).div(whole).toDecimalPlaces(10).toFixed())
    const amount = sumMoney([next, money(new Exact(given).neg().toFixed())])
    given = next
    return { lease, unit, amount }
  })
}

function daysIn({ from, to }: Period, period: Period): number {
  const [first, last] = [from > period.from ? from : period.from, to < period.to ? to : period.to]
  return Math.max(dayNumber(last) - dayNumber(first) + 1, 0)
}

export interface ReadValue {
  readonly readOn: Day
  readonly value: string
}

/** What a meter used in these days: its last value before them against its last value in them; null: a value is missing or it runs backwards. */
export function usedIn(readings: readonly ReadValue[], { from, to }: Period): string | null {
  const sorted = readings.toSorted((a, b) => (a.readOn < b.readOn ? -1 : 1))
  const before = sorted.findLast(({ readOn }) => readOn < from)
  const after = sorted.findLast(({ readOn }) => readOn >= from && readOn <= to)
  if (!before || !after) return null
  const used = new Exact(after.value).minus(before.value)
  return used.isNegative() ? null : used.toFixed()
}

/** Due two weeks after it was split, as the operator's notices say; a day of the lease's own would lie before it. */
export const sharedDueOn = (today: Day): Day => dayFromNumber(dayNumber(today) + 14)
