import { z } from 'zod'
import { endpoint, type Schema } from '../../../kernel/endpoint.ts'
import { CaseDetail } from './case.ts'
import { GivenPaper } from './paper.ts'
import { procedureKinds, reversalKinds } from './procedure.ts'
import { opinionKinds } from './review.ts'
import { decisionResults } from './state.ts'
import { pathOf, stepTable, type Verb } from './step-table.ts'

const text = z.string().trim().min(1).max(2000)
const refs = z.array(z.string().min(1).max(100)).max(100)
const given = z.array(GivenPaper).max(100)

/** Every decision: on which version it was made, and the legal day when it is not today. */
const base = z.object({
  zone: z.string(),
  id: z.uuid(),
  version: z.number().int(),
  happenedOn: z.iso.date().optional(),
})
const withReason = base.extend({ reason: text })
const withRemedies = withReason.extend({ remedies: text })

export const commands = {
  receive: base,
  decline: withReason,
  correct: withReason.extend({
    /** Everything that is missing or wrong, each with what is wrong with it. */
    papers: z
      .array(z.object({ ref: z.string().min(1).max(100), note: text }))
      .min(1)
      .max(100),
  }),
  resubmit: base.extend({ papers: given.min(1) }),
  accept: base.extend({
    /** Accepted without these (容缺受理): only papers that the catalogue lets be owed. */
    owed: refs.default([]),
    /** Results of earlier matters that are being handled: the later office prepares all else and decides when they are there. */
    awaiting: refs.default([]),
    /** Covered by the zone's regional assessment (区域评估). */
    covered: refs.default([]),
  }),
  refuseAcceptance: withRemedies,
  suspend: withReason.extend({
    /** Which special procedure (行政许可法 第45条); null in what was recorded before it was asked for. */
    procedure: z.enum(procedureKinds).nullable().default(null),
    /** Length told to the applicant in writing, working days. */
    promisedDays: z.number().int().min(1).max(400),
    /** Number of the written notice. */
    paper: text.nullable().default(null),
  }),
  resume: withReason.extend({ paper: text.nullable().default(null) }),
  giveOpinion: base.extend({ opinion: z.enum(opinionKinds), reason: text }),
  decide: base.extend({
    result: z.enum(decisionResults),
    /** Both are required when it does not pass: reasons, and how to have it reviewed (行政许可法 第38条). */
    reason: text.nullable().default(null),
    remedies: text.nullable().default(null),
  }),
  issue: base.extend({ reason: text.nullable().default(null) }),
  supply: base.extend({ papers: given.min(1) }),
  requestWithdraw: withReason,
  confirmWithdraw: base,
  cancelAcceptance: withReason,
  takeBack: withRemedies,
  revoke: withRemedies,
  extend: withReason.extend({
    /** Null: as many as the rule allows. */
    days: z.number().int().min(1).max(60).nullable().default(null),
  }),
  askOpinions: withReason.extend({
    departments: z
      .array(
        z.object({
          id: z.uuid(),
          /** Working days; null: as the zone's rule says. */
          days: z.number().int().min(1).max(60).nullable().default(null),
        }),
      )
      .min(1)
      .max(20),
  }),
  concludeReview: base.extend({ opinion: z.enum(opinionKinds), reason: text }),
  transfer: withReason.extend({
    /** Somebody with an account, or a department whose officers take it up; one of the two. */
    person: z.uuid().nullable().default(null),
    department: z.uuid().nullable().default(null),
  }),
  remind: withReason,
  reverse: withReason.extend({
    reversal: z.enum(reversalKinds),
    /** Number of the decision that reverses it. */
    paper: text.nullable().default(null),
  }),
  record: withReason,
} as const satisfies Record<Verb, unknown>

type Commands = typeof commands
export type CommandOf<V extends Verb> = z.infer<Commands[V]>

/** `POST /api/zones/:zone/cases/:id/<verb>`: answers the case as it is afterwards. */
function decision<V extends Verb>(verb: V) {
  const { label, permission } = stepTable[verb]
  return endpoint<CommandOf<V>, CaseDetail>({
    name: `cases.${verb}`,
    method: 'POST',
    path: `/api/zones/:zone/cases/:id/${pathOf(verb)}`,
    permission,
    effect: 'write',
    summary: label,
    input: commands[verb] as unknown as Schema<CommandOf<V>>,
    output: CaseDetail,
  })
}

/** The endpoint of every step, by its verb. */
export const decisions = {
  receive: decision('receive'),
  decline: decision('decline'),
  correct: decision('correct'),
  resubmit: decision('resubmit'),
  accept: decision('accept'),
  refuseAcceptance: decision('refuseAcceptance'),
  suspend: decision('suspend'),
  resume: decision('resume'),
  giveOpinion: decision('giveOpinion'),
  decide: decision('decide'),
  issue: decision('issue'),
  supply: decision('supply'),
  requestWithdraw: decision('requestWithdraw'),
  confirmWithdraw: decision('confirmWithdraw'),
  cancelAcceptance: decision('cancelAcceptance'),
  takeBack: decision('takeBack'),
  revoke: decision('revoke'),
  extend: decision('extend'),
  askOpinions: decision('askOpinions'),
  concludeReview: decision('concludeReview'),
  transfer: decision('transfer'),
  remind: decision('remind'),
  reverse: decision('reverse'),
  record: decision('record'),
} as const
