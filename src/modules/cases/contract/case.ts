import { z } from 'zod'
import { clockColours } from '../../../kernel/clock-state.ts'
import { actionVerbs } from './action-verbs.ts'
import { CaseClock, Light } from './clock.ts'
import { CasePaper } from './paper.ts'
import { procedureKinds, reversalKinds } from './procedure.ts'
import { JointReview, opinionKinds } from './review.ts'
import { caseStates, decisionResults } from './state.ts'
import { verbs } from './step-table.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })
const Day = z.string()
export const CaseVerb = z.enum(verbs)

/** How one of the two limits stands. */
export const LimitLight = z.object({
  colour: z.enum(clockColours),
  dueOn: Day.nullable(),
  left: z.number(),
  late: z.number(),
})
export type LimitLight = z.infer<typeof LimitLight>

/** A line of a list or an inbox. Days are legal days `YYYY-MM-DD`. */
export const CaseSummary = z.object({
  id: z.string(),
  version: z.number().int(),
  project: z.object({ id: z.string(), name: z.string() }),
  enterpriseId: z.string(),
  enterpriseName: z.string(),
  matter: z.object({ code: z.string(), name: Bilingual }),
  department: z.string(),
  handler: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The department of the zone that has it, where it was transferred; null: the one that answers for the authority. */
  office: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The handler is away and the caller acts instead: whose case it is. */
  delegatedFrom: z.string().nullable(),
  /** The caller's department was asked for its opinion and has not given it. */
  askedOfMe: z.boolean(),
  state: z.enum(caseStates),
  waitsFor: z.enum(['applicant', 'office', 'nobody']),
  light: Light,
  /** The day that binds now: of the clock that the light speaks of; null when none runs or it is suspended. */
  dueOn: Day.nullable(),
  late: z.number(),
  /** The statutory and the promised limit apart, whatever binds now; null before the acceptance and after the decision. */
  limits: z.object({ statutory: LimitLight.nullable(), promised: LimitLight.nullable() }),
  /** What the caller may do now, by the table of steps. */
  steps: z.array(CaseVerb),
  receivedOn: Day,
  decidedOn: Day.nullable(),
  /** The joint application (多证合一) that it was filed with; null when it was filed alone. */
  bundleId: z.string().nullable(),
  sample: z.boolean(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

export const CaseAction = z.object({
  ordinal: z.number().int(),
  /** `submit`, a verb of the table, or what the law did by lapse of time. */
  verb: z.enum(actionVerbs),
  from: z.enum(caseStates).nullable(),
  to: z.enum(caseStates),
  /** The legal day; earlier than `at` when it was recorded afterwards. */
  happenedOn: Day,
  at: z.string(),
  actorName: z.string(),
  reason: z.string().nullable(),
  opinion: z.enum(opinionKinds).nullable(),
  result: z.enum(decisionResults).nullable(),
  remedies: z.string().nullable(),
  promisedDays: z.number().nullable(),
  /** Number of the written notice. */
  notice: z.string().nullable(),
  procedure: z.enum(procedureKinds).nullable(),
  /** Days of an extension. */
  days: z.number().nullable(),
  reversal: z.enum(reversalKinds).nullable(),
  /** For whom it was done: the absent handler; the department that gives an opinion; to whom the case was transferred. */
  behalfOf: z.string().nullable(),
  department: z.string().nullable(),
  target: z.string().nullable(),
  papers: z.array(z.string()),
})
export type CaseAction = z.infer<typeof CaseAction>

/** Everything that the drawer shows. */
export const CaseDetail = CaseSummary.extend({
  /** The version of the catalogue that the case is pinned to. */
  catalogueVersionId: z.string(),
  correctedOn: Day.nullable(),
  /** Accepted by lapse of time from this day (行政许可法 第32条); null otherwise. */
  deemedAcceptedOn: Day.nullable(),
  acceptedOn: Day.nullable(),
  issuedOn: Day.nullable(),
  owedOverdue: z.boolean(),
  extendedOn: Day.nullable(),
  review: JointReview.nullable(),
  /** By when a refusal may be brought to reconsideration or to court, counted from its day; null when nothing was refused. */
  remedy: z.object({ reconsiderBy: Day, sueBy: Day }).nullable(),
  /** The zone's rules as the forms need them, with the source of each consequence. */
  rules: z.object({
    extensionDays: z.number(),
    opinionDays: z.number(),
    remedies: Bilingual,
    owedLapse: z.enum(['withdraw', 'refuse', 'office']),
    owedLapseSource: z.string(),
    silenceAgrees: z.boolean(),
  }),
  clocks: z.array(CaseClock),
  papers: z.array(CasePaper),
  /** Owed papers that must be there before another matter starts: the day on which the running plan lets it start, a forecast. */
  expectedOwed: z.array(
    z.object({ ref: z.string(), matter: z.object({ code: z.string(), name: Bilingual }), on: Day.nullable() }),
  ),
  /** Of the papers those that an undecided case of the project is to bring, and that may be reviewed before. */
  awaitable: z.array(z.string()),
  actions: z.array(CaseAction),
  /** Working days by which this matter may slip without moving the end of the project's plan; null when the plan does not say. */
  planSlack: z.number().nullable(),
})
export type CaseDetail = z.infer<typeof CaseDetail>
