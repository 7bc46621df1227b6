import type { Day } from '../../../kernel/calendar.ts'
import { type ClockState, clockOn, type Moment } from '../../../kernel/clock-state.ts'
import type { ClockKind } from '../contract/clock.ts'
import type { CaseState } from '../contract/state.ts'
import type { Relation, StepSubject } from '../contract/step-subject.ts'
import { isEnded } from './clocks.ts'
import type { CaseFacts } from './facts.ts'
import { waitingOf } from './review.ts'

const unanswered: readonly CaseState[] = ['received', 'window_accepted', 'corrected']

/** Somebody who stands in no relation to the case. */
export const stranger: Relation = { departmentId: null, headsDepartment: false, headsZone: false }

/** What else the table is asked by: how the caller stands to the case, and the zone's rule for a lapsed paper. */
export interface Standing {
  readonly relation: Relation
  readonly owedLapse: StepSubject['owedLapse']
  /** The round over a stage as part of which a step would be taken. */
  readonly stageRound?: string | undefined
}

/** What the table of steps asks of the case on a day. */
export function subjectOf(
  facts: CaseFacts,
  moment: Moment,
  { relation, owedLapse, stageRound }: Standing = { relation: stranger, owedLapse: 'office' },
): StepSubject {
  const { state, correctedOn, issuedOn, papers, extendedOn, remindedOn } = facts
  const deemedAcceptedOn = facts.deemedAcceptedOn ?? lapsedFrom(facts, moment)
  return {
    ...{ state, correctedOn, issuedOn, papers, deemedAcceptedOn, owedOverdue: hasOwedOverdue(facts, moment) },
    ...{ owedLapse, extendedOn, remindedOn, today: moment.today, relation },
    statutory: statutoryOf(facts, moment),
    review: reviewOf(facts, stageRound),
  }
}

function statutoryOf({ clocks }: CaseFacts, moment: Moment): StepSubject['statutory'] {
  const running = clocks.find((item) => item.kind === 'statutory' && !isEnded(item))
  if (!running) return null
  return { overdue: clockOn(running.clock, moment).colour === 'overdue', unit: running.clock.budget.unit }
}

function reviewOf({ review }: CaseFacts, stageRound: string | undefined): StepSubject['review'] {
  if (review === null) return null
  const idOf = ({ departmentId }: { readonly departmentId: string }) => departmentId
  return {
    open: review.concludedOn === null,
    stage: review.stage !== undefined && review.stage.id !== stageRound,
    asked: review.asked.map(idOf),
    waiting: waitingOf(review).map(idOf),
  }
}

/**
 * The day from which the case counts as accepted because nobody answered within five working days
 * (行政许可法 第32条第1款第4项); null when somebody did or there is still time.
 */
export function lapsedFrom(facts: CaseFacts, moment: Moment): Day | null {
  const open = openAnswer(facts, moment)
  return open?.colour === 'overdue' ? open.startedOn : null
}

/** The clock by which somebody must still answer the application, as it stands on a day; null when nobody must. */
export function openAnswer(
  facts: CaseFacts,
  moment: Moment,
): (ClockState & { readonly kind: ClockKind; readonly startedOn: Day }) | null {
  if (!unanswered.includes(facts.state)) return null
  const open = facts.clocks.find((item) => ['receipt', 'recheck'].includes(item.kind) && !isEnded(item))
  const startedOn = open?.clock.ledger[0]?.on
  if (!open || startedOn === undefined) return null
  return { ...clockOn(open.clock, moment), kind: open.kind, startedOn }
}

function hasOwedOverdue({ clocks }: CaseFacts, moment: Moment): boolean {
  return clocks.some(
    (item) => item.kind === 'owed' && !isEnded(item) && clockOn(item.clock, moment).colour === 'overdue',
  )
}
