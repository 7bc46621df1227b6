import { figure } from '../../../kernel/figure.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { Batch, Stay } from '../contract/reception.ts'
import type {} from './table.ts'

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'talent.stays.personTimes',
      label: { zh: '人才公寓接待人次', en: 'Apartment stays, person-times' },
      unit: { zh: '人次', en: 'person-time' },
      definition: {
        zh: '未归档的入住人次登记；同一人来两次计两次，长期租住另计',
        en: 'Stays not archived; who comes twice counts twice, tenancies are not counted',
      },
      op: 'count',
    }),
    kind: Stay.name,
    rows: async (db, zoneId) => {
      const rows = await db
        .selectFrom('stays.stays')
        .select(['id', 'title as name'])
        .where('zone_id', '=', zoneId)
        .where('archived_at', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map((row) => ({ ...row, value: 1 }))
    },
  },
  {
    figure: figure({
      key: 'talent.stays.batches',
      label: { zh: '人才公寓接待批次', en: 'Apartment stays, batches' },
      unit: { zh: '批次', en: 'batch' },
      definition: {
        zh: '未归档的接待批次，一个专家团算一批',
        en: 'Batches not archived; a delegation is one batch',
      },
      op: 'count',
    }),
    kind: Batch.name,
    rows: async (db, zoneId) => {
      const rows = await db
        .selectFrom('stays.batches')
        .select(['id', 'title as name'])
        .where('zone_id', '=', zoneId)
        .where('archived_at', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map((row) => ({ ...row, value: 1 }))
    },
  },
]
