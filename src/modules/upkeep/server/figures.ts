import { figure } from '../../../kernel/figure.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { fault } from '../contract/fault.ts'
import { faultsIn } from './store.ts'

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'upkeep.open',
      label: { zh: '未修好的报修', en: 'Faults not mended' },
      unit: { zh: '件', en: 'fault' },
      definition: {
        zh: '待接单和维修中、未归档的报修',
        en: 'Faults that wait or are being mended, not archived',
      },
      op: 'count',
    }),
    kind: fault.name,
    rows: async (db, zoneId) => {
      const rows = await faultsIn(db, zoneId).where('state', 'in', ['reported', 'taken']).orderBy('id').execute()
      return rows.map(({ id, title }) => ({ id, name: title, value: 1 }))
    },
  },
  {
    figure: figure({
      key: 'upkeep.grade',
      label: { zh: '维修评价平均分', en: 'Average grade of mendings' },
      unit: { zh: '分', en: 'of 5' },
      definition: {
        zh: '已评价、未归档的报修，1 至 5 分的平均；没有评价的不计',
        en: 'Average of 1 to 5 over faults that were rated and are not archived; those without a grade are left out',
      },
      op: 'average',
    }),
    kind: fault.name,
    rows: async (db, zoneId) => {
      const rows = await faultsIn(db, zoneId).where('grade', 'is not', null).orderBy('id').execute()
      return rows.map(({ id, title, grade }) => ({ id, name: title, value: grade ?? 0 }))
    },
  },
]
