import { z } from 'zod'

const factors = z.array(z.number().positive().max(10)).min(1).max(64)

/** What a forecast assumes where the zone's own cases are too few: data (`data/forecast/rules.json`), each with its source and confidence. */
export const ForecastRules = z.strictObject({
  note: z.string(),
  validFrom: z.string(),
  /** Cases decided longer ago tell nothing of today. */
  measuredWithinDays: z.int().positive(),
  /** Fewer decided cases of a matter than these are too few to draw from. */
  minimumCases: z.int().positive(),
  /** Fewer owed papers than these give no rate of their own; then `owedLapse` of them lapse. */
  minimumOwed: z.int().positive(),
  owedLapse: z.number().min(0).max(1),
  /** Cases that one officer works on at once, unless the desk has carried more. */
  casesAtOnce: z.int().positive(),
  /** So many working days ahead absences are counted: their share makes the desk smaller. */
  absenceDays: z.int().positive(),
  /** What an authority's name begins with when the project itself does the work: nobody's desk. */
  ownWork: z.array(z.string().min(1)),
  /** Multiples of the catalogue's days, each as likely as the others. */
  spread: z.strictObject({ handling: factors, preparation: factors, works: factors }),
  runs: z.int().positive(),
  mostRuns: z.int().positive(),
  sources: z.record(z.string(), z.strictObject({ text: z.string(), confidence: z.enum(['V', 'P', 'M', 'E']) })),
})
export type ForecastRules = z.infer<typeof ForecastRules>
