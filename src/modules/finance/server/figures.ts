import { figure } from '../../../kernel/figure.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { Need } from '../contract/need.ts'
import type {} from './table.ts'

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'finance.openNeeds',
      label: { zh: '在找资金的需求', en: 'Open finance needs' },
      unit: { zh: '项', en: 'need' },
      definition: {
        zh: '未归档、状态为“在找”的融资需求，不论是否已选产品',
        en: 'Needs not archived that are open, whether or not a product was chosen',
      },
      op: 'count',
    }),
    kind: Need.name,
    rows: async (db, zoneId) => {
      const rows = await db
        .selectFrom('finance.needs')
        .select(['id', 'title'])
        .where('zone_id', '=', zoneId)
        .where('archived_at', 'is', null)
        .where('open', '=', 'yes')
        .orderBy('id')
        .execute()
      return rows.map(({ id, title }) => ({ id, name: title, value: 1 }))
    },
  },
  {
    figure: figure({
      key: 'finance.granted',
      label: { zh: '对接获批金额', en: 'Granted through matching' },
      unit: { zh: '元', en: 'CNY' },
      definition: {
        zh: '未归档、状态为已获批的融资对接的获批金额之和',
        en: 'Sum of what was granted on matched needs, not archived; what is still under way is not counted',
      },
      op: 'sum',
    }),
    kind: 'finance.offer',
    table: 'finance.offers',
    rows: async (db, zoneId) => {
      const rows = await db
        .selectFrom('finance.offers as o')
        .innerJoin('finance.needs as n', (join) =>
          join.onRef('n.zone_id', '=', 'o.zone_id').onRef('n.id', '=', 'o.need_id'),
        )
        .select(['o.id', 'n.title', 'o.amount_yuan'])
        .where('o.zone_id', '=', zoneId)
        .where('o.archived_at', 'is', null)
        .where('o.state', '=', 'granted')
        .orderBy('o.id')
        .execute()
      return rows.map(({ id, title, amount_yuan }) => ({ id, name: title, value: amount_yuan ?? '0' }))
    },
  },
]
