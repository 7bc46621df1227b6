import { z } from 'zod'
import { outcomes } from '../../../kernel/verdict.ts'

export const Citation = z.object({
  title: z.string(),
  article: z.string(),
  year: z.number().nullable(),
  confidence: z.string(),
  note: z.string().nullable(),
})

/** A verdict on the wire: the kernel's Verdict with its conditions, missing facts and law. */
export const VerdictShape = z.object({
  outcome: z.enum(outcomes),
  conditions: z.array(
    z.object({
      text: z.string(),
      outcome: z.enum(outcomes),
      facts: z.array(z.object({ code: z.string(), value: z.union([z.boolean(), z.number(), z.string(), z.null()]) })),
    }),
  ),
  missing: z.array(z.string()),
  citations: z.array(Citation),
})
