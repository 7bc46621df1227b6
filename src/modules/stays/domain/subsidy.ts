/** 补贴付给运营公司、不藏在租金里（襄阳、武汉青山人才公寓办法的“明补贴”）: what has accrued by tenancies, and what was paid of it, the oldest month first. */
import type { Day } from '../../../kernel/calendar.ts'
import { compareMoney, type Money, sumMoney } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'

export interface Accrual {
  /** `2026-03`. */
  readonly month: string
  readonly tenancy: string
  readonly amount: Money
}

export interface SubsidyMonth {
  readonly month: string
  readonly tenancies: number
  readonly accrued: Money
  readonly paid: Money
}

const none: Money = '0.00'
const minus = (amount: Money): Money => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`)
const less = (a: Money, b: Money): Money => (compareMoney(a, b) < 0 ? a : b)

/** Months in order. A payment settles the oldest month first; the sum over the months is what was paid, to the fen. */
export function subsidyMonths(accruals: readonly Accrual[], payments: readonly Money[]): SubsidyMonth[] {
  let left = sumMoney(payments)
  const months = [...Map.groupBy(accruals, ({ month }) => month)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return months.map(([month, lines]) => {
    const accrued = sumMoney(lines.map(({ amount }) => amount))
    const paid = compareMoney(left, none) > 0 ? less(left, accrued) : none
    left = sumMoney([left, minus(paid)])
    return { month, tenancies: new Set(lines.map(({ tenancy }) => tenancy)).size, accrued, paid }
  })
}

/** What is owed to the operator; below zero where a tenancy was ended back in a month that was paid. */
export function subsidyBalance(accruals: readonly Accrual[], payments: readonly Money[]): Money {
  return sumMoney([...accruals.map(({ amount }) => amount), minus(sumMoney(payments))])
}

/** @throws Problem rule_violated `stays.nothing_to_pay | stays.paid_in_the_future` */
export function refuseSubsidy(amount: Money, balance: Money, on: { readonly paid: Day; readonly today: Day }): void {
  if (on.paid > on.today) {
    throw new Problem('rule_violated', 'stays.paid_in_the_future', {
      zh: `付款日期 ${on.paid} 还没有到，请填实际付款的日期。`,
      en: `${on.paid} has not come yet: enter the day on which it was paid.`,
    })
  }
  if (compareMoney(amount, none) > 0 && compareMoney(amount, balance) <= 0) return
  throw new Problem('rule_violated', 'stays.nothing_to_pay', {
    zh: `应付补贴余额是 ${balance} 元，付款要在 0 元以上、不超过余额。`,
    en: `CNY ${balance} of subsidy is owed: pay more than nothing and no more than that.`,
  })
}
