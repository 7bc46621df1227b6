import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import {
  commitmentStates,
  commitmentSteps,
  commitmentVerbs,
  pathOf,
  proposalStates,
  signers,
} from './contract/steps.ts'
import { CommitVerdict } from './contract/verdict.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })
const Day = z.string()
const zone = z.string()

/** A signed promise in place of a paper. Days are legal days; `dueOn` is derived for today from the zone's calendar. */
export const Commitment = z.object({
  id: z.string(),
  version: z.number().int(),
  project: z.object({ id: z.string(), name: z.string() }),
  enterpriseId: z.string(),
  matter: z.object({ code: z.string(), name: Bilingual }),
  /** The paper that it stands in for. */
  ref: z.string(),
  text: Bilingual,
  signer: z.enum(signers),
  /** When it is checked, as the catalogue says. */
  check: z.string(),
  /** Working days after the signature (or the order to rectify) within which it is checked; null when no number is set. */
  days: z.number().int().nullable(),
  state: z.enum(commitmentStates),
  signedOn: Day.nullable(),
  signedBy: z.string().nullable(),
  fileId: z.string().nullable(),
  dueOn: Day.nullable(),
  overdue: z.boolean(),
  /** Reason of the last decision: finding of the check, what to rectify, why it is a breach. */
  reason: z.string().nullable(),
  closedOn: Day.nullable(),
  /** Its check was planned for it, or drawn in a sample; null: as the catalogue says. */
  checkHow: z.enum(['plan', 'sample']).nullable(),
  /** Files that prove what was found. */
  evidence: z.array(z.string()),
  /** What whom it binds has said to the proposal of a breach (陈述申辩). */
  statement: z.string().nullable(),
  proposal: z.enum(proposalStates).nullable(),
  /** The case whose decision rests on it. */
  caseId: z.string().nullable(),
  /** Variables of its text that have no value yet: it cannot be signed before they have. */
  missing: z.array(Bilingual),
  /** Before the signature: whether the enterprise may commit, rule by rule; null afterwards, and in lists over many projects. */
  mayCommit: CommitVerdict.nullable(),
  /** What the caller may do now, by the table of steps. */
  steps: z.array(z.enum(commitmentVerbs)),
  sample: z.boolean(),
})
export type Commitment = z.infer<typeof Commitment>

export const listCommitments = endpoint({
  name: 'commitments.listCommitments',
  method: 'GET',
  path: '/api/zones/:zone/commitments',
  permission: 'commitments.read',
  effect: 'read',
  summary: { zh: '承诺清单', en: 'List of commitments, the latest first' },
  input: z.object({
    zone,
    project: z.uuid().optional(),
    state: z.enum(commitmentStates).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** `next` of the page before. */
    after: z.uuid().optional(),
  }),
  output: z.object({ commitments: z.array(Commitment), next: z.string().nullable() }),
})

export const getCommitment = endpoint({
  name: 'commitments.getCommitment',
  method: 'GET',
  path: '/api/zones/:zone/commitments/:id',
  permission: 'commitments.read',
  effect: 'read',
  summary: { zh: '一份承诺', en: 'A commitment' },
  input: z.object({ zone, id: z.uuid() }),
  output: Commitment,
})

/** Drafts what the project's plan asks for and is not there yet; again, it adds nothing. */
export const draftCommitments = endpoint({
  name: 'commitments.draftCommitments',
  method: 'POST',
  path: '/api/zones/:zone/projects/:project/commitments',
  permission: 'commitments.draft',
  effect: 'write',
  summary: { zh: '按方案生成承诺', en: "Draft the commitments of the project's plan" },
  input: z.object({ zone, project: z.uuid() }),
  output: z.object({ commitments: z.array(Commitment) }),
})

const text = z.string().trim().min(1).max(2000)
const base = z.object({
  zone,
  id: z.uuid(),
  version: z.number().int(),
  /** The legal day when it is not today; never in the future. */
  happenedOn: z.iso.date().optional(),
})
const withReason = base.extend({ reason: text, evidence: z.array(z.uuid()).max(20).default([]) })
const days = z.number().int().min(1).max(365)
const withDays = withReason.extend({ days })

export const signCommitment = endpoint({
  ...shared('sign'),
  input: base.extend({ fileId: z.uuid().nullable().default(null) }),
  output: Commitment,
})
export const verifyCommitment = endpoint({ ...shared('verify'), input: withReason, output: Commitment })
export const planCheck = endpoint({ ...shared('planCheck'), input: withDays, output: Commitment })
export const requireRectification = endpoint({ ...shared('requireRectification'), input: withDays, output: Commitment })
export const rectifyCommitment = endpoint({ ...shared('rectify'), input: withReason, output: Commitment })
export const hearCommitment = endpoint({ ...shared('hear'), input: withDays, output: Commitment })
export const defendCommitment = endpoint({ ...shared('defend'), input: withReason, output: Commitment })
export const breachCommitment = endpoint({ ...shared('breach'), input: withReason, output: Commitment })
export const dropProposal = endpoint({ ...shared('dropProposal'), input: withReason, output: Commitment })

/** `POST /api/zones/:zone/commitments/:id/<verb>`: answers the commitment as it is afterwards. */
function shared(verb: (typeof commitmentVerbs)[number]) {
  return {
    name: `commitments.${verb}`,
    method: 'POST',
    path: `/api/zones/:zone/commitments/:id/${pathOf(verb)}`,
    permission: commitmentSteps[verb].permission,
    effect: 'write',
    summary: commitmentSteps[verb].label,
  } as const
}
