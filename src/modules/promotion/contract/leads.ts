import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { EvaluationResult } from './evaluation.ts'
import { Likeness } from './twins.ts'
import { agreementStates, channelKinds, leadStages, visitKinds } from './words.ts'

const zone = z.string()
const addressed = { zone, id: z.uuid() }
const Day = z.string()

export const VisitView = z.object({
  id: z.string(),
  kind: z.enum(visitKinds),
  happenedOn: Day,
  note: z.string(),
  nextOn: Day.nullable(),
  nextStep: z.string().nullable(),
  by: z.string().nullable(),
  /** Of a lead that was merged into this one. */
  fromMerged: z.boolean(),
})

/** A lead as the first page shows it. */
export const LeadLine = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  company: z.string(),
  stage: z.enum(leadStages),
  channel: z.object({ id: z.string(), name: z.string(), kind: z.enum(channelKinds) }),
  owner: z.string().nullable(),
  investmentYuan: z.string().nullable(),
  foundOn: Day,
  lastOn: Day.nullable(),
  /** Of the latest visit; null: nothing is agreed. */
  nextOn: Day.nullable(),
  nextStep: z.string().nullable(),
  /** Days past the next contact; negative: still to come; null: none agreed. */
  daysLate: z.int().nullable(),
  sample: z.boolean(),
})
export type LeadLine = z.infer<typeof LeadLine>

export const LeadDossier = LeadLine.extend({
  uscc: z.string().nullable(),
  industryCode: z.string().nullable(),
  region: z.string().nullable(),
  landMu: z.number().nullable(),
  parcel: z.string().nullable(),
  summary: z.string().nullable(),
  /** Names are masked; telephones are asked for one at a time. */
  contacts: z.array(z.object({ id: z.string(), name: z.string().nullable(), post: z.string().nullable() })),
  visits: z.array(VisitView),
  talks: z.array(
    z.object({
      id: z.string(),
      round: z.int(),
      heldOn: Day,
      topic: z.string(),
      agreed: z.string().nullable(),
      open: z.string().nullable(),
    }),
  ),
  evaluation: EvaluationResult,
  agreements: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      state: z.enum(agreementStates),
      amountYuan: z.string(),
      paidYuan: z.string(),
      signedOn: Day.nullable(),
    }),
  ),
  twins: z.array(Likeness),
  mergedInto: z.object({ id: z.string(), name: z.string() }).nullable(),
  project: z.object({ id: z.string(), name: z.string() }).nullable(),
  enterprise: z.object({ id: z.string(), name: z.string() }).nullable(),
  may: z.array(z.enum(['openTalks', 'close', 'reopen', 'handOver'])),
})
export type LeadDossier = z.infer<typeof LeadDossier>

export const getLead = endpoint({
  name: 'promotion.getLead',
  method: 'GET',
  path: '/api/zones/:zone/leads/:id/dossier',
  permission: 'promotion.read',
  effect: 'read',
  summary: { zh: '线索一页：联系、研判、洽谈、协议、疑似重复', en: 'A lead on one page' },
  input: z.strictObject(addressed),
  output: LeadDossier,
})

export const listDue = endpoint({
  name: 'promotion.listDue',
  method: 'GET',
  path: '/api/zones/:zone/leads-due',
  permission: 'promotion.read',
  effect: 'read',
  summary: { zh: '按下次联系排序的在跟线索', en: 'Open leads by their next contact' },
  input: z.strictObject({ zone, mine: z.enum(['yes', 'no']).default('no') }),
  output: z.object({
    day: Day,
    mine: z.boolean(),
    /** Late, today, in the coming seven days, later, and without any date agreed. */
    counts: z.object({ late: z.int(), today: z.int(), week: z.int(), later: z.int(), none: z.int() }),
    leads: z.array(LeadLine),
  }),
})

export const getFunnel = endpoint({
  name: 'promotion.getFunnel',
  method: 'GET',
  path: '/api/zones/:zone/lead-funnel',
  permission: 'promotion.read',
  effect: 'read',
  summary: { zh: '招商漏斗：线索、洽谈、签约、移交', en: 'The funnel from lead to hand-over' },
  /** Leads found in a year; all when it is left out. */
  input: z.strictObject({ zone, year: z.coerce.number().int().min(2000).max(2100).optional() }),
  output: z.object({
    /** How many leads have reached each step; those closed on the way count as far as they came. */
    steps: z.array(
      z.object({ stage: z.enum(leadStages), reached: z.int(), here: z.int(), investmentYuan: z.string() }),
    ),
    closed: z.int(),
    merged: z.int(),
    years: z.array(z.int()),
  }),
})
