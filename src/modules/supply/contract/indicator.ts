import { z } from 'zod'
import { phases } from './words.ts'

/** One control indicator as the notice and the contract state it: a snapshot with the version that it came from, never a lookup. */
export const AgreedIndicator = z.strictObject({
  /** `invest-intensity`, `tax-per-mu`, … */
  code: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(60),
  op: z.enum(['gte', 'lte']),
  value: z.number(),
  unit: z.string().trim().max(30),
  phase: z.enum(phases),
  /** Of the land price, that a penalty comes to at most; null: no cap. */
  capPercent: z.number().min(0).max(100).nullable().default(null),
  /** Threshold version: where the number comes from. */
  source: z.string().trim().min(1).max(300),
})
export type AgreedIndicator = z.infer<typeof AgreedIndicator>
