import { z } from 'zod'
import { Progress } from '../../projects/contract/progress.ts'
import { Milestones, Plan } from './plan.ts'

/** One matter that is late by itself: days more than the plan without the past gave it, waiting for others left out. */
export const Delay = z.object({
  code: z.string(),
  days: z.number(),
  /** `decided`: it took longer; `open`: it is in handling beyond its limit; `waiting`: it could have been filed already. */
  kind: z.enum(['decided', 'open', 'waiting']),
  /** True when it is on a longest path now, or was when it ended: it moves a milestone. */
  matters: z.boolean(),
})
export type Delay = z.infer<typeof Delay>

/** The plan of a running project: what has happened is fixed, the rest moves. */
export const ProjectPlan = z.object({
  projectId: z.string(),
  plan: Plan,
  progress: Progress,
  /** Milestones of the same plan as if nothing had happened: what was reckoned with at the start. */
  before: Milestones,
  /** Longest first. */
  delays: z.array(Delay),
  catalogueVersionId: z.string(),
  /** True when a newer catalogue is in force than the one that the project is pinned to. */
  newerCatalogue: z.boolean(),
})
export type ProjectPlan = z.infer<typeof ProjectPlan>
