import { type Day, dayNumber } from '../../../kernel/calendar.ts'
import { compareMoney, sumMoney } from '../../../kernel/money.ts'
import type { BondView } from '../contract.ts'
import { type BondMoney, bondMoney } from '../domain/allotment.ts'
import { coverageOf, scheduleOf, yearsAfter } from '../domain/schedule.ts'
import { ruleOn } from './rules.ts'
import type { Stored } from './store.ts'
import type { BondRow, RepaymentRow } from './table.ts'

export const termsOf = ({ issued_on, amount_yuan, term_years, rate_percent, mode }: BondRow) => ({
  ...{ issuedOn: issued_on, amount: amount_yuan, termYears: term_years, ratePercent: Number(rate_percent), mode },
})

export const moneyOf = ({ row, allotments, uses }: Stored): BondMoney => ({
  amount: row.amount_yuan,
  allotments: allotments.map(({ work_id, amount_yuan }) => ({ workId: work_id, amount: amount_yuan })),
  uses: uses.map(({ work_id, amount_yuan }) => ({ workId: work_id, amount: amount_yuan })),
})

/** A bond as it stands on a day. Coverage is reckoned from its terms, whether or not the schedule was drawn up. */
export function viewOf(stored: Stored, today: Day): BondView {
  const { row, allotments, uses, repayments } = stored
  const rule = ruleOn(today)
  const terms = termsOf(row)
  const { works, idle, ...sums } = bondMoney(moneyOf(stored))
  const coverage = coverageOf(row.income_yuan, scheduleOf(terms))
  const age = dayNumber(today) - dayNumber(row.issued_on)
  const paid = repayments.filter(({ paid_on }) => paid_on !== null)
  const names = new Map(allotments.map(({ work_id, work_name }) => [work_id, work_name]))
  return {
    ...{ id: row.id, version: row.version, name: row.name, code: row.code, issuedOn: row.issued_on },
    ...{ maturesOn: yearsAfter(row.issued_on, row.term_years), amount: row.amount_yuan, age, coverage, idle, ...sums },
    ...{ ratePercent: Number(row.rate_percent), sample: row.sample },
    idleTooLong: age > rule.idleDays && compareMoney(idle, '0.00') > 0,
    coverageLow: coverage !== null && coverage < rule.coverageMin,
    principalPaid: sumMoney(paid.map(({ principal_yuan }) => principal_yuan)),
    interestPaid: sumMoney(paid.map(({ interest_yuan }) => interest_yuan)),
    works: works.map((work) => ({ ...work, name: names.get(work.id) ?? '' })),
    uses: uses.map(({ id, work_name, amount_yuan, used_on, document }) => ({
      ...{ id, workName: work_name, amount: amount_yuan, usedOn: used_on, document },
    })),
    repayments: repayments.map((one) => ({
      ...{ id: one.id, dueOn: one.due_on, principal: one.principal_yuan, interest: one.interest_yuan },
      ...{ paidOn: one.paid_on, document: one.document, state: stateOf(one, today, rule.remindDays) },
    })),
  }
}

function stateOf({ paid_on, due_on }: RepaymentRow, today: Day, remindDays: number) {
  if (paid_on !== null) return 'paid' as const
  if (due_on < today) return 'late' as const
  return dayNumber(due_on) - dayNumber(today) <= remindDays ? ('soon' as const) : ('planned' as const)
}
