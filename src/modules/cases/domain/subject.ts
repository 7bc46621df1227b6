import type { Day } from '../../../kernel/calendar.ts'
import { type ClockState, clockOn, type Moment } from '../../../kernel/clock-state.ts'
import type { ClockKind } from '../contract/clock.ts'
import type { CaseState } from '../contract/state.ts'
import type { StepSubject } from '../contract/step-subject.ts'
import { isEnded } from './clocks.ts'
import type { CaseFacts } from './facts.ts'

const unanswered: readonly CaseState[] = ['received', 'window_accepted', 'corrected']

/** What the table of steps asks of the case on a day. */
export function subjectOf(facts: CaseFacts, moment: Moment): StepSubject {
  const { state, correctedOn, issuedOn, papers } = facts
  const deemedAcceptedOn = facts.deemedAcceptedOn ?? lapsedFrom(facts, moment)
  return { state, correctedOn, issuedOn, papers, deemedAcceptedOn, owedOverdue: hasOwedOverdue(facts, moment) }
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
