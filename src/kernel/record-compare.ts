import { z } from 'zod'

/** A record as it was after one event of its history; personal values masked. */
const ComparedState = z.object({ at: z.string(), actor: z.string(), values: z.record(z.string(), z.unknown()) })
export type ComparedState = z.infer<typeof ComparedState>

export const CompareInput = z.strictObject({
  zone: z.string(),
  id: z.uuid(),
  /** Ids of events of its history; without `to`: as it is now. */
  from: z.uuid(),
  to: z.uuid().optional(),
})

export const CompareOutput = z.object({
  from: ComparedState,
  to: ComparedState,
  /** By id, what refs of both point at. */
  names: z.record(z.string(), z.string()),
})
export type CompareOutput = z.infer<typeof CompareOutput>
