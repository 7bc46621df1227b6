import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { purposes } from './contract/words.ts'

/** The year's plan, and what of it was supplied by contract. */
export const getSupplyPlan = endpoint({
  name: 'supply.getPlan',
  method: 'GET',
  path: '/api/zones/:zone/land-plan',
  permission: 'supply.read',
  effect: 'read',
  summary: { zh: '年度供应计划：计划与已供', en: 'Supply plan of a year: planned and supplied' },
  /** The year of today when none is given. */
  input: z.strictObject({ zone: z.string(), year: z.coerce.number().int().min(2000).max(2100).optional() }),
  output: z.object({
    year: z.int(),
    plannedSqm: z.int(),
    suppliedSqm: z.number(),
    quarters: z.array(
      z.object({ quarter: z.enum(['q1', 'q2', 'q3', 'q4']), plannedSqm: z.int(), suppliedSqm: z.number() }),
    ),
    lines: z.array(
      z.object({
        ...{ id: z.string(), quarter: z.enum(['q1', 'q2', 'q3', 'q4']), purpose: z.enum(purposes), areaSqm: z.int() },
        parcel: z.object({ id: z.string(), name: z.string() }),
        /** Of the contract signed in the year; null: not supplied. */
        supplied: z.object({ contract: z.string(), areaSqm: z.number(), signedOn: z.string() }).nullable(),
      }),
    ),
  }),
})
