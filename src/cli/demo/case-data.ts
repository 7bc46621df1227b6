import { z } from 'zod'
import { opinionKinds } from '../../modules/cases/contract/review.ts'
import { decisionResults } from '../../modules/cases/contract/state.ts'
import { verbs } from '../../modules/cases/contract/step-table.ts'
import { commitmentVerbs } from '../../modules/commitments/contract/steps.ts'

const day = z.int().max(-1).min(-450)
const refs = z.array(z.string())

/** One step of a case: the verb and what its form asks for. `on` is when it was recorded, `happened` when it happened. */
export const StepScript = z.strictObject({
  verb: z.enum(verbs),
  on: day,
  happened: day.optional(),
  reason: z.string().optional(),
  remedies: z.string().optional(),
  opinion: z.enum(opinionKinds).optional(),
  result: z.enum(decisionResults).optional(),
  promisedDays: z.int().optional(),
  paper: z.string().optional(),
  owed: refs.optional(),
  covered: refs.optional(),
  /** By code: what is wrong with it (correct). A list of codes where papers are handed in. */
  papers: z.union([z.record(z.string(), z.string()), refs]).optional(),
  /** Account that does it, when it is not the usual one. */
  by: z.string().optional(),
})
export type StepScript = z.infer<typeof StepScript>

/**
 * A case: filed `on` a day with every paper but those `without`. `done`: accepted at once, passed and delivered on that day;
 * otherwise `steps` tell what happened, and the last one is where it stands.
 */
export const CaseScript = z.strictObject({
  matter: z.string(),
  on: day,
  without: refs.default([]),
  covered: refs.default([]),
  done: day.optional(),
  steps: z.array(StepScript).default([]),
  /** Account of the applicant; the agent's when absent. */
  by: z.string().optional(),
  /** Account of the officer who handles it; `officer` when absent. */
  officer: z.string().optional(),
})
export type CaseScript = z.infer<typeof CaseScript>

/** Drafted from the plan on a day; then, one by one, `matter/paper` and what became of it. */
export const CommitmentScript = z.strictObject({
  on: day,
  /** Account of the enterprise that signs. */
  by: z.string(),
  acts: z.array(
    z.strictObject({
      of: z.string().regex(/^[a-z-]+\/[a-z-]+$/),
      verb: z.enum(commitmentVerbs),
      on: day,
      reason: z.string().optional(),
      days: z.int().optional(),
    }),
  ),
})
export type CommitmentScript = z.infer<typeof CommitmentScript>
