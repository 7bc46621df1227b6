import { z } from 'zod'

/**
 * What has happened in a running project, by matter: legal days. `expected` is the day on which the clock of a filed case
 * ends, with its suspensions. What has happened is fixed; what is not filed yet is filed on `today` at the earliest.
 */
export const Progress = z.object({
  today: z.string(),
  matters: z.record(
    z.string(),
    z.object({ filed: z.string(), expected: z.string().optional(), finished: z.string().optional() }),
  ),
})
export type Progress = z.infer<typeof Progress>
