import { z } from 'zod'
import { FactValues } from '../../matters/contract/fact-values.ts'
import { Progress } from '../../projects/contract/progress.ts'
import { Switches } from '../../zones/contract/switches.ts'
import { ScenarioName } from './scenario.ts'

/**
 * Single lawful changes on top of the switches, each addressed by codes.
 * `relax`: inputs as `matter/ref` that are treated as the catalogue allows although their switch is off.
 * `handling`: a desk promises this many working days instead (never below the floor).
 * `slips`: the start of a matter is late by so many working days (halves allowed).
 */
export const Changes = z.object({
  relax: z.array(z.string()).default([]),
  handling: z.record(z.string(), z.number().nonnegative()).default({}),
  slips: z.record(z.string(), z.number().nonnegative()).default({}),
})
export type Changes = z.infer<typeof Changes>

/** What a plan is computed from. Give a scenario, or switches of your own. */
export const PlanRequest = z.object({
  zone: z.string().optional(),
  facts: FactValues,
  start: z.string(),
  scenario: ScenarioName.optional(),
  switches: Switches.optional(),
  changes: Changes.optional(),
  progress: Progress.optional(),
})
export type PlanRequest = z.infer<typeof PlanRequest>
