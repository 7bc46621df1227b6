/**
 * 国土资发〔2010〕34号 [M]: half of the price within one month of signing, the rest within one year; 国办发〔2006〕100号 [M]: 1‰ a day on what
 * is late. Payments go to the instalments in the order of their days; what is owed and its interest are derived, never stored.
 */
import { Decimal } from 'decimal.js'
import type { Day } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'
import { compareMoney, type Money, money, sumMoney } from '../../../kernel/money.ts'
import { daysBetween, monthsLater } from '../../../kernel/months.ts'

interface Instalment {
  readonly dueOn: Day
  readonly amountYuan: Money
}

export interface Paid {
  readonly paidOn: Day
  readonly amountYuan: Money
}

export interface PaymentRule {
  readonly firstMonths: number
  readonly firstPercent: number
  readonly restMonths: number
  /** Thousandths of the late amount a day. */
  readonly latePermille: number
  readonly source: string
}

interface InstalmentState extends Instalment {
  readonly paidYuan: Money
  readonly interestYuan: Money
  readonly daysLate: number
  readonly state: 'open' | 'late' | 'paid'
}

/** Why a schedule may not be agreed, or null. */
export function findScheduleFault(
  { signedOn, priceYuan }: { readonly signedOn: Day; readonly priceYuan: Money },
  instalments: readonly Instalment[],
  rule: PaymentRule,
): Label | null {
  const total = sumMoney(instalments.map(({ amountYuan }) => amountYuan))
  if (compareMoney(total, priceYuan) !== 0) {
    return {
      zh: `分期之和 ${total} 元与成交价 ${priceYuan} 元不符。`,
      en: `The instalments come to ${total} yuan, the price is ${priceYuan}.`,
    }
  }
  const firstDay = monthsLater(signedOn, rule.firstMonths)
  const first = sumMoney(instalments.filter(({ dueOn }) => dueOn <= firstDay).map(({ amountYuan }) => amountYuan))
  const least = money(new Decimal(priceYuan).times(rule.firstPercent).div(100).toString())
  if (compareMoney(first, least) < 0) {
    return {
      zh: `${firstDay} 前须缴不低于 ${rule.firstPercent}%（${least} 元），现只安排 ${first} 元（${rule.source}）。`,
      en: `At least ${rule.firstPercent} % (${least} yuan) falls due by ${firstDay}; only ${first} is planned.`,
    }
  }
  const lastDay = monthsLater(signedOn, rule.restMonths)
  if (instalments.every(({ dueOn }) => dueOn <= lastDay)) return null
  return {
    zh: `全部价款须在 ${lastDay} 前缴清（${rule.source}）。`,
    en: `All of the price falls due by ${lastDay}.`,
  }
}

/** Each instalment as it stands on a day: what has come for it, how late it is, what interest that makes (rounded to the fen). */
export function ledgerOf(
  instalments: readonly Instalment[],
  payments: readonly Paid[],
  { today, latePermille }: { readonly today: Day; readonly latePermille: number },
): InstalmentState[] {
  const purse = payments
    .toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1))
    .map(({ paidOn, amountYuan }) => ({ paidOn, left: new Decimal(amountYuan) }))
  return instalments
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map((instalment) => settle(instalment, purse, { today, latePermille }))
}

function settle(
  { dueOn, amountYuan }: Instalment,
  purse: { readonly paidOn: Day; left: Decimal }[],
  { today, latePermille }: { readonly today: Day; readonly latePermille: number },
): InstalmentState {
  let open = new Decimal(amountYuan)
  let weighed = new Decimal(0)
  let daysLate = 0
  for (const payment of purse) {
    const taken = Decimal.min(open, payment.left)
    if (taken.isZero()) continue
    payment.left = payment.left.minus(taken)
    open = open.minus(taken)
    const late = Math.max(0, daysBetween(dueOn, payment.paidOn))
    daysLate = Math.max(daysLate, late)
    weighed = weighed.plus(taken.times(late))
  }
  const overdue = open.isZero() ? 0 : Math.max(0, daysBetween(dueOn, today))
  weighed = weighed.plus(open.times(overdue))
  return {
    ...{ dueOn, amountYuan, paidYuan: money(new Decimal(amountYuan).minus(open).toString()) },
    interestYuan: money(weighed.times(latePermille).div(1000).toString()),
    daysLate: Math.max(daysLate, overdue),
    state: open.isZero() ? 'paid' : overdue > 0 ? 'late' : 'open',
  }
}
