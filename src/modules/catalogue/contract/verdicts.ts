import { z } from 'zod'
import { FactDeclaration } from '../../matters/contract/catalogue.ts'
import { VerdictShape } from '../../matters/contract/verdict.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })

/** A rule tried on projects while it is being written. */
export const Trial = z.object({
  /** Where and why it does not compile: 0-based, end excluded; null when it does. */
  error: z.object({ text: Bilingual, from: z.number().int(), to: z.number().int() }).nullable(),
  reads: z.array(z.string()),
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** A project of the zone, or one of the sample projects that come with the catalogue. */
      kind: z.enum(['project', 'example']),
      outcome: VerdictShape.shape.outcome,
      conditions: VerdictShape.shape.conditions,
      missing: z.array(z.string()),
      /** The facts that the rule reads, as the project has them: an example for the matter's own tests. */
      facts: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])),
    }),
  ),
})
export type Trial = z.infer<typeof Trial>

/** The words that a rule may use. */
export const Vocabulary = z.object({ facts: z.array(FactDeclaration) })

const Days = z.object({ contract: z.number(), permit: z.number(), production: z.number() }).partial()
const Dates = z.object({
  contract: z.string().nullable(),
  permit: z.string().nullable(),
  production: z.string().nullable(),
})

/** What the draft would do to one project's plan. */
export const Effect = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['project', 'example']),
  /** Working days: negative is earlier; absent where either plan has no such milestone. */
  moved: Days,
  before: Dates,
  after: Dates,
  in: z.array(Bilingual),
  out: z.array(Bilingual),
  /** How many other matters end on another day. */
  shifted: z.number().int(),
  /** Facts of the project that the draft no longer knows: they are left out. */
  dropped: z.array(z.string()),
})
export type Effect = z.infer<typeof Effect>
