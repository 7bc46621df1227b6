import { z } from 'zod'
import { FactValues } from '../../matters/contract/fact-values.ts'
import { Switches } from '../../zones/contract/switches.ts'
import { Milestones, PlannedMatter } from './plan.ts'
import { milestoneNames } from './scenario.ts'

/**
 * Why the plan of a running project is another one than before. `begin`: it is its first. `case`: a step of a case. `basis`: its facts or
 * first day. `time`: days went by in which nobody filed or decided what could be.
 */
export const causes = ['begin', 'case', 'basis', 'catalogue', 'calendar', 'reforms', 'time'] as const
export const PlanCause = z.enum(causes)
export type PlanCause = z.infer<typeof PlanCause>

/** What happened to one matter; `mark` is another one after every change of its cases. */
const Past = z.object({
  filed: z.string(),
  expected: z.string().optional(),
  finished: z.string().optional(),
})

/** All that the plan of a running project is computed from. `calendar` stands for the zone's calendar: another text, another calendar. */
export const PlanInputs = z.object({
  facts: FactValues,
  startOn: z.string(),
  catalogueVersionId: z.string(),
  switches: Switches,
  calendar: z.string(),
  today: z.string(),
  matters: z.record(z.string(), Past),
  marks: z.record(z.string(), z.string()),
})
export type PlanInputs = z.infer<typeof PlanInputs>

/** What is kept of a plan to compare the next one with. */
export const KeptPlan = z.object({
  dayZero: z.string(),
  matters: z.array(
    PlannedMatter.pick({ code: true, applies: true, start: true, finish: true, prior: true, holds: true }).extend({
      startDate: z.string().nullable(),
      finishDate: z.string().nullable(),
    }),
  ),
  milestones: Milestones,
})
export type KeptPlan = z.infer<typeof KeptPlan>

/** A plan with what it was computed from. */
export const Kept = z.object({ inputs: PlanInputs, plan: KeptPlan })
export type Kept = z.infer<typeof Kept>

const changed = { code: z.string(), why: z.string() }

/** A milestone that came in, went out, or moved: working days, positive = later; null where there is nothing to subtract. */
export const MilestoneMove = z.object({
  name: z.enum(milestoneNames as [(typeof milestoneNames)[number]]),
  days: z.number().nullable(),
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
})
export type MilestoneMove = z.infer<typeof MilestoneMove>

/** What one cause made of a plan. Of `moved`, positive days are later. Reasons are codes as `Comparison` has them. */
export const Difference = z.object({
  cause: PlanCause,
  /** The matter whose case it was. */
  matter: z.string().nullable(),
  in: z.array(z.object(changed)),
  out: z.array(z.object(changed)),
  moved: z.array(
    z.object({ ...changed, days: z.number(), fromOn: z.string().nullable(), toOn: z.string().nullable() }),
  ),
  milestones: z.array(MilestoneMove),
})
export type Difference = z.infer<typeof Difference>
