import { figure } from '../../../kernel/figure.ts'
import { sumMoney } from '../../../kernel/money.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { bond } from '../contract/bond.ts'
import { listStored } from './store.ts'

const unit = { zh: '元', en: 'CNY' }

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'funds.bonds',
      label: { zh: '累计争取专项债', en: 'Special bonds raised' },
      unit,
      definition: {
        zh: '未归档的专项债的发行金额之和，不论是否已使用、已归还；与其他口径的债券数字可能重叠，不得相加',
        en: 'Amounts issued of special bonds that are not archived, used and repaid or not; may overlap with other figures of bonds and is never added to them',
      },
      op: 'sum',
    }),
    kind: bond.name,
    rows: async (db, zoneId) =>
      (await listStored(db, zoneId)).map(({ row }) => ({ id: row.id, name: row.name, value: row.amount_yuan })),
  },
  {
    figure: figure({
      key: 'funds.bondsUsed',
      label: { zh: '专项债已使用', en: 'Special bonds used' },
      unit,
      definition: {
        zh: '未归档的专项债中已支付给工程的金额之和',
        en: 'What was paid for works from special bonds that are not archived',
      },
      op: 'sum',
    }),
    kind: bond.name,
    rows: async (db, zoneId) =>
      (await listStored(db, zoneId)).map(({ row, uses }) => ({
        ...{ id: row.id, name: row.name, value: sumMoney(uses.map(({ amount_yuan }) => amount_yuan)) },
      })),
  },
]
