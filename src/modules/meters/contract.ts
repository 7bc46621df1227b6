import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { type Medium, mediumLabels } from './contract/meter.ts'

/** Use of one meter in one year, in the units of its medium. Null: not known. */
export const MeterYear = z.object({
  id: z.string(),
  number: z.string(),
  medium: z.enum(Object.keys(mediumLabels) as [Medium, ...Medium[]]),
  of: z.string().nullable(),
  /** What is known of the year; null: nothing. */
  total: z.number().nullable(),
  /** Months that the total covers, of those that the meter stood and that have ended. */
  known: z.int(),
  expected: z.int(),
  months: z.array(z.object({ month: z.string(), use: z.number().nullable() })),
  findings: z.array(z.object({ month: z.string(), zh: z.string(), en: z.string() })),
  sample: z.boolean(),
})
export type MeterYear = z.infer<typeof MeterYear>

export const listMeterYears = endpoint({
  name: 'meters.listYears',
  method: 'GET',
  path: '/api/zones/:zone/meter-years',
  permission: 'meters.read',
  effect: 'read',
  summary: { zh: '计量年度用量、完整性和异常', en: 'Use of a year by meter, how complete, what is unusual' },
  input: z.strictObject({ zone: z.string(), year: z.coerce.number().int().min(2000).max(2100).optional() }),
  output: z.object({
    year: z.int(),
    meters: z.array(MeterYear),
    rule: z.object({ jumpFactor: z.number(), overMonths: z.int(), source: z.string() }),
  }),
})
