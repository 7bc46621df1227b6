import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import type { Moment } from '../../../kernel/clock-state.ts'
import { laterOf } from '../../../kernel/order.ts'
import { addWorkdays } from '../../../kernel/workdays.ts'
import type { Progress } from '../../projects/contract/progress.ts'
import { type CaseState, passedStates, undecidedStates } from '../contract/state.ts'
import type { CaseFacts } from './facts.ts'
import { type ReadClock, readClocks } from './light.ts'

type MatterProgress = Progress['matters'][string]

/**
 * What a case says to the plan of its project: filed, and the day on which it ended, or on which its promised limit will have
 * run out. Null: it came to nothing (withdrawn, refused, not passed, taken back, revoked), so that the matter is still to be filed.
 */
export function progressOfCase(facts: CaseFacts, moment: Moment): MatterProgress | null {
  const filed = facts.receivedOn
  if (includes(passedStates, facts.state))
    return { filed, ...(facts.decidedOn !== null && { finished: facts.decidedOn }) }
  if (!isUndecided(facts.state)) return null
  const expected = expectedEnd(facts, moment)
  return expected === null ? { filed } : { filed, expected }
}

/** Whether the clocks of a case in this state say anything to the plan. */
export function isUndecided(state: CaseState): boolean {
  return includes(undecidedStates, state)
}

/** Null before the acceptance: no limit runs to a decision yet. Never before today. */
function expectedEnd(facts: CaseFacts, moment: Moment): Day | null {
  const promised = readClocks(facts, moment).findLast((item) => item.kind === 'promised')
  if (!promised) return null
  const due = promised.now.dueOn ?? afterSuspension(promised, moment)
  return laterOf(due, moment.today)
}

/** A suspension lasts as long as was promised; one that lasts longer may end any day. What is left runs on from there. */
function afterSuspension({ clock, now }: ReadClock, { calendar, today }: Moment): Day {
  const last = clock.ledger.at(-1)
  const promisedDays = last?.kind === 'suspended' ? (last.promisedDays ?? 0) : 0
  const planned = addWorkdays(calendar, last?.on ?? today, promisedDays)
  const resumes = laterOf(planned, today)
  if (clock.budget.unit === 'workday') return addWorkdays(calendar, resumes, now.left)
  return dayFromNumber(dayNumber(resumes) + now.left)
}

function includes<T extends string>(states: readonly T[], state: string): state is T {
  return (states as readonly string[]).includes(state)
}
