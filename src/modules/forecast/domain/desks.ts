import { dayNumber } from '../../../kernel/calendar.ts'
import type { HandledCase } from '../../cases/contract/handled.ts'
import type { Given, GivenDesk } from './given.ts'

/** How many cases a desk works on at once, and where that is known from. */
export interface Capacity {
  /** 0: the organisation names no people there, so nobody knows, and nothing waits. */
  readonly cases: number
  readonly from: 'measured' | 'assumed' | 'unknown'
}

/**
 * People times the cases that one is assumed to work on at once; where the desk's own decided cases are enough and it has carried more
 * than that at a time, what it has carried.
 */
export function capacityOf(
  { officers, authorities }: GivenDesk,
  { history, rules }: Pick<Given, 'history' | 'rules'>,
): Capacity {
  if (officers === 0) return { cases: 0, from: 'unknown' }
  const own = new Set(authorities)
  const cases = history.filter(({ authority }) => own.has(authority))
  const assumed = officers * rules.casesAtOnce
  const carried = cases.length >= rules.minimumCases ? mostAtOnce(cases) : 0
  return carried > assumed ? { cases: carried, from: 'measured' } : { cases: assumed, from: 'assumed' }
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
