import { z } from 'zod'
import { readDataFile } from '../../../platform/data-files.ts'

const weight = z.number().min(0)
const Weights = z.strictObject({
  note: z.string(),
  candidates: z.strictObject({
    ...{ product: weight, industry: weight, similarNode: weight, neighbour: weight },
    ...{ least: weight, most: z.int().min(1).max(100) },
  }),
  postings: z.strictObject({
    ...{ product: weight, quantity: weight, region: weight, time: weight },
    ...{ least: weight, most: z.int().min(1).max(100) },
  }),
})
export type Weights = z.infer<typeof Weights>

let shipped: Weights | undefined

/** How the parts of a comparison weigh, as the installation says. */
export function matchingWeights(): Weights {
  shipped ??= Weights.parse(readDataFile('chains/matching.json'))
  return shipped
}
