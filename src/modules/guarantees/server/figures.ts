import { figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { need } from '../contract/need.ts'
import { standingOf } from '../domain/guarantee.ts'
import { entryOf } from './read.ts'
import { listStored } from './store.ts'

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'guarantees.open',
      label: { zh: '未到位的要素需求', en: 'Needs of elements not delivered' },
      unit: { zh: '项', en: 'need' },
      definition: {
        zh: '未归档、到位数量小于需求数量的要素需求，不论是否已承诺',
        en: 'Needs not archived of which less was delivered than needed, promised or not',
      },
      op: 'count',
    }),
    kind: need.name,
    rows: async (db, zoneId, { now }) => {
      const open = (await listStored(db, zoneId)).filter(({ row, entries }) => {
        const of = { quantity: Number(row.quantity), neededOn: row.needed_on }
        return standingOf(of, entries.map(entryOf), legalDayOf(now)).outstanding > 0
      })
      return open.map(({ row }) => ({ id: row.id, name: row.title, value: 1 }))
    },
  },
]
