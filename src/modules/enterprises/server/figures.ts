import { figure } from '../../../kernel/figure.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { capacityFigures } from './capacity-figures.ts'
import { carbonFigures } from './carbon-figures.ts'
import { honourFigures } from './honour-figures.ts'
import type {} from './table.ts'

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'enterprises.operating',
      label: { zh: '在产企业', en: 'Enterprises operating' },
      unit: { zh: '家', en: 'enterprise' },
      definition: { zh: '未归档、状态为在产的企业', en: 'Enterprises not archived whose status is operating' },
      op: 'count',
    }),
    kind: 'enterprises.enterprise',
    rows: async (db, zoneId) => {
      const rows = await db
        .selectFrom('enterprises.enterprises')
        .select(['id', 'name'])
        .where('zone_id', '=', zoneId)
        .where('status', '=', 'operating')
        .where('archived_at', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map(({ id, name }) => ({ id, name, value: 1 }))
    },
  },
  ...honourFigures,
  ...capacityFigures,
  ...carbonFigures,
]
