import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { rates } from './contract/rate.ts'

/** Where one project stands in a cohort: over the line too, under it only, still within its window, or not known. */
export const places = ['counted', 'missed', 'pending', 'unknown'] as const

/** A rate with everything that it was made of. `value` 0 to 1 or above; null: nothing to divide by. */
export const RateView = z.object({
  rate: z.enum(rates),
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number(),
  pending: z.int(),
  unknown: z.int(),
  rule: z.object({
    baseOn: z.string(),
    windowMonths: z.int().nullable(),
    leaveOutWithdrawn: z.boolean(),
    source: z.string(),
  }),
})
export type RateView = z.infer<typeof RateView>

export const CohortRow = z.object({
  id: z.string(),
  name: z.string(),
  place: z.enum(places),
  /** From which day on it belongs to the cohort, and when it reached what counts. */
  since: z.string().nullable(),
  reachedOn: z.string().nullable(),
  numerator: z.number(),
  denominator: z.number(),
})
export type CohortRow = z.infer<typeof CohortRow>

export const listRates = endpoint({
  name: 'rates.listRates',
  method: 'GET',
  path: '/api/zones/:zone/rates',
  permission: 'rates.read',
  effect: 'read',
  summary: {
    zh: '转化率：签约、开工、投产、达效、资金到位',
    en: 'Rates of signing, start, production, output, funding',
  },
  input: z.strictObject({ zone: z.string() }),
  output: z.object({ rates: z.array(RateView) }),
})

export const getCohort = endpoint({
  name: 'rates.getCohort',
  method: 'GET',
  path: '/api/zones/:zone/rates/:rate',
  permission: 'rates.read',
  effect: 'read',
  summary: { zh: '一个转化率由哪些项目算出', en: 'The projects from which a rate was made' },
  input: z.strictObject({ zone: z.string(), rate: z.enum(rates) }),
  output: z.object({ view: RateView, rows: z.array(CohortRow) }),
})
