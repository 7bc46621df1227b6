import { figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { FigureSource } from '../../../platform/module.ts'
import type {} from './table.ts'

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'tailored.confirmed',
      label: { zh: '执行中的一企一策', en: 'Tailored plans being carried out' },
      unit: { zh: '份', en: 'plan' },
      definition: {
        zh: '未归档、已确认、尚未办结的一企一策（都经过公平竞争审查）',
        en: 'Plans not archived that are confirmed (each after a fair-competition review) and not closed',
      },
      op: 'count',
    }),
    kind: 'tailored.plan',
    table: 'tailored.plans',
    rows: async (db, zoneId) => {
      const rows = await db
        .selectFrom('tailored.plans')
        .select(['id', 'title'])
        .where('zone_id', '=', zoneId)
        .where('archived_at', 'is', null)
        .where('state', '=', 'confirmed')
        .orderBy('id')
        .execute()
      return rows.map(({ id, title }) => ({ id, name: title, value: 1 }))
    },
  },
  {
    figure: figure({
      key: 'tailored.itemsLate',
      label: { zh: '一企一策逾期事项', en: 'Items of tailored plans that are late' },
      unit: { zh: '项', en: 'item' },
      definition: {
        zh: '执行中的一企一策里，到期日早于当日、还没有结果的事项',
        en: 'Items without a result whose day lies before today, in confirmed plans that are not closed',
      },
      op: 'count',
    }),
    kind: 'tailored.item',
    table: 'tailored.items',
    rows: async (db, zoneId, { now }) => {
      const rows = await db
        .selectFrom('tailored.items as i')
        .innerJoin('tailored.plans as p', (join) =>
          join.onRef('p.zone_id', '=', 'i.zone_id').onRef('p.id', '=', 'i.plan_id'),
        )
        .select(['i.id', 'i.content'])
        .where('i.zone_id', '=', zoneId)
        .where('i.archived_at', 'is', null)
        .where('p.archived_at', 'is', null)
        .where('p.state', '=', 'confirmed')
        .where('i.state', '=', 'open')
        .where('i.due_on', '<', legalDayOf(now))
        .orderBy('i.id')
        .execute()
      return rows.map(({ id, content }) => ({ id, name: content, value: 1 }))
    },
  },
]
