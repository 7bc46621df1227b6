import { z } from 'zod'
import { actionVerbs } from './action-verbs.ts'
import { CaseClock, Light } from './clock.ts'
import { CasePaper } from './paper.ts'
import { caseStates, decisionResults } from './state.ts'
import { verbs } from './step-table.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })
const Day = z.string()
export const CaseVerb = z.enum(verbs)

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
  state: z.enum(caseStates),
  waitsFor: z.enum(['applicant', 'office', 'nobody']),
  light: Light,
  /** The day that binds now: of the clock that the light speaks of; null when none runs or it is suspended. */
  dueOn: Day.nullable(),
  late: z.number(),
  /** What the caller may do now, by the table of steps. */
  steps: z.array(CaseVerb),
  receivedOn: Day,
  decidedOn: Day.nullable(),
  sample: z.boolean(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

export const opinionKinds = ['agree', 'agree_with_conditions', 'disagree'] as const

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
  clocks: z.array(CaseClock),
  papers: z.array(CasePaper),
  actions: z.array(CaseAction),
  /** Working days by which this matter may slip without moving the end of the project's plan; null when the plan does not say. */
  planSlack: z.number().nullable(),
})
export type CaseDetail = z.infer<typeof CaseDetail>
