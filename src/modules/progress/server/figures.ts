import { figure } from '../../../kernel/figure.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { investment, type Ledger, ledgerLabels } from '../contract/investment.ts'
import { listInvestments } from './store.ts'

const yuan = { zh: '元', en: 'CNY' }

function ofLedger(ledger: Ledger): FigureSource {
  const { zh, en } = ledgerLabels[ledger]
  return {
    figure: figure({
      key: `progress.investment.${ledger}`,
      label: { zh: `项目${zh}`, en: `Project investment: ${en.toLowerCase()}` },
      unit: yuan,
      definition: {
        zh: `投资台账中“${zh}”一本未归档的全部记账之和，含冲减；与另两本不相加`,
        en: `Sum of the entries of this ledger that are not archived, counter-entries among them; never added to the other two`,
      },
      op: 'sum',
    }),
    kind: investment.name,
    rows: async (db, zoneId) => {
      const rows = (await listInvestments(db, zoneId)).filter((row) => row.ledger === ledger)
      return rows.map(({ id, month, amount_yuan }) => ({ id, name: month, value: amount_yuan }))
    },
  }
}

/** One figure of each ledger; none of all three. */
export const figures: readonly FigureSource[] = [ofLedger('planned'), ofLedger('paid'), ofLedger('statistics')]
