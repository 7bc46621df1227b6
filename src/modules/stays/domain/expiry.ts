/** 公共租赁住房管理办法（住建部令第11号）第28条：期满前三个月申请续租（条号凭记忆，M；天数是本区规则）；民法典 第733条：租赁期限届满，承租人应当返还租赁物。 */
import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'

export interface Term {
  readonly endsOn: Day
  readonly endedOn: Day | null
  /** Days before the end on which it warns; null: the zone has not said so. */
  readonly warnDays: number | null
}

/** In its last days by the zone's rule, and not ended. */
export function isExpiring({ endsOn, endedOn, warnDays }: Term, today: Day): boolean {
  return endedOn === null && warnDays !== null && endsOn >= today && warnOn(endsOn, warnDays) <= today
}

/** Its last day is over and nobody has prolonged it: it has ended by the day. */
export function isOver({ endsOn, endedOn }: Pick<Term, 'endsOn' | 'endedOn'>, today: Day): boolean {
  return endedOn === null && endsOn < today
}

/** The next day after today on which one begins to warn or has ended; null: none. */
export function nextLookOn(terms: readonly Term[], today: Day): Day | null {
  const days = terms
    .filter(({ endedOn }) => endedOn === null)
    .flatMap(({ endsOn, warnDays }) => [
      ...(warnDays === null ? [] : [warnOn(endsOn, warnDays)]),
      dayFromNumber(dayNumber(endsOn) + 1),
    ])
  return days.filter((day) => day > today).toSorted()[0] ?? null
}

const warnOn = (endsOn: Day, warnDays: number): Day => dayFromNumber(dayNumber(endsOn) - warnDays)
