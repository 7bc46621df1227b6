import { z } from 'zod'
import { readDataFile } from '../../../platform/data-files.ts'
import { MatchRules } from '../contract/criteria.ts'
import { ShippedThreshold } from '../contract/threshold.ts'

let shipped: MatchRules | undefined

/** How needs weigh against one another, as the installation says. */
export function matchRules(): MatchRules {
  shipped ??= MatchRules.parse(readDataFile('sites/matching.json'))
  return shipped
}

const Thresholds = z.strictObject({ note: z.string(), thresholds: z.array(ShippedThreshold) })
let floors: readonly ShippedThreshold[] | undefined

/** Floors and ceilings that bind where a zone has none of its own. */
export function shippedThresholds(): readonly ShippedThreshold[] {
  floors ??= Thresholds.parse(readDataFile('sites/thresholds.json')).thresholds
  return floors
}
