import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { AskedOpinion, opinionKinds } from './review.ts'
import { caseStates } from './state.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })
const Named = z.object({ id: z.string(), name: z.string() })
const zone = z.string()
const reason = z.string().trim().min(1).max(2000)

/** A case of the stage as the round names it. */
const StageCase = z.object({ id: z.string(), matter: Bilingual, department: z.string(), state: z.enum(caseStates) })

/** A round of opinions over all cases of a stage that were in handling when it was opened (阶段并联审查). */
export const StageReview = z.object({
  id: z.string(),
  version: z.number().int(),
  stage: z.object({ code: z.string(), name: Bilingual }),
  lead: Named,
  question: z.string().nullable(),
  askedOn: z.string(),
  closedOn: z.string().nullable(),
  conclusion: z.enum(opinionKinds).nullable(),
  reason: z.string().nullable(),
  asked: z.array(AskedOpinion),
  cases: z.array(StageCase),
  sample: z.boolean(),
  /** What the caller may do now. */
  may: z.object({ giveOpinion: z.boolean(), close: z.boolean() }),
})
export type StageReview = z.infer<typeof StageReview>

/** A stage of the project with cases in handling, over which a round may be opened. */
export const OpenStage = z.object({
  code: z.string(),
  name: Bilingual,
  /** Null: the zone has named none. */
  lead: Named.nullable(),
  cases: z.array(StageCase),
  /** Departments that answer for these cases, without the lead: whom a round would ask first. */
  departments: z.array(Named),
  /** Why the caller cannot open a round; null when it is possible. */
  refusal: Bilingual.nullable(),
})
export type OpenStage = z.infer<typeof OpenStage>

export const listStageReviews = endpoint({
  name: 'cases.listStageReviews',
  method: 'GET',
  path: '/api/zones/:zone/projects/:project/stage-reviews',
  permission: 'cases.read',
  effect: 'read',
  summary: { zh: '项目各阶段的并联审查', en: 'Joint reviews over the stages of a project' },
  input: z.object({ zone, project: z.uuid() }),
  output: z.object({
    stages: z.array(OpenStage),
    reviews: z.array(StageReview),
    /** Working days for an opinion where nothing else is said. */
    opinionDays: z.number().int(),
    silenceAgrees: z.boolean(),
  }),
})

export const openStageReview = endpoint({
  name: 'cases.openStageReview',
  method: 'POST',
  path: '/api/zones/:zone/projects/:project/stage-reviews',
  permission: 'cases.askOpinions',
  effect: 'write',
  summary: { zh: '发起阶段并联审查', en: 'Open a joint review over a stage' },
  input: z.object({
    zone,
    project: z.uuid(),
    stage: z.string().min(1).max(20),
    reason,
    departments: z
      .array(z.object({ id: z.uuid(), days: z.number().int().min(1).max(60).nullable().default(null) }))
      .min(1)
      .max(20),
    happenedOn: z.iso.date().optional(),
  }),
  output: StageReview,
})

const step = { zone, id: z.uuid(), version: z.number().int(), opinion: z.enum(opinionKinds), reason }

export const giveStageOpinion = endpoint({
  name: 'cases.giveStageOpinion',
  method: 'POST',
  path: '/api/zones/:zone/stage-reviews/:id/give-opinion',
  permission: 'cases.giveOpinion',
  effect: 'write',
  summary: { zh: '阶段并联审查：出具意见', en: 'Joint review over a stage: give an opinion' },
  input: z.object({ ...step, happenedOn: z.iso.date().optional() }),
  output: StageReview,
})

export const closeStageReview = endpoint({
  name: 'cases.closeStageReview',
  method: 'POST',
  path: '/api/zones/:zone/stage-reviews/:id/close',
  permission: 'cases.concludeReview',
  effect: 'write',
  summary: { zh: '阶段并联审查：汇总结论', en: 'Joint review over a stage: conclude' },
  input: z.object({ ...step, happenedOn: z.iso.date().optional() }),
  output: StageReview,
})
