import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { creditCauses, creditGrades, manualCauses, repairStates } from './contract/causes.ts'

const zone = z.string()
const Day = z.string()

/** What a grade means: derived for a day from the entries and the rules in force on it, never stored. */
export const Standing = z.object({
  grade: z.enum(creditGrades),
  points: z.number().int(),
  mayCommit: z.boolean(),
  maxOpenCommitments: z.number().int(),
  toleranceAllowed: z.boolean(),
  samplePercent: z.number(),
  source: z.string(),
  confidence: z.string(),
})
export type Standing = z.infer<typeof Standing>

export const CreditEntry = z.object({
  id: z.string(),
  cause: z.enum(creditCauses),
  points: z.number().int(),
  happenedOn: Day,
  /** The first day on which it counts no more; null: for ever, until it is repaired. */
  endsOn: Day.nullable(),
  counts: z.boolean(),
  document: z.string().nullable(),
  note: z.string().nullable(),
  /** The rule by which it weighs so much. */
  source: z.string(),
  confidence: z.string(),
  /** First day on which its repair may be asked for; null when it cannot be repaired or need not be. */
  repairFrom: Day.nullable(),
  mayRepair: z.boolean(),
  repair: z
    .object({
      id: z.string(),
      version: z.number().int(),
      state: z.enum(repairStates),
      reason: z.string(),
      fileId: z.string().nullable(),
      appliedOn: Day,
      decidedOn: Day.nullable(),
      decision: z.string().nullable(),
    })
    .nullable(),
  sample: z.boolean(),
})
export type CreditEntry = z.infer<typeof CreditEntry>

export const Credit = z.object({
  enterprise: z.object({ id: z.string(), name: z.string() }),
  day: Day,
  basePoints: z.number().int(),
  standing: Standing,
  entries: z.array(CreditEntry),
})
export type Credit = z.infer<typeof Credit>

export const getCredit = endpoint({
  name: 'credit.getCredit',
  method: 'GET',
  path: '/api/zones/:zone/credit',
  permission: 'credit.read',
  effect: 'read',
  summary: {
    zh: '一家企业的信用：等级、每一笔、如何修复',
    en: "An enterprise's credit: grade, entries, how to repair",
  },
  /** Without an enterprise: the caller's own. `on` derives the grade for an earlier or later day. */
  input: z.object({ zone, enterprise: z.uuid().optional(), on: z.iso.date().optional() }),
  output: Credit,
})

export const listCredit = endpoint({
  name: 'credit.listCredit',
  method: 'GET',
  path: '/api/zones/:zone/credit/enterprises',
  permission: 'credit.oversee',
  effect: 'read',
  summary: { zh: '有信用记录的企业', en: 'Enterprises with credit entries' },
  input: z.object({ zone }),
  output: z.object({
    enterprises: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        grade: z.enum(creditGrades),
        points: z.number().int(),
        entries: z.number().int(),
        toDecide: z.number().int(),
      }),
    ),
  }),
})

export const recordCredit = endpoint({
  name: 'credit.recordCredit',
  method: 'POST',
  path: '/api/zones/:zone/credit/entries',
  permission: 'credit.record',
  effect: 'write',
  summary: { zh: '按文书记一笔信用', en: 'Enter a penalty or an honour with its document' },
  input: z.strictObject({
    zone,
    enterprise: z.uuid(),
    cause: z.enum(manualCauses),
    happenedOn: z.iso.date(),
    document: z.string().trim().min(1).max(200),
    note: z.string().trim().max(1000).nullable().default(null),
  }),
  output: Credit,
})

export const applyRepair = endpoint({
  name: 'credit.applyRepair',
  method: 'POST',
  path: '/api/zones/:zone/credit/entries/:id/repair',
  permission: 'credit.applyRepair',
  effect: 'write',
  summary: { zh: '申请信用修复', en: 'Ask for the repair of an entry' },
  input: z.strictObject({
    zone,
    id: z.uuid(),
    reason: z.string().trim().min(1).max(2000),
    fileId: z.uuid().nullable().default(null),
  }),
  output: Credit,
})

export const decideRepair = endpoint({
  name: 'credit.decideRepair',
  method: 'POST',
  path: '/api/zones/:zone/credit/repairs/:id/decide',
  permission: 'credit.decideRepair',
  effect: 'write',
  summary: { zh: '审核信用修复', en: 'Decide on a repair' },
  input: z.strictObject({
    zone,
    id: z.uuid(),
    version: z.number().int(),
    grant: z.boolean(),
    reason: z.string().trim().min(1).max(2000),
  }),
  output: Credit,
})
