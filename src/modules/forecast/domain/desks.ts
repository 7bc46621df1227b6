import { dayNumber } from '../../../kernel/calendar.ts'
import type { HandledCase } from '../../cases/contract/handled.ts'
import type { Given, GivenDesk } from './given.ts'

/** How many cases a desk works on at once, and where that is known from. */
export interface Capacity {
  /** 0: the organisation names no people there, so nobody knows, and nothing waits. */
  readonly cases: number
  readonly from: 'measured' | 'set' | 'assumed' | 'unknown'
  /** What one officer more would carry. */
  readonly each: number
}

/**
 * People who are there times the cases that one works on at once, as the zone has said or as is assumed; where the desk's own decided cases are enough and it has carried more
 * than that at a time, what it has carried. Whoever is away a part of the time is there for the rest of it; somebody always is.
 */
export function capacityOf(
  { officers, absent, casesAtOnce, authorities }: GivenDesk,
  { history, rules }: Pick<Given, 'history' | 'rules'>,
): Capacity {
  const each = casesAtOnce ?? rules.casesAtOnce
  if (officers === 0) return { cases: 0, from: 'unknown', each }
  const own = new Set(authorities)
  const cases = history.filter(({ authority }) => own.has(authority))
  const there = Math.max(0, officers - absent / rules.absenceDays)
  const expected = Math.max(1, Math.round(there * each))
  const carried = cases.length >= rules.minimumCases ? mostAtOnce(cases) : 0
  const scaled = Math.max(1, Math.round((carried * there) / officers))
  if (carried > officers * each) return { cases: scaled, from: 'measured', each }
  return { cases: expected, from: casesAtOnce === null ? 'assumed' : 'set', each }
}

/** Most cases between acceptance and decision on one day. */
export function mostAtOnce(cases: readonly Pick<HandledCase, 'acceptedOn' | 'decidedOn'>[]): number {
  const steps = cases.flatMap(({ acceptedOn, decidedOn }) => [
    { day: dayNumber(acceptedOn), change: 1 },
    { day: dayNumber(decidedOn) + 1, change: -1 },
  ])
  steps.sort((a, b) => a.day - b.day || a.change - b.change)
  let now = 0
  let most = 0
  for (const { change } of steps) {
    now += change
    if (now > most) most = now
  }
  return most
}
