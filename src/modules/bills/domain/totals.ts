import { sumMoney } from '../../../kernel/money.ts'
import type { BillLine } from '../contract.ts'

type Counted = Pick<BillLine, 'state' | 'amount' | 'paid' | 'refunded'>

/** Totals of a bill. What is reported is still due until an office has confirmed it; what was refunded was paid before. */
export function totalsOf(lines: readonly Counted[]) {
  const amounts = (states: readonly BillLine['state'][]) =>
    sumMoney(lines.filter(({ state }) => states.includes(state)).map(({ amount }) => amount ?? '0.00'))
  return {
    due: amounts(['due', 'reported']),
    reported: amounts(['reported']),
    paid: sumMoney(lines.map(({ paid }) => paid ?? '0.00')),
    waived: amounts(['waived']),
    refunded: sumMoney(lines.map(({ refunded }) => refunded)),
    unknown: lines.filter(({ state, amount }) => state === 'due' && amount === null).length,
  }
}
