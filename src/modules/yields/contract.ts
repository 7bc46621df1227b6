import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import type { Label } from '../../kernel/label.ts'
import { measureNames, standingNames, yieldGrades, yieldGroupNames } from './contract/measures.ts'
import { YieldSheet } from './contract/sheet.ts'

const zone = z.string()
const Grade = z.enum(yieldGrades)

export const roundStates = {
  draft: { zh: '测算中', en: 'Draft' },
  published: { zh: '公示中', en: 'Published, open to objection' },
  final: { zh: '已确定', en: 'Final' },
} as const satisfies Readonly<Record<string, Label>>
export type RoundState = keyof typeof roundStates
const roundStateNames = Object.keys(roundStates) as [RoundState, ...RoundState[]]

export const objectionStates = {
  raised: { zh: '待处理', en: 'To be decided' },
  upheld: { zh: '成立，已更正', en: 'Upheld, corrected' },
  rejected: { zh: '不成立', en: 'Rejected' },
} as const satisfies Readonly<Record<string, Label>>
export type ObjectionState = keyof typeof objectionStates
const objectionStateNames = Object.keys(objectionStates) as [ObjectionState, ...ObjectionState[]]

export const YieldPart = z.object({
  measure: z.enum(measureNames),
  value: z.number().nullable(),
  points: z.number().nullable(),
  averaged: z.boolean(),
})

/** A result; edition 0 is computed now and published nowhere, 1 was published, later ones are corrections. */
export const YieldResult = z.object({
  enterprise: z.object({ id: z.string(), name: z.string() }),
  edition: z.number().int(),
  standing: z.enum(standingNames),
  group: z.enum(yieldGroupNames).nullable(),
  mu: z.number().nullable(),
  parts: z.array(YieldPart),
  score: z.number().nullable(),
  rank: z.number().int().nullable(),
  grade: Grade.nullable(),
  missing: z.array(z.string()),
  into: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Of a correction: why. */
  reason: z.string().nullable(),
  sample: z.boolean(),
})
export type YieldResult = z.infer<typeof YieldResult>

export const YieldObjection = z.object({
  id: z.string(),
  version: z.number().int(),
  enterprise: z.object({ id: z.string(), name: z.string() }),
  state: z.enum(objectionStateNames),
  reason: z.string(),
  raisedOn: z.string(),
  decidedOn: z.string().nullable(),
  decision: z.string().nullable(),
})
export type YieldObjection = z.infer<typeof YieldObjection>

export const YieldRound = z.object({
  id: z.string(),
  version: z.number().int(),
  year: z.number().int(),
  sheet: YieldSheet,
  state: z.enum(roundStateNames),
  publishedOn: z.string().nullable(),
  /** The last day on which an objection may be raised. */
  objectUntil: z.string().nullable(),
  finalOn: z.string().nullable(),
  sample: z.boolean(),
})
export type YieldRound = z.infer<typeof YieldRound>

export const YieldReport = z.object({
  round: YieldRound,
  /** Every enterprise once, with its latest edition; of an enterprise's account only its own, with all editions. */
  results: z.array(YieldResult),
  objections: z.array(YieldObjection),
  may: z.object({ publish: z.boolean(), confirm: z.boolean(), object: z.boolean(), decide: z.boolean() }),
})
export type YieldReport = z.infer<typeof YieldReport>

export const listSheets = endpoint({
  name: 'yields.listSheets',
  method: 'GET',
  path: '/api/zones/:zone/yield-sheets',
  permission: 'yields.read',
  effect: 'read',
  summary: { zh: '亩均评价公式单', en: 'Formula sheets of the per-mu evaluation' },
  input: z.object({ zone }),
  output: z.object({ sheets: z.array(YieldSheet) }),
})

export const listRounds = endpoint({
  name: 'yields.listRounds',
  method: 'GET',
  path: '/api/zones/:zone/yields',
  permission: 'yields.read',
  effect: 'read',
  summary: { zh: '各年度亩均评价', en: 'Per-mu evaluations, the latest year first' },
  input: z.object({ zone }),
  output: z.object({ rounds: z.array(YieldRound) }),
})

export const getRound = endpoint({
  name: 'yields.getRound',
  method: 'GET',
  path: '/api/zones/:zone/yields/:id',
  permission: 'yields.read',
  effect: 'read',
  summary: { zh: '一次亩均评价的结果', en: 'Results of a per-mu evaluation' },
  input: z.object({ zone, id: z.uuid() }),
  output: YieldReport,
})

export const getGrades = endpoint({
  name: 'yields.getGrades',
  method: 'GET',
  path: '/api/zones/:zone/yield-grades/:id',
  permission: 'yields.read',
  effect: 'read',
  summary: { zh: '一家企业历年的亩均评价', en: 'Per-mu grades of an enterprise over the years, with corrections' },
  input: z.object({ zone, id: z.uuid() }),
  output: z.object({ grades: z.array(z.object({ round: YieldRound, results: z.array(YieldResult) })) }),
})

export const openRound = endpoint({
  name: 'yields.openRound',
  method: 'POST',
  path: '/api/zones/:zone/yields',
  permission: 'yields.evaluate',
  effect: 'write',
  summary: { zh: '开始一年的亩均评价', en: 'Open the per-mu evaluation of a year' },
  input: z.strictObject({
    zone,
    year: z.int().min(2000).max(2100),
    sheet: z.string().max(60),
    /** The zone's own base values of the year, in place of the sheet's. */
    bases: z.partialRecord(z.enum(measureNames), z.number().positive()).default({}),
  }),
  output: YieldReport,
})

const Versioned = { zone, id: z.uuid(), version: z.int().min(1) }

export const publishRound = endpoint({
  name: 'yields.publishRound',
  method: 'POST',
  path: '/api/zones/:zone/yields/:id/publish',
  permission: 'yields.publish',
  effect: 'write',
  summary: { zh: '公示亩均评价结果', en: 'Publish the results, open to objection' },
  input: z.strictObject({
    ...Versioned,
    objectUntil: z.iso.date(),
    /** Enterprises whose data are not complete stay without a grade; said once more when there are any. */
    leaveIncomplete: z.boolean().default(false),
  }),
  output: YieldReport,
})

export const confirmRound = endpoint({
  name: 'yields.confirmRound',
  method: 'POST',
  path: '/api/zones/:zone/yields/:id/confirm',
  permission: 'yields.publish',
  effect: 'write',
  summary: { zh: '确定亩均评价结果', en: 'Make the results final' },
  input: z.strictObject(Versioned),
  output: YieldReport,
})

export const raiseObjection = endpoint({
  name: 'yields.raiseObjection',
  method: 'POST',
  path: '/api/zones/:zone/yields/:id/object',
  permission: 'yields.object',
  effect: 'write',
  summary: { zh: '对评价结果提出异议', en: 'Object to the own result' },
  input: z.strictObject({ zone, id: z.uuid(), reason: z.string().trim().min(1).max(2000) }),
  output: YieldReport,
})

export const decideObjection = endpoint({
  name: 'yields.decideObjection',
  method: 'POST',
  path: '/api/zones/:zone/yield-objections/:id/decide',
  permission: 'yields.evaluate',
  effect: 'write',
  summary: {
    zh: '处理异议：成立的按现有数据更正',
    en: 'Decide on an objection; what is upheld is corrected from the data',
  },
  input: z.strictObject({ ...Versioned, uphold: z.boolean(), reason: z.string().trim().min(1).max(2000) }),
  output: YieldReport,
})
