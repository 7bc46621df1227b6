import { describe, expect, it } from 'vitest'
import { ledgerSums } from './ledger.ts'

const entry = (ledger: 'planned' | 'paid' | 'statistics', month: string, amount: string) => ({ ledger, month, amount })

describe('the three ledgers of investment', () => {
  const entries = [
    entry('planned', '2026-01', '100.00'),
    entry('paid', '2026-01', '60.10'),
    entry('paid', '2026-02', '20.20'),
    entry('paid', '2026-03', '-5.05'),
    entry('statistics', '2026-02', '70.00'),
  ]

  it('are summed apart, counter-entries taken off', () => {
    expect(ledgerSums(entries)).toEqual([
      { ledger: 'planned', total: '100.00', lastMonth: '2026-01' },
      { ledger: 'paid', total: '75.25', lastMonth: '2026-03' },
      { ledger: 'statistics', total: '70.00', lastMonth: '2026-02' },
    ])
  })

  it('are read as they stood at the end of a month', () => {
    expect(ledgerSums(entries, '2026-01').map(({ total }) => total)).toEqual(['100.00', '60.10', '0.00'])
  })

  it('say that nothing was entered where nothing was', () => {
    expect(ledgerSums([])[0]).toEqual({ ledger: 'planned', total: '0.00', lastMonth: null })
  })
})
