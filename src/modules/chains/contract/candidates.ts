import { z } from 'zod'

const Bilingual = z.object({ zh: z.string(), en: z.string() })

/** One stated reason of a score; `degree` from 0 to 1, null where it is not known. */
export const ScorePart = z.object({
  key: z.string(),
  weight: z.number(),
  degree: z.number().nullable(),
  reason: Bilingual,
})
export type ScorePart = z.infer<typeof ScorePart>

/** Who could fill a gap, with the reasons. */
export const FillingCandidate = z.object({
  kind: z.enum(['enterprise', 'project', 'lead']),
  of: z.object({ id: z.string(), name: z.string() }),
  status: z.string(),
  score: z.number().int(),
  atMost: z.number().int(),
  parts: z.array(ScorePart),
})
export type FillingCandidate = z.infer<typeof FillingCandidate>
