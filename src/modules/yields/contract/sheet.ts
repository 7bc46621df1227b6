import { z } from 'zod'
import { measureNames } from './measures.ts'

const share = z.number().min(0).max(1)

const Line = z.strictObject({
  measure: z.enum(measureNames),
  /** The value that earns the full weight; it changes every year. */
  base: z.number().positive(),
  weight: z.number().positive(),
  /** `average`: who has no value gets the average points of the group. Else without it there is no score. */
  missing: z.literal('average').optional(),
})

/** 公式单: how points are given, capped and turned into grades. */
export const YieldSheet = z.strictObject({
  code: z.string(),
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  source: z.string(),
  confidence: z.enum(['V', 'P', 'M', 'E']),
  validFrom: z.iso.date(),
  /** Those below designated size take part from so much land on. */
  smallFromMu: z.number().min(0),
  /** Those with less land take part all the same where they have rented so much floor for so many years running. */
  smallRenting: z.strictObject({ fromSqm: z.number().positive(), years: z.int().min(1).max(10) }).optional(),
  /** Points of a line end at so many times its weight; null: no cap. */
  cap: z.number().positive().nullable(),
  /** An objection may be raised for so many days at least. */
  objectionDays: z.int().min(1),
  groups: z.strictObject({ aboveScale: z.array(Line).min(1), small: z.array(Line).min(1) }),
  /** Up to which share of a group, the best first, a grade goes; the rest is D. */
  quotas: z.strictObject({ A: share, B: share, C: share }),
})
export type YieldSheet = z.infer<typeof YieldSheet>
export type SheetLine = z.infer<typeof Line>
