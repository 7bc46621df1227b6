import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { agreementStates, reviewOutcomes } from './words.ts'

const zone = z.string()
const addressed = { zone, id: z.uuid() }
const versioned = { ...addressed, version: z.int() }

/** A rule of the regulation that the words of a clause point at. */
export const ClauseFlag = z.object({
  code: z.string(),
  article: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  advice: z.object({ zh: z.string(), en: z.string() }),
  /** The words that it was found by. */
  found: z.array(z.string()),
  source: z.string(),
  confidence: z.string(),
  review: z.object({ outcome: z.enum(reviewOutcomes), reason: z.string(), by: z.string(), on: z.string() }).nullable(),
})
export type ClauseFlag = z.infer<typeof ClauseFlag>

export const ClauseView = z.object({
  id: z.string(),
  place: z.int(),
  heading: z.string(),
  words: z.string(),
  flags: z.array(ClauseFlag),
})
export type ClauseView = z.infer<typeof ClauseView>

export const AgreementView = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  kind: z.string(),
  state: z.enum(agreementStates),
  amountYuan: z.string(),
  signedOn: z.string().nullable(),
  number: z.string().nullable(),
  lead: z.object({ id: z.string(), name: z.string(), company: z.string() }),
  clauses: z.array(ClauseView),
  /** Flags without a review that lets them pass. */
  toReview: z.int(),
  mayReview: z.boolean(),
  maySign: z.boolean(),
  sample: z.boolean(),
})
export type AgreementView = z.infer<typeof AgreementView>

export const getAgreement = endpoint({
  name: 'promotion.getAgreement',
  method: 'GET',
  path: '/api/zones/:zone/investment-agreements/:id/clauses',
  permission: 'promotion.read',
  effect: 'read',
  summary: { zh: '投资协议的条款与公平竞争提示', en: 'Clauses of an investment agreement with their flags' },
  input: z.strictObject(addressed),
  output: AgreementView,
})

export const listReviews = endpoint({
  name: 'promotion.listReviews',
  method: 'GET',
  path: '/api/zones/:zone/clause-reviews',
  permission: 'promotion.read',
  effect: 'read',
  summary: { zh: '起草中的协议与待审查条款', en: 'Drafts and what of them is to be reviewed' },
  input: z.strictObject({ zone }),
  output: z.object({
    agreements: z.array(
      AgreementView.pick({ id: true, title: true, state: true, amountYuan: true, toReview: true, lead: true }).extend({
        flags: z.int(),
      }),
    ),
  }),
})

export const setClauses = endpoint({
  name: 'promotion.setClauses',
  method: 'POST',
  path: '/api/zones/:zone/investment-agreements/:id/clauses',
  permission: 'promotion.write',
  effect: 'write',
  summary: { zh: '写入协议条款（起草中）', en: 'Write the clauses of a draft' },
  input: z.strictObject({
    ...versioned,
    clauses: z
      .array(z.strictObject({ heading: z.string().trim().min(1).max(100), words: z.string().trim().min(1).max(8000) }))
      .max(200),
  }),
  output: AgreementView,
})

export const reviewClause = endpoint({
  name: 'promotion.reviewClause',
  method: 'POST',
  path: '/api/zones/:zone/investment-agreements/:id/reviews',
  permission: 'promotion.review',
  effect: 'write',
  summary: { zh: '公平竞争审查一项条款提示', en: 'Review one flag of a clause under the fair-competition rules' },
  input: z.strictObject({
    ...addressed,
    clause: z.uuid(),
    flag: z.string().max(60),
    outcome: z.enum(reviewOutcomes),
    reason: z.string().trim().min(1).max(1000),
  }),
  output: AgreementView,
})

export const signAgreement = endpoint({
  name: 'promotion.signAgreement',
  method: 'POST',
  path: '/api/zones/:zone/investment-agreements/:id/sign',
  permission: 'promotion.sign',
  effect: 'write',
  summary: { zh: '登记签约', en: 'Record the signing' },
  input: z.strictObject({ ...versioned, signedOn: z.iso.date() }),
  output: AgreementView,
})

export const endAgreement = endpoint({
  name: 'promotion.endAgreement',
  method: 'POST',
  path: '/api/zones/:zone/investment-agreements/:id/end',
  permission: 'promotion.sign',
  effect: 'write',
  summary: { zh: '终止协议', en: 'End an agreement' },
  input: z.strictObject({ ...versioned, reason: z.string().trim().min(1).max(500) }),
  output: AgreementView,
})
