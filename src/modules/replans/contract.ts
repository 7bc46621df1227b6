import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { Difference, PlanCause } from '../plans/contract/difference.ts'
import { milestoneNames } from '../plans/contract/scenario.ts'

const MilestoneName = z.enum(milestoneNames as [(typeof milestoneNames)[number]])

/** One line of the history of a plan: what moved it, when, and by how much. */
export const PlanChange = z.object({
  id: z.string(),
  /** Order within the project, from 1. */
  ordinal: z.number().int(),
  at: z.string(),
  onDay: z.string(),
  /** With the cause `time`: the day after which nothing was done. */
  sinceDay: z.string().nullable(),
  cause: PlanCause,
  /** With the cause `basis`: which record said the other facts, such as the parcel of the project. */
  because: z.object({ zh: z.string(), en: z.string() }).optional(),
  matter: z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }) }).nullable(),
  caseId: z.string().nullable(),
  /** What was done last in the case, as a code of its steps. */
  verb: z.string().nullable(),
  /** Empty for what nobody did: time, a calendar, the zone's reforms. */
  actorName: z.string(),
  in: Difference.shape.in,
  out: Difference.shape.out,
  moved: Difference.shape.moved,
  milestones: Difference.shape.milestones,
})
export type PlanChange = z.infer<typeof PlanChange>

export const listPlanChanges = endpoint({
  name: 'replans.listPlanChanges',
  method: 'GET',
  path: '/api/zones/:zone/projects/:id/plan-changes',
  permission: 'replans.read',
  effect: 'read',
  summary: {
    zh: '方案变动：是什么移动了方案，移动了多少',
    en: 'History of a plan: what moved it, and by how many working days',
  },
  input: z.strictObject({
    zone: z.string(),
    id: z.uuid(),
    /** Only what moved this milestone. */
    milestone: MilestoneName.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    /** `next` of the page before. */
    before: z.coerce.number().int().min(1).optional(),
  }),
  output: z.object({
    changes: z.array(PlanChange),
    /** Names of the matters that the changes speak of, by code, as the catalogues of the time had them. */
    names: z.record(z.string(), z.object({ zh: z.string(), en: z.string() })),
    next: z.number().int().nullable(),
  }),
})
