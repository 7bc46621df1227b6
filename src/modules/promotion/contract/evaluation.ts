import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

const zone = z.string()

export const CriterionResult = z.object({
  code: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  guidance: z.object({ zh: z.string(), en: z.string() }).nullable(),
  weight: z.number(),
  /** Mean of the judges' marks; null: nobody has marked it. */
  mark: z.number().nullable(),
  marks: z.array(z.object({ judge: z.string(), mark: z.number(), evidence: z.string(), on: z.string() })),
  source: z.string(),
  confidence: z.string(),
})

/** Derived from the marks and the sheet of the day, never stored. */
export const EvaluationResult = z.object({
  /** Weighted, 0 to 100; null until every criterion has a mark. */
  score: z.number().nullable(),
  passes: z.boolean().nullable(),
  passMark: z.number(),
  judges: z.int(),
  missing: z.array(z.string()),
  criteria: z.array(CriterionResult),
})
export type EvaluationResult = z.infer<typeof EvaluationResult>

export const judgeLead = endpoint({
  name: 'promotion.judgeLead',
  method: 'POST',
  path: '/api/zones/:zone/leads/:id/marks',
  permission: 'promotion.judge',
  effect: 'write',
  summary: { zh: '研判评分，每项附依据', en: 'Mark a lead on the sheet, with evidence for each mark' },
  input: z.strictObject({
    zone,
    id: z.uuid(),
    marks: z
      .array(
        z.strictObject({
          code: z.string().max(40),
          mark: z.number().min(0).max(100),
          evidence: z.string().trim().min(1).max(500),
        }),
      )
      .min(1)
      .max(50),
  }),
  output: EvaluationResult,
})
