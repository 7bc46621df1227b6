import { figure } from '../../../kernel/figure.ts'
import type { FigureSource } from '../../../platform/module.ts'
import type {} from './table.ts'

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'writs.standing.count',
      label: { zh: '有效文书', en: 'Writs that stand' },
      unit: { zh: '份', en: 'writ' },
      definition: {
        zh: '本区出具、未作废、未被替代的文书',
        en: 'Writs of the zone that are neither void nor replaced',
      },
      op: 'count',
    }),
    kind: 'writs.writ',
    table: 'writs.writs',
    rows: async (db, zoneId) => {
      const rows = await db
        .selectFrom('writs.writs')
        .select(['id', 'number'])
        .where('zone_id', '=', zoneId)
        .where('state', '=', 'valid')
        .where('archived_at', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map(({ id, number }) => ({ id, name: number, value: 1 }))
    },
  },
]
