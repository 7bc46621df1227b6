import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import type { Label } from '../../kernel/label.ts'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import { AnnualValue } from '../annuals/contract/value.ts'
import { Capacity } from '../enterprises/contract/capacity.ts'
import { CarbonSaving } from '../enterprises/contract/carbon-saving.ts'
import { Honour } from '../enterprises/contract/honour.ts'

/** Kinds of record of which an enterprise may propose its own. */
export const proposalKinds: readonly AnyRecordKind[] = [AnnualValue, Honour, Capacity, CarbonSaving]
const kindNames = proposalKinds.map(({ name }) => name) as [string, ...string[]]

export const proposalStates = {
  proposed: { zh: '待核实', en: 'To be confirmed' },
  accepted: { zh: '已采用', en: 'Accepted' },
  declined: { zh: '未采用', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Readonly<Record<string, Label>>
export type ProposalState = keyof typeof proposalStates
const stateNames = Object.keys(proposalStates) as [ProposalState, ...ProposalState[]]

const zone = z.string()
const confidence = z.enum(['V', 'P', 'M', 'E'])

export const Proposal = z.object({
  id: z.string(),
  version: z.number().int(),
  enterprise: z.object({ id: z.string(), name: z.string() }),
  kind: z.enum(kindNames),
  /** As the record would hold them. */
  values: z.record(z.string(), z.unknown()),
  state: z.enum(stateNames),
  reason: z.string().nullable(),
  fileId: z.string().nullable(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedOn: z.string().nullable(),
  decision: z.string().nullable(),
  recordId: z.string().nullable(),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
  sample: z.boolean(),
})
export type Proposal = z.infer<typeof Proposal>

export const listProposals = endpoint({
  name: 'proposals.listProposals',
  method: 'GET',
  path: '/api/zones/:zone/proposals',
  permission: 'proposals.read',
  effect: 'read',
  summary: { zh: '企业申报的补充和更正', en: 'What enterprises propose of themselves' },
  input: z.object({ zone, enterprise: z.uuid().optional(), state: z.enum(stateNames).optional() }),
  /** The latest first, at most two hundred. */
  output: z.object({ proposals: z.array(Proposal) }),
})

export const propose = endpoint({
  name: 'proposals.propose',
  method: 'POST',
  path: '/api/zones/:zone/proposals',
  permission: 'proposals.propose',
  effect: 'write',
  summary: { zh: '企业申报一条数据', en: 'Propose a record of the own enterprise' },
  input: z.strictObject({
    zone,
    kind: z.enum(kindNames),
    values: z.record(z.string().max(60), z.unknown()),
    reason: z.string().trim().max(1000).nullable().default(null),
    fileId: z.uuid().nullable().default(null),
  }),
  output: Proposal,
})

export const decideProposal = endpoint({
  name: 'proposals.decideProposal',
  method: 'POST',
  path: '/api/zones/:zone/proposals/:id/decide',
  permission: 'proposals.decide',
  effect: 'write',
  summary: { zh: '核实企业申报', en: 'Confirm or decline a proposal' },
  input: z.strictObject({
    zone,
    id: z.uuid(),
    version: z.int().min(1),
    accept: z.boolean(),
    /** How far the confirmed value may be trusted, where its kind says so. */
    confidence: confidence.default('M'),
    reason: z.string().trim().min(1).max(1000),
  }),
  output: Proposal,
})

export const withdrawProposal = endpoint({
  name: 'proposals.withdrawProposal',
  method: 'POST',
  path: '/api/zones/:zone/proposals/:id/withdraw',
  permission: 'proposals.propose',
  effect: 'write',
  summary: { zh: '撤回申报', en: 'Withdraw a proposal' },
  input: z.strictObject({ zone, id: z.uuid(), version: z.int().min(1) }),
  output: Proposal,
})
