import type { Selectable } from 'kysely'
import type { ClockState } from '../../../kernel/clock-state.ts'
import type { CaseAction, LimitLight } from '../contract/case.ts'
import type { CaseClock } from '../contract/clock.ts'
import type { AskedOpinion, JointReview } from '../contract/review.ts'
import { type CaseRules, remediesText } from '../contract/rules.ts'
import { isEnded } from '../domain/clocks.ts'
import type { Asked, CaseFacts } from '../domain/facts.ts'
import type { ReadClock } from '../domain/light.ts'
import { actionOf } from './rows.ts'
import type { ActionRow } from './table.ts'

export function clockView(item: ReadClock): CaseClock {
  const { kind, ref, clock, now } = item
  return {
    kind,
    ref,
    unit: clock.budget.unit,
    ended: isEnded(item),
    ...now,
    entries: clock.ledger.map((entry) => ({
      kind: entry.kind,
      on: entry.on,
      reason: entry.reason ?? null,
      paper: entry.paper ?? null,
      days: entry.kind === 'suspended' ? (entry.promisedDays ?? null) : entry.kind === 'extended' ? entry.days : null,
    })),
  }
}

/** The limit of this kind that runs; null when none does. */
export function limitView(clocks: readonly ReadClock[], kind: 'statutory' | 'promised'): LimitLight | null {
  const running = clocks.findLast((item) => item.kind === kind && !isEnded(item))
  if (!running) return null
  const { colour, dueOn, left, late } = running.now
  return { colour, dueOn, left, late }
}

/** What departments say to one another is the house's own: an applicant sees who was asked and by when, and the conclusion. */
export function withoutInner(review: JointReview | null): JointReview | null {
  if (review === null) return null
  const asked = review.asked.map((one) => ({ ...one, opinion: null, reason: null, by: null }))
  return { ...review, question: null, reason: null, asked }
}

const inner: readonly CaseAction['verb'][] = ['transfer', 'remind', 'undo']

/** Of what was done, what an applicant is told. */
export function isOpenToApplicant({ verb, department }: CaseAction): boolean {
  return !inner.includes(verb) && !(verb === 'giveOpinion' && department !== null)
}

export function reviewView({ review }: CaseFacts, clocks: readonly ReadClock[]): JointReview | null {
  if (review === null) return null
  const { stage } = review
  return {
    stage: stage ? { id: stage.id, name: { ...stage.name }, lead: stage.lead.name } : null,
    ...{ round: review.round, askedOn: review.askedOn, question: review.question },
    ...{ concludedOn: review.concludedOn, conclusion: review.conclusion, reason: review.reason },
    asked: review.asked.map((one) => {
      const clock = clocks.findLast(({ kind, ref }) => kind === 'opinion' && ref === one.departmentId)
      return askedView(one, { now: clock?.now, askedOn: review.askedOn, over: review.concludedOn !== null })
    }),
  }
}

/** A department that was asked, by what its clock says. */
export function askedView(
  one: Asked,
  { now, askedOn, over }: { readonly now: ClockState | undefined; readonly askedOn: string; readonly over: boolean },
): AskedOpinion {
  const late = now?.late ?? 0
  return {
    ...{ departmentId: one.departmentId, department: one.name, askedOn, dueOn: now?.dueOn ?? null, late },
    status: statusOf(one, { late, over }),
    ...{ opinion: one.opinion, reason: one.reason, givenOn: one.givenOn, by: one.by },
  }
}

function statusOf(
  { opinion, assumed }: Asked,
  { late, over }: { late: number; over: boolean },
): AskedOpinion['status'] {
  if (opinion !== null) return late > 0 ? 'givenLate' : 'given'
  if (assumed) return 'assumed'
  if (over) return 'none'
  return late > 0 ? 'overdue' : 'waiting'
}

export function actionView(row: Selectable<ActionRow>): CaseAction {
  const { more, on, actor, papers, ...action } = actionOf(row)
  const { target, department, behalfOf } = more ?? {}
  return {
    ordinal: row.ordinal,
    verb: action.verb,
    from: row.from_state,
    to: row.to_state,
    happenedOn: on,
    at: row.created_at.toISOString(),
    actorName: actor.name,
    ...{ reason: action.reason, opinion: action.opinion, result: action.result, remedies: action.remedies },
    ...{ promisedDays: action.promisedDays, notice: action.notice, procedure: more?.procedure ?? null },
    ...{ days: more?.days ?? null, reversal: more?.reversal ?? null, behalfOf: behalfOf?.name ?? null },
    department: department?.name ?? more?.consult?.map(({ name }) => name).join('、') ?? null,
    target: target ? (target.handler?.name ?? target.office?.name ?? null) : null,
    papers: papers.map((paper) => paper.ref),
  }
}

/** What the forms of a case need of the zone's rules. */
export function rulesView(rules: CaseRules, { review }: CaseFacts) {
  return {
    extensionDays: review === null ? rules.extensionDays : rules.jointExtensionDays,
    opinionDays: rules.opinionDays,
    remedies: { ...remediesText(rules) },
    owedLapse: rules.owedLapse,
    owedLapseSource: rules.sources.owedLapse,
    silenceAgrees: rules.silenceAgrees,
  }
}
