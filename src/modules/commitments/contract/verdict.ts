import { z } from 'zod'
import { outcomes } from '../../../kernel/verdict.ts'

/** Whether a commitment may be signed, rule by rule. */
export const CommitVerdict = z.object({
  outcome: z.enum(outcomes),
  reasons: z.array(
    z.object({
      sentence: z.object({ zh: z.string(), en: z.string() }),
      outcome: z.enum(outcomes),
      /** Codes of the facts that are missing. */
      missing: z.array(z.string()),
      source: z.string(),
      confidence: z.string(),
    }),
  ),
})
export type CommitVerdict = z.infer<typeof CommitVerdict>
