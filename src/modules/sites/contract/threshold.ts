import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'

/** Control indicators that a site and a layout are held against; codes as standard land has them. */
export const thresholdLabels = {
  'plot-ratio': { zh: '容积率', en: 'Floor-area ratio', unit: { zh: '', en: '' } },
  'building-factor': { zh: '建筑系数', en: 'Building factor', unit: { zh: '%', en: '%' } },
  'office-share': { zh: '办公生活用地占比', en: 'Office share of land', unit: { zh: '%', en: '%' } },
  'green-ratio': { zh: '绿地率', en: 'Green', unit: { zh: '%', en: '%' } },
  'invest-intensity': {
    ...{ zh: '固定资产投资强度', en: 'Fixed investment a mu' },
    unit: { zh: '万元/亩', en: '10k CNY/mu' },
  },
  'tax-per-mu': { zh: '亩均税收', en: 'Tax a mu', unit: { zh: '万元/亩·年', en: '10k CNY/mu·year' } },
} as const satisfies Readonly<Record<string, Label & { readonly unit: Label }>>

export type ThresholdCode = keyof typeof thresholdLabels
const codes = Object.keys(thresholdLabels) as [ThresholdCode, ...ThresholdCode[]]

/** A floor or ceiling as the installation ships it. Empty lists: every level of zone, every industry. */
export const ShippedThreshold = z.strictObject({
  code: z.enum(codes),
  op: z.enum(['gte', 'lte']),
  value: z.number(),
  levels: z.array(z.string()),
  industries: z.array(z.string()),
  validFrom: z.iso.date(),
  validUntil: z.iso.date().nullable(),
  confidence: z.enum(['V', 'P', 'M', 'E']),
  source: z.string(),
})
export type ShippedThreshold = z.infer<typeof ShippedThreshold>
