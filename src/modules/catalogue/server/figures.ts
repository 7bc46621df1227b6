import { figure } from '../../../kernel/figure.ts'
import type { FigureSource } from '../../../platform/module.ts'
import type {} from './table.ts'

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'matters.delegated',
      label: { zh: '承接赋权事项', en: 'Delegated matters taken over' },
      unit: { zh: '项', en: 'matter' },
      definition: {
        zh: '台账中未归档的赋权事项，省、市、县各级合计',
        en: 'Delegated matters in the ledger, of province, city and county together; archived ones not counted',
      },
      op: 'count',
    }),
    kind: 'catalogue.delegatedMatter',
    rows: async (db, zoneId) => {
      const rows = await db
        .selectFrom('catalogue.delegated_matters')
        .select(['id', 'name'])
        .where('zone_id', '=', zoneId)
        .where('archived_at', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map(({ id, name }) => ({ id, name, value: 1 }))
    },
  },
]
