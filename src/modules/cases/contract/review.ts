import { z } from 'zod'

export const opinionKinds = ['agree', 'agree_with_conditions', 'disagree'] as const
export type OpinionKind = (typeof opinionKinds)[number]

/** One department that was asked in a joint review (联合审查), as pages show it. */
export const AskedOpinion = z.object({
  departmentId: z.string(),
  department: z.string(),
  askedOn: z.string(),
  dueOn: z.string().nullable(),
  /** waiting: its day has not come; overdue: its day has passed without a word; assumed: silence counted as agreement by the zone's rule. */
  status: z.enum(['waiting', 'overdue', 'given', 'givenLate', 'none', 'assumed']),
  late: z.number(),
  opinion: z.enum(opinionKinds).nullable(),
  reason: z.string().nullable(),
  givenOn: z.string().nullable(),
  by: z.string().nullable(),
})
export type AskedOpinion = z.infer<typeof AskedOpinion>

/** The round of opinions that the lead department has asked for; the latest one. */
export const JointReview = z.object({
  /** Held over a whole stage of the project; null: over this case alone. */
  stage: z.object({ id: z.string(), name: z.object({ zh: z.string(), en: z.string() }), lead: z.string() }).nullable(),
  round: z.number().int(),
  askedOn: z.string(),
  question: z.string().nullable(),
  concludedOn: z.string().nullable(),
  conclusion: z.enum(opinionKinds).nullable(),
  reason: z.string().nullable(),
  asked: z.array(AskedOpinion),
})
export type JointReview = z.infer<typeof JointReview>
