import { figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { CarbonSaving } from '../contract/carbon-saving.ts'
import type {} from './table.ts'

export const carbonFigures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'carbon.avoided',
      label: { zh: '年减排量', en: 'Carbon avoided a year' },
      unit: { zh: '吨二氧化碳当量/年', en: 't CO2e/a' },
      definition: {
        zh: '未归档、当日在起止日期之内的碳减排记录的年减排量之和（二氧化碳当量；一氧化碳不是二氧化碳，不计）',
        en: 'Sum of what the carbon savings not archived, begun and not ended on the day, avoid in a year (CO2 equivalent; carbon monoxide is not counted as such)',
      },
      op: 'sum',
    }),
    kind: CarbonSaving.name,
    rows: async (db, zoneId, { now }) => {
      const day = legalDayOf(now)
      const rows = await db
        .selectFrom('enterprises.carbon_savings')
        .select(['id', 'name', 'tonnes_per_year'])
        .where('zone_id', '=', zoneId)
        .where('archived_at', 'is', null)
        .where('from_on', '<=', day)
        .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>', day)]))
        .orderBy('id')
        .execute()
      return rows.map(({ id, name, tonnes_per_year }) => ({ id, name, value: Number(tonnes_per_year) }))
    },
  },
]
