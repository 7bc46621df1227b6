import { Decimal } from 'decimal.js'
import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { type Money, money, sumMoney } from '../../../kernel/money.ts'
import type { FreePeriod, RentStep } from '../contract/terms.ts'

/**
 * Rent by day (民法典 第721条: rent is paid as agreed; 第722条: late rent may be claimed). The stated rule of this house: a whole calendar
 * month is one month's rent whatever its length, a day of a part of a month is one n-th of it, n being the days of that month. What has
 * accrued up to a day is rounded to the fen once; a bill is the difference of two such sums. So the bills of any split of a term add up
 * to the same, to the fen.
 */
export interface Charge {
  readonly startsOn: Day
  /** The last day, included. */
  readonly endsOn: Day
  /** m². */
  readonly areaSqm: string
  readonly steps: readonly RentStep[]
  readonly freePeriods: readonly FreePeriod[]
}

/** Yuan accrued from the first day of the term up to `until`, that day included. */
export function accruedUntil(charge: Charge, until: Day): Money {
  const last = until < charge.endsOn ? until : charge.endsOn
  const points = turnsOf(charge, last)
  // Days of one month at one rate are counted together before anything is divided: a whole month is exactly one month.
  const days = new Map<string, { readonly rate: string; readonly daysOfMonth: number; count: number }>()
  for (const [i, day] of points.entries()) {
    const next = points[i + 1]
    const rate = next === undefined ? null : rateOn(charge, day)
    if (next === undefined || rate === null) continue
    const key = `${day.slice(0, 7)} ${rate}`
    const seen = days.get(key) ?? { rate, daysOfMonth: lengthOf(day), count: 0 }
    seen.count += dayNumber(next) - dayNumber(day)
    days.set(key, seen)
  }
  const months = [...days.values()].reduce(
    (sum, { rate, count, daysOfMonth }) => sum.plus(new Exact(rate).times(count).div(daysOfMonth)),
    new Exact(0),
  )
  return money(months.times(charge.areaSqm).toDecimalPlaces(10).toFixed())
}

/** Days on which a month, a step or a free period begins or ends, the day after the last as well; in order. */
function turnsOf({ startsOn, steps, freePeriods }: Charge, last: Day): Day[] {
  const end = dayAfter(last)
  const turns = [
    ...monthsOf({ startsOn, endsOn: last }, last).map(({ from }) => from),
    ...steps.map(({ from }) => from),
    ...freePeriods.flatMap(({ from, to }) => [from, dayAfter(to)]),
  ]
  return [...new Set([startsOn, ...turns, end])].filter((day) => day >= startsOn && day <= end).toSorted()
}

/** Yuan for these days, both included. */
export function chargeFor(charge: Charge, period: { readonly from: Day; readonly to: Day }): Money {
  const before = dayFromNumber(dayNumber(period.from) - 1)
  return sumMoney([accruedUntil(charge, period.to), minus(accruedUntil(charge, before))])
}

/** Calendar months of the term that begin on or before `until`, cut to the term. */
export function monthsOf({ startsOn, endsOn }: Pick<Charge, 'startsOn' | 'endsOn'>, until: Day) {
  const months: { readonly from: Day; readonly to: Day }[] = []
  for (let from = startsOn; from <= endsOn && from <= until; ) {
    const last = `${from.slice(0, 7)}-${String(lengthOf(from)).padStart(2, '0')}`
    const to = last < endsOn ? last : endsOn
    months.push({ from, to })
    from = dayAfter(to)
  }
  return months
}

/** Null: free of rent, or before the first step. */
function rateOn({ steps, freePeriods }: Charge, day: Day): string | null {
  if (freePeriods.some(({ from, to }) => from <= day && day <= to)) return null
  return steps.reduce<string | null>((rate, step) => (step.from <= day ? step.rate : rate), null)
}

const Exact = Decimal.clone({ precision: 60 })

function lengthOf(day: Day): number {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const minus = (amount: Money): Money => money(new Exact(amount).neg().toFixed())

const dayAfter = (day: Day): Day => dayFromNumber(dayNumber(day) + 1)
