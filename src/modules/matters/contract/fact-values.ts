import { z } from 'zod'

/** What is known of a project, by the codes of the catalogue's facts. Null and absence both mean unknown. */
export const FactValues = z.record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.null()]))
export type FactValues = z.infer<typeof FactValues>
