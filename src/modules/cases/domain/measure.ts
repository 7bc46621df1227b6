import type { Calendar } from '../../../kernel/calendar.ts'
import { clockOn, type Moment } from '../../../kernel/clock-state.ts'
import { workdaysBetween } from '../../../kernel/workdays.ts'
import type { HandledCase, OwedRecord } from '../contract/handled.ts'
import { isEnded } from './clocks.ts'
import type { CaseFacts } from './facts.ts'

type Measure = Omit<HandledCase, 'id' | 'projectId' | 'matter' | 'authority'>

/**
 * How a decided case went, counted in working days whatever the unit of its limit (行政许可法 第82条), with the time of special
 * procedures apart (第45条). Null while it is undecided. One that was decided without an acceptance counts as accepted on receipt.
 */
export function measureOf(facts: CaseFacts, calendar: Calendar): Measure | null {
  const { receivedOn, decidedOn, correctedOn } = facts
  if (decidedOn === null) return null
  const acceptedOn = facts.acceptedOn ?? receivedOn
  const between = (from: string, to: string) => Math.max(0, workdaysBetween(calendar, from, to))
  const whole = between(acceptedOn, decidedOn)
  const limit = facts.clocks.find(({ kind }) => kind === 'promised')?.clock
  const counted =
    limit && clockOn({ ...limit, budget: { days: limit.budget.days, unit: 'workday' } }, { calendar, today: decidedOn })
  const handling = Math.min(whole, counted?.used ?? whole)
  return {
    ...{ receivedOn, acceptedOn, decidedOn, handling, suspended: whole - handling },
    ...{ before: between(receivedOn, acceptedOn), corrected: correctedOn !== null },
  }
}

/** Owed papers with days of their own: those handed in by their day, and those that were not; still running ones are neither. */
export function owedRecord(cases: readonly CaseFacts[], moment: Moment): OwedRecord {
  const owed = cases.flatMap(({ clocks }) => clocks.filter(({ kind }) => kind === 'owed'))
  const read = owed.map((item) => ({ late: clockOn(item.clock, moment).late > 0, over: isEnded(item) }))
  return {
    met: read.filter(({ late, over }) => over && !late).length,
    lapsed: read.filter(({ late }) => late).length,
  }
}
