/** 计划、支付、入统三本账各记各的（统计法意义上的投资完成额与支付额口径不同），不得相加。 */
import { type Money, sumMoney } from '../../../kernel/money.ts'
import { type Ledger, ledgers } from '../contract/investment.ts'

export interface LedgerEntry {
  readonly ledger: Ledger
  /** `2026-03`. */
  readonly month: string
  readonly amount: Money
}

export interface LedgerSum {
  readonly ledger: Ledger
  readonly total: Money
  /** The last month with an entry; null when there is none. */
  readonly lastMonth: string | null
}

/** Each ledger by itself; there is no total of the three. `until` leaves out later months. */
export function ledgerSums(entries: readonly LedgerEntry[], until?: string): readonly LedgerSum[] {
  return ledgers.map((ledger) => {
    const own = entries.filter((entry) => entry.ledger === ledger && (until === undefined || entry.month <= until))
    return {
      ledger,
      total: sumMoney(own.map(({ amount }) => amount)),
      lastMonth:
        own
          .map(({ month }) => month)
          .toSorted()
          .at(-1) ?? null,
    }
  })
}
