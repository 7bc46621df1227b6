import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { ScorePart } from './candidates.ts'
import { sides } from './posting.ts'

const zone = z.string()

export const answers = ['accepted', 'declined'] as const
export type MatchAnswer = (typeof answers)[number]

export const matchStates = ['open', 'accepted', 'declined'] as const
export type MatchState = (typeof matchStates)[number]

export const matchStateLabels = {
  open: { zh: '等回复', en: 'Awaiting an answer' },
  accepted: { zh: '双方同意', en: 'Both accept' },
  declined: { zh: '已谢绝', en: 'Declined' },
} as const

/** A posting as the other side sees it. */
export const PostingView = z.object({
  id: z.string(),
  enterprise: z.object({ id: z.string(), name: z.string() }),
  side: z.enum(sides),
  product: z.string(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  region: z.string().nullable(),
  fromOn: z.string().nullable(),
  untilOn: z.string().nullable(),
  note: z.string().nullable(),
  sample: z.boolean(),
})
export type PostingView = z.infer<typeof PostingView>

/** Somebody brought the two together; each side answers for itself. */
export const MatchView = z.object({
  id: z.string(),
  version: z.number().int(),
  state: z.enum(matchStates),
  supplyAnswer: z.enum(answers).nullable(),
  demandAnswer: z.enum(answers).nullable(),
  /** What the side that declined said. */
  reason: z.string().nullable(),
  /** Sides for which the caller may answer now. */
  mayAnswer: z.array(z.enum(sides)),
})

/** A supply and a demand that go together, with the score as of now. */
export const TradePair = z.object({
  supply: PostingView,
  demand: PostingView,
  score: z.number().int(),
  atMost: z.number().int(),
  parts: z.array(ScorePart),
  match: MatchView.nullable(),
  /** The caller may bring them together. */
  mayIntroduce: z.boolean(),
})
export type TradePair = z.infer<typeof TradePair>

export const TradeView = z.object({ pairs: z.array(TradePair) })
export type TradeView = z.infer<typeof TradeView>

/** All pairs for the people of the zone; an enterprise's account sees those of its own postings. */
export const listPairs = endpoint({
  name: 'chains.listPairs',
  method: 'GET',
  path: '/api/zones/:zone/posting-pairs',
  permission: 'chains.readPostings',
  effect: 'read',
  summary: { zh: '供需撮合：哪些供给配哪些需求、为什么', en: 'Which supplies go with which demands, and why' },
  input: z.strictObject({ zone, posting: z.uuid().optional() }),
  output: TradeView,
})

export const introduceMatch = endpoint({
  name: 'chains.introduceMatch',
  method: 'POST',
  path: '/api/zones/:zone/posting-matches',
  permission: 'chains.introduce',
  effect: 'write',
  summary: { zh: '牵线', en: 'Bring together' },
  input: z.strictObject({ zone, supply: z.uuid(), demand: z.uuid() }),
  output: TradeView,
})

export const answerMatch = endpoint({
  name: 'chains.answerMatch',
  method: 'POST',
  path: '/api/zones/:zone/posting-matches/:id/answer',
  permission: 'chains.answer',
  effect: 'write',
  summary: { zh: '答复牵线', en: 'Answer' },
  /** `side`: for whom the people of the zone write down an answer; an enterprise answers for itself. */
  input: z.strictObject({
    zone,
    id: z.uuid(),
    version: z.int(),
    side: z.enum(sides),
    accept: z.boolean(),
    reason: z.string().trim().max(500).nullable().default(null),
  }),
  output: TradeView,
})
