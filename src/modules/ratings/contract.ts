import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { appealStates, RatingGrade, ratingReasons, ratingVerbs } from './contract/rating.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })
const Day = z.string()
const zone = z.string()
const words = z.string().trim().min(1).max(2000)

/** A rating as its rater sees it. */
export const OwnRating = z.object({
  id: z.string(),
  caseId: z.string(),
  matter: Bilingual,
  department: z.string(),
  /** Null: the rater did not want to rate, and is not asked again. */
  grade: RatingGrade.nullable(),
  ratedOn: Day,
  reasonsGiven: z.boolean(),
  calledOn: Day.nullable(),
  answer: z.string().nullable(),
  answeredOn: Day.nullable(),
})
export type OwnRating = z.infer<typeof OwnRating>

export const ToRate = z.object({ caseId: z.string(), matter: Bilingual, department: z.string(), decidedOn: Day })
export type ToRate = z.infer<typeof ToRate>

export const listOwnRatings = endpoint({
  name: 'ratings.listOwnRatings',
  method: 'GET',
  path: '/api/zones/:zone/ratings/own',
  permission: 'ratings.rate',
  effect: 'read',
  summary: { zh: '我的评价与可评价的办件', en: 'My ratings, and cases that I may rate' },
  input: z.object({ zone }),
  output: z.object({ toRate: z.array(ToRate), ratings: z.array(OwnRating) }),
})

export const rateCase = endpoint({
  name: 'ratings.rateCase',
  method: 'POST',
  path: '/api/zones/:zone/ratings',
  permission: 'ratings.rate',
  effect: 'write',
  summary: { zh: '评价一个办件（一事一评）', en: 'Rate a decided case, once' },
  /** `grade` null: not rated, and never asked again. */
  input: z.strictObject({ zone, case: z.uuid(), grade: RatingGrade.nullable() }),
  output: OwnRating,
})

export const giveReasons = endpoint({
  name: 'ratings.giveReasons',
  method: 'POST',
  path: '/api/zones/:zone/ratings/:id/reasons',
  permission: 'ratings.rate',
  effect: 'write',
  summary: { zh: '补充评价理由', en: 'Say why, after the grade' },
  input: z.strictObject({
    zone,
    id: z.uuid(),
    reasons: z.array(z.enum(ratingReasons)).max(7).default([]),
    words: z.string().trim().max(1000).nullable().default(null),
  }),
  output: OwnRating,
})

/** A bad rating as whoever calls back sees it: never who handled the case. */
export const BadRating = z.object({
  id: z.string(),
  version: z.number().int(),
  caseId: z.string(),
  matter: Bilingual,
  department: z.string(),
  enterpriseName: z.string(),
  raterName: z.string(),
  grade: RatingGrade,
  ratedOn: Day,
  reasons: z.array(z.enum(ratingReasons)),
  words: z.string().nullable(),
  dueOn: Day.nullable(),
  overdue: z.boolean(),
  calledOn: Day.nullable(),
  calledBy: z.string().nullable(),
  callNote: z.string().nullable(),
  correctedOn: Day.nullable(),
  correction: z.string().nullable(),
  answeredOn: Day.nullable(),
  answer: z.string().nullable(),
  appeal: z
    .object({ state: z.enum(appealStates), reason: z.string(), by: z.string(), decision: z.string().nullable() })
    .nullable(),
  steps: z.array(z.enum(ratingVerbs)),
  sample: z.boolean(),
})
export type BadRating = z.infer<typeof BadRating>

export const listBadRatings = endpoint({
  name: 'ratings.listBadRatings',
  method: 'GET',
  path: '/api/zones/:zone/ratings/bad',
  permission: 'ratings.callBack',
  effect: 'read',
  summary: { zh: '要回访的差评', en: 'Bad ratings to call back, those still open first' },
  input: z.object({ zone }),
  output: z.object({ ratings: z.array(BadRating) }),
})

const step = z.strictObject({ zone, id: z.uuid(), version: z.number().int(), words })

export const callBack = endpoint({ ...stepOf('callBack', 'call-back'), input: step, output: BadRating })
export const correctRating = endpoint({ ...stepOf('correct', 'correct'), input: step, output: BadRating })
export const answerRating = endpoint({ ...stepOf('answer', 'answer'), input: step, output: BadRating })
export const appealRating = endpoint({ ...stepOf('appeal', 'appeal'), input: step, output: BadRating })
export const decideAppeal = endpoint({
  ...stepOf('decideAppeal', 'decide-appeal'),
  permission: 'ratings.decideAppeal',
  input: step.extend({ uphold: z.boolean() }),
  output: BadRating,
})

function stepOf(verb: (typeof ratingVerbs)[number], path: string) {
  const summaries = {
    callBack: { zh: '记录差评回访', en: 'Record the call-back of a bad rating' },
    correct: { zh: '记录差评整改', en: 'Record what was put right' },
    answer: { zh: '答复评价人', en: 'Answer the rater' },
    appeal: { zh: '对恶意差评申诉', en: 'Appeal against a malicious rating' },
    decideAppeal: { zh: '裁定差评申诉', en: 'Decide an appeal against a rating' },
  }
  return {
    name: `ratings.${verb}`,
    method: 'POST',
    path: `/api/zones/:zone/ratings/:id/${path}`,
    permission: 'ratings.callBack',
    effect: 'write',
    summary: summaries[verb],
  } as const
}

export const MatterRatings = z.object({
  matter: z.object({ code: z.string(), name: Bilingual }),
  count: z.number().int(),
  /** 0 to 1; null while there are too few ratings to hide who gave them. */
  satisfied: z.number().nullable(),
  bad: z.number().int().nullable(),
  badInTime: z.number().nullable(),
})
export type MatterRatings = z.infer<typeof MatterRatings>

export const listMatterRatings = endpoint({
  name: 'ratings.listMatterRatings',
  method: 'GET',
  path: '/api/zones/:zone/ratings/matters',
  permission: 'ratings.read',
  effect: 'read',
  summary: { zh: '各事项评价：满意率、差评按期办结率', en: 'Ratings by matter, never by person' },
  input: z.object({ zone }),
  output: z.object({ matters: z.array(MatterRatings) }),
})
