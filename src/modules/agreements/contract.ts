import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { FactValues } from '../matters/contract/fact-values.ts'
import { Plan } from '../plans/contract/plan.ts'
import { Changes } from '../plans/contract/request.ts'
import { ScenarioName } from '../plans/contract/scenario.ts'
import { Deviations } from './contract/deviation.ts'
import { type AgreementVerb, agreementStates, agreementSteps, agreementVerbs } from './contract/steps.ts'

const zone = z.string()

/** Who signed for a side, and when: an account, or a scan of the paper. */
export const Signature = z.object({
  by: z.string(),
  at: z.string(),
  on: z.string(),
  fileId: z.string().nullable(),
  /** Signed on paper and recorded by the zone. */
  onPaper: z.boolean(),
})
export type Signature = z.infer<typeof Signature>

/** The agreed plan of a project (一项目一方案一清单) without its lists. */
export const Agreement = z.object({
  id: z.string(),
  version: z.number().int(),
  project: z.object({ id: z.string(), name: z.string() }),
  enterpriseId: z.string(),
  /** Counts the agreed plans of a project, from 1. */
  ordinal: z.number().int(),
  state: z.enum(agreementStates),
  scenario: ScenarioName.nullable(),
  catalogueVersionId: z.string(),
  promised: z.object({
    contract: z.string().nullable(),
    permit: z.string().nullable(),
    jointAccept: z.string().nullable(),
    production: z.string().nullable(),
  }),
  matters: z.number().int(),
  note: z.string().nullable(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  enterprise: Signature.nullable(),
  zone: Signature.nullable(),
  inForceOn: z.string().nullable(),
  /** Why it was declined or withdrawn. */
  reason: z.string().nullable(),
  closedOn: z.string().nullable(),
  /** What the caller may do now, by the table of steps. */
  steps: z.array(z.enum(agreementVerbs)),
  sample: z.boolean(),
})
export type Agreement = z.infer<typeof Agreement>

/** With all that was agreed: matters with dates, papers by party, commitments, owed papers, the bill, and what it was computed from. */
export const AgreementWhole = Agreement.extend({
  plan: Plan,
  facts: FactValues,
  changes: Changes,
  catalogue: z.object({ title: z.string(), asOf: z.string(), digest: z.string() }),
})
export type AgreementWhole = z.infer<typeof AgreementWhole>

export const listAgreements = endpoint({
  name: 'agreements.listAgreements',
  method: 'GET',
  path: '/api/zones/:zone/projects/:project/agreements',
  permission: 'agreements.read',
  effect: 'read',
  summary: { zh: '项目的约定方案，最新的在前', en: 'Agreed plans of a project, the latest first' },
  input: z.strictObject({ zone, project: z.uuid() }),
  output: z.object({ agreements: z.array(Agreement) }),
})

export const getAgreement = endpoint({
  name: 'agreements.getAgreement',
  method: 'GET',
  path: '/api/zones/:zone/agreements/:id',
  permission: 'agreements.read',
  effect: 'read',
  summary: { zh: '一份约定方案全文', en: 'An agreed plan in full' },
  input: z.strictObject({ zone, id: z.uuid() }),
  output: AgreementWhole,
})

export const proposeAgreement = endpoint({
  name: 'agreements.proposeAgreement',
  method: 'POST',
  path: '/api/zones/:zone/projects/:project/agreements',
  permission: 'agreements.propose',
  effect: 'write',
  summary: { zh: '提出约定方案', en: 'Propose an agreed plan' },
  input: z.strictObject({
    zone,
    project: z.uuid(),
    /** Without one: the reforms that the zone has in force. */
    scenario: ScenarioName.optional(),
    /** Advice that was taken up, on top of the scenario. */
    changes: Changes.omit({ slips: true }).partial().optional(),
    note: z.string().trim().max(2000).optional(),
  }),
  output: Agreement,
})

const base = z.strictObject({
  zone,
  id: z.uuid(),
  version: z.int(),
  /** The legal day when it is not today; never in the future. */
  happenedOn: z.iso.date().optional(),
})
const withReason = base.extend({ reason: z.string().trim().min(1).max(2000) })

export const sign = endpoint({
  ...shared('sign', 'sign'),
  input: base.extend({ fileId: z.uuid().nullable().default(null) }),
  output: Agreement,
})
export const signForZone = endpoint({
  ...shared('signForZone', 'sign-for-zone'),
  input: base.extend({ fileId: z.uuid().nullable().default(null) }),
  output: Agreement,
})
export const recordSignature = endpoint({
  ...shared('recordSignature', 'record-signature'),
  /** `signedBy`: who signed the paper. */
  input: base.extend({ fileId: z.uuid(), signedBy: z.string().trim().min(1).max(60) }),
  output: Agreement,
})
export const decline = endpoint({ ...shared('decline', 'decline'), input: withReason, output: Agreement })
export const withdraw = endpoint({ ...shared('withdraw', 'withdraw'), input: withReason, output: Agreement })

export const getDeviations = endpoint({
  name: 'agreements.getDeviations',
  method: 'GET',
  path: '/api/zones/:zone/projects/:project/deviations',
  permission: 'agreements.read',
  effect: 'read',
  summary: { zh: '与约定方案相比早晚多少、为什么', en: 'Days ahead of or behind the agreed plan, with the cause' },
  input: z.strictObject({ zone, project: z.uuid() }),
  output: z.object({ deviations: Deviations.nullable() }),
})

export const listDeviations = endpoint({
  name: 'agreements.listDeviations',
  method: 'GET',
  path: '/api/zones/:zone/deviations',
  permission: 'agreements.oversee',
  effect: 'read',
  summary: {
    zh: '全区生效的约定方案与偏差，最晚的在前',
    en: 'Agreed plans in force with their deviations, the latest first',
  },
  input: z.strictObject({ zone }),
  output: z.object({ projects: z.array(Deviations.omit({ matters: true })), more: z.boolean() }),
})

export const agreementDocument = endpoint({
  name: 'agreements.agreementDocument',
  method: 'GET',
  path: '/api/zones/:zone/agreements/:id/document',
  permission: 'agreements.read',
  effect: 'read',
  summary: { zh: '约定方案 Word', en: 'The agreed plan as a Word document' },
  input: z.strictObject({ zone, id: z.uuid(), language: z.enum(['zh', 'en']).default('zh') }),
  output: z.unknown(),
  file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})

/** `POST /api/zones/:zone/agreements/:id/<verb>`: answers the agreement as it is afterwards. */
function shared(verb: AgreementVerb, path: string) {
  return {
    name: `agreements.${verb}`,
    method: 'POST',
    path: `/api/zones/:zone/agreements/:id/${path}`,
    permission: agreementSteps[verb].permission,
    effect: 'write',
    summary: agreementSteps[verb].label,
  } as const
}
