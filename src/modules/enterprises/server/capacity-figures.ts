import { z } from 'zod'
import { type Figure, figure } from '../../../kernel/figure.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { Capacity, capacityUnits } from '../contract/capacity.ts'
import type {} from './table.ts'

type Unit = keyof typeof capacityUnits
const units = Object.keys(capacityUnits) as [Unit, ...Unit[]]

const Named = z.strictObject({
  note: z.string(),
  capacities: z.array(
    z.strictObject({
      figure: z.templateLiteral([z.string(), '.', z.string()]),
      code: z.string(),
      unit: z.enum(units),
      label: z.strictObject({ zh: z.string(), en: z.string() }),
    }),
  ),
})

/** One figure for every capacity that reports name by itself: the capacities which bear its code, in its unit. */
export const capacityFigures: readonly FigureSource[] = Named.parse(
  readDataFile('enterprises/named-capacities.json'),
).capacities.map(({ figure: key, code, unit, label }) => ({
  figure: figure({
    key: key as Figure['key'],
    label,
    unit: capacityUnits[unit],
    definition: {
      zh: `未归档、对外报告代号为“${code}”、单位为${capacityUnits[unit].zh}的产能之和；其他单位的不计`,
      en: `Sum of the capacities not archived with the code "${code}" in ${capacityUnits[unit].en}; those in other units are not counted`,
    },
    op: 'sum',
  }),
  kind: Capacity.name,
  rows: async (db, zoneId) => {
    const rows = await db
      .selectFrom('enterprises.capacities')
      .select(['id', 'product', 'amount'])
      .where('zone_id', '=', zoneId)
      .where('archived_at', 'is', null)
      .where('report_code', '=', code)
      .where('unit', '=', unit)
      .orderBy('id')
      .execute()
    return rows.map(({ id, product, amount }) => ({ id, name: product, value: Number(amount) }))
  },
}))
