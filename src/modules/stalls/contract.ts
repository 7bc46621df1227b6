import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { Cause } from '../projects/contract/stage.ts'
import { notYets, plans } from './contract/not-yet.ts'

const zone = z.string()
const NotYet = z.enum(notYets)
const base = '/api/zones/:zone/stall-findings'
export const findingStates = ['new', 'dismissed', 'inHand'] as const

/** What a rule finds of one project: a candidate, never a stall before a person has confirmed it. */
export const Finding = z.object({
  project: z.object({ id: z.string(), name: z.string() }),
  notYet: NotYet,
  /** Legal day from which the rule counts. */
  since: z.iso.date(),
  /** Whole months from that day to today. */
  months: z.int(),
  /** Reason with its days in words. */
  why: z.object({ zh: z.string(), en: z.string() }),
  /** Of the rule. */
  source: z.string(),
  confidence: z.string(),
  state: z.enum(findingStates),
  /** Who put it aside, why, and from when it is asked again; null: while it stands on the same day. */
  dismissed: z
    .object({ on: z.string(), by: z.string(), reason: z.string(), againOn: z.string().nullable() })
    .nullable(),
  /** The stalled project in hand that answers it. */
  stallId: z.string().nullable(),
  sample: z.boolean(),
})
export type Finding = z.infer<typeof Finding>

export const listFindings = endpoint({
  name: 'stalls.listFindings',
  method: 'GET',
  path: base,
  permission: 'stalls.read',
  effect: 'read',
  summary: { zh: '按规则列出的五未待看项，最久的在前', en: 'Stalls found by rule, the longest first' },
  input: z.strictObject({ zone, project: z.uuid().optional() }),
  output: z.object({
    findings: z.array(Finding),
    /** Projects of which the day that the rule counts from is not known. */
    unknown: z.int(),
  }),
})

const seen = z.strictObject({
  zone,
  /** The project. */
  id: z.uuid(),
  /** What the caller has read: refused when it is no longer so. */
  notYet: NotYet,
  since: z.iso.date(),
})

export const confirmFinding = endpoint({
  name: 'stalls.confirmFinding',
  method: 'POST',
  path: `${base}/:id/confirm`,
  permission: 'stalls.judge',
  effect: 'write',
  summary: { zh: '确认为停滞', en: 'Confirm as stalled' },
  input: seen.extend({
    cause: Cause,
    plan: z.enum(plans),
    measure: z.string().trim().min(1).max(2000),
    ownerId: z.uuid(),
    dueOn: z.iso.date(),
  }),
  output: z.object({ stallId: z.string() }),
})

export const dismissFinding = endpoint({
  name: 'stalls.dismissFinding',
  method: 'POST',
  path: `${base}/:id/dismiss`,
  permission: 'stalls.judge',
  effect: 'write',
  summary: { zh: '排除，不算停滞', en: 'Put aside: not stalled' },
  input: seen.extend({ reason: z.string().trim().min(1).max(1000), againOn: z.iso.date().optional() }),
  output: z.object({ dismissedOn: z.string() }),
})
