import type { Day } from '../../../kernel/calendar.ts'
import { clockOn, type Moment } from '../../../kernel/clock-state.ts'
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
  if (!unanswered.includes(facts.state)) return null
  const open = facts.clocks.find((item) => ['receipt', 'recheck'].includes(item.kind) && !isEnded(item))
  if (!open || clockOn(open.clock, moment).colour !== 'overdue') return null
  return open.clock.ledger[0]?.on ?? null
}

function hasOwedOverdue({ clocks }: CaseFacts, moment: Moment): boolean {
  return clocks.some(
    (item) => item.kind === 'owed' && !isEnded(item) && clockOn(item.clock, moment).colour === 'overdue',
  )
}
