import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { leadStages, twinDecisions } from './words.ts'

const zone = z.string()

/** One stated reason for or against two leads being one; weights add up. */
export const Reason = z.object({
  code: z.enum(['uscc', 'name', 'phone', 'project', 'region']),
  weight: z.number(),
  text: z.object({ zh: z.string(), en: z.string() }),
})
export type Reason = z.infer<typeof Reason>

export const twinVerdicts = ['same', 'maybe'] as const

/** Another lead that may be the same, with the reasons. */
export const Likeness = z.object({
  id: z.string(),
  name: z.string(),
  company: z.string(),
  stage: z.enum(leadStages),
  verdict: z.enum(twinVerdicts),
  score: z.number(),
  reasons: z.array(Reason),
  decision: z.enum(twinDecisions).nullable(),
})
export type Likeness = z.infer<typeof Likeness>

const Side = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  company: z.string(),
  stage: z.enum(leadStages),
  investmentYuan: z.string().nullable(),
  foundOn: z.string(),
  owner: z.string().nullable(),
})

export const TwinPair = z.object({
  a: Side,
  b: Side,
  verdict: z.enum(twinVerdicts),
  score: z.number(),
  reasons: z.array(Reason),
})
export type TwinPair = z.infer<typeof TwinPair>

export const listTwins = endpoint({
  name: 'promotion.listTwins',
  method: 'GET',
  path: '/api/zones/:zone/lead-twins',
  permission: 'promotion.read',
  effect: 'read',
  summary: { zh: '疑似重复的线索，等人判断', en: 'Leads that may be one, for a person to decide' },
  input: z.strictObject({ zone }),
  output: z.object({ pairs: z.array(TwinPair), more: z.boolean() }),
})

export const decideTwin = endpoint({
  name: 'promotion.decideTwin',
  method: 'POST',
  path: '/api/zones/:zone/lead-twins',
  permission: 'promotion.decide',
  effect: 'write',
  summary: { zh: '判定两条线索：合并、有关联、不是一回事', en: 'Decide on two leads: merge, related, different' },
  /** On merge `keep` goes on and `other` ends in it. */
  input: z.strictObject({
    zone,
    keep: z.strictObject({ id: z.uuid(), version: z.int() }),
    other: z.strictObject({ id: z.uuid(), version: z.int() }),
    decision: z.enum(twinDecisions),
    reason: z.string().trim().min(1).max(500),
  }),
  output: z.object({ keep: z.string(), decision: z.enum(twinDecisions), filled: z.array(z.string()) }),
})
