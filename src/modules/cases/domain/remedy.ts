import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import type { CaseRules } from '../contract/rules.ts'
import type { CaseState } from '../contract/state.ts'
import type { CaseFacts } from './facts.ts'

const reviewable: readonly CaseState[] = ['acceptance_refused', 'declined', 'not_passed', 'taken_back', 'revoked']

/** Until when what was refused, taken back or revoked may be brought to reconsideration or to court. */
export interface Remedy {
  readonly reconsiderBy: Day
  readonly sueBy: Day
}

/**
 * Counted from the day of the decision as the earliest day on which the applicant can have learned of it (行政复议法 第20条: 60 days;
 * 行政诉讼法 第46条: six months; both as the rules have them). Null when there is nothing to review.
 */
export function remedyOf({ state, lastOn, decidedOn }: CaseFacts, rules: CaseRules): Remedy | null {
  if (!reviewable.includes(state)) return null
  const from = state === 'not_passed' && decidedOn !== null ? decidedOn : lastOn
  return {
    reconsiderBy: dayFromNumber(dayNumber(from) + rules.reconsiderationDays),
    sueBy: monthsAfter(from, rules.suitMonths),
  }
}

/** The same day of a later month, or its last day. */
function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}
