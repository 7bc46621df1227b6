import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { annualItemNames, annualSourceNames } from './contract/items.ts'

const confidence = z.enum(['V', 'P', 'M', 'E'])

/** One value as one source says it. */
export const AnnualSaying = z.object({
  id: z.string(),
  source: z.enum(annualSourceNames),
  value: z.number(),
  basis: z.string().nullable(),
  confidence,
  /** This is the one that counts. */
  counts: z.boolean(),
  sample: z.boolean(),
})
export type AnnualSaying = z.infer<typeof AnnualSaying>

export const AnnualLine = z.object({
  item: z.enum(annualItemNames),
  /** The one that counts first, then in the order of the rule. */
  sayings: z.array(AnnualSaying),
  /** Largest less smallest, as a share of the one that counts; null with one source, or when that is 0. */
  spread: z.number().nullable(),
})
export type AnnualLine = z.infer<typeof AnnualLine>

export const Annuals = z.object({
  enterprise: z.object({ id: z.string(), name: z.string() }),
  /** The latest year first. */
  years: z.array(z.object({ year: z.number().int(), lines: z.array(AnnualLine) })),
  /** By which rule one source counts before another. */
  rule: z.object({ source: z.string(), confidence: z.string(), validFrom: z.string() }),
})
export type Annuals = z.infer<typeof Annuals>

export const getAnnuals = endpoint({
  name: 'annuals.getAnnuals',
  method: 'GET',
  path: '/api/zones/:zone/annuals/:id',
  permission: 'annuals.read',
  effect: 'read',
  summary: {
    zh: '一家企业的年度数据：各来源并列，标明以哪个为准',
    en: 'Annual values of an enterprise: all sources side by side, and which counts',
  },
  input: z.object({ zone: z.string(), id: z.uuid() }),
  output: Annuals,
})

export const AnnualRow = z.strictObject({
  enterprise: z.uuid(),
  year: z.int().min(1990).max(2100),
  item: z.enum(annualItemNames),
  value: z.number().min(-1e12).max(1e12),
  source: z.enum(annualSourceNames),
  basis: z.string().trim().max(300).nullable().default(null),
  confidence,
})
export type AnnualRow = z.infer<typeof AnnualRow>

export const enterValues = endpoint({
  name: 'annuals.enterValues',
  method: 'POST',
  path: '/api/zones/:zone/annuals/enter',
  permission: 'annuals.write',
  effect: 'write',
  summary: { zh: '成批录入年度数据', en: 'Enter many annual values at once' },
  input: z.strictObject({ zone: z.string(), rows: z.array(AnnualRow).min(1).max(5_000) }),
  output: z.object({
    added: z.number().int(),
    /** The same item of the same year from the same source was there: it stays as it is and is changed on its record. */
    known: z.number().int(),
  }),
})
