import { type Figure, figure } from '../../../kernel/figure.ts'
import { sumMoney } from '../../../kernel/money.ts'
import type { FigureSource } from '../../../platform/module.ts'
import type { WorkState } from '../contract/words.ts'
import { work } from '../contract/work.ts'
import { listStored, listWorkRows } from './store.ts'

interface Group {
  readonly key: 'done' | 'ongoing'
  readonly states: readonly WorkState[]
  readonly zh: string
  readonly en: string
}

function ofGroup({ key, states, zh, en }: Group): FigureSource[] {
  const is = (state: WorkState) => states.includes(state)
  return [
    {
      figure: figure({
        key: `works.${key}.count` as Figure['key'],
        label: { zh: `${zh}基础设施项目`, en: `Infrastructure works ${en}` },
        unit: { zh: '个', en: 'work' },
        definition: {
          zh: `状态为“${zh}”${key === 'ongoing' ? '或停工' : ''}、未归档的基础设施工程`,
          en: `Infrastructure works ${en}${key === 'ongoing' ? ', suspended ones too,' : ''} that are not archived`,
        },
        op: 'count',
      }),
      kind: work.name,
      rows: async (db, zoneId) => {
        const rows = (await listWorkRows(db, zoneId)).filter(({ state }) => is(state))
        return rows.map(({ id, name }) => ({ id, name, value: 1 }))
      },
    },
    {
      figure: figure({
        key: `works.${key}.invested` as Figure['key'],
        label: { zh: `${zh}项目投入`, en: `Invested in works ${en}` },
        unit: { zh: '元', en: 'CNY' },
        definition: {
          zh: `状态为“${zh}”${key === 'ongoing' ? '或停工' : ''}、未归档的基础设施工程的全部支付之和；已签未付的不计入`,
          en: `Everything paid for infrastructure works ${en}${key === 'ongoing' ? ', suspended ones too,' : ''} that are not archived; what is signed and unpaid does not count`,
        },
        op: 'sum',
      }),
      kind: work.name,
      rows: async (db, zoneId) => {
        const rows = (await listStored(db, zoneId)).filter(({ row }) => is(row.state))
        return rows.map(({ row, payments }) => ({
          ...{ id: row.id, name: row.name, value: sumMoney(payments.map(({ amount_yuan }) => amount_yuan)) },
        }))
      },
    },
  ]
}

export const figures: readonly FigureSource[] = [
  ...ofGroup({ key: 'done', states: ['operating'], zh: '建成运营', en: 'in operation' }),
  ...ofGroup({ key: 'ongoing', states: ['building', 'suspended'], zh: '在建', en: 'under way' }),
]
