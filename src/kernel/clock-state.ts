import { type Calendar, type Day, dayFromNumber, dayNumber, dayOfOrdinal, isProvisional } from './calendar.ts'
import type { Clock, ClockUnit } from './clock.ts'
import { nextWorkday, workdaysUntil } from './workdays.ts'

export const clockColours = ['normal', 'warning', 'overdue', 'suspended'] as const
export type ClockColour = (typeof clockColours)[number]

/** What a ledger says on a day. All days are in the clock's own unit. */
export interface ClockState {
  /** Budget with its extensions. */
  readonly total: number
  /** Days counted so far, suspended days left out. */
  readonly used: number
  /** Days still to go to the due date; 0 on it and after it. */
  readonly left: number
  /** Null while suspended: the day depends on when it resumes. */
  readonly dueOn: Day | null
  /** Days counted after the due date. */
  readonly late: number
  readonly colour: ClockColour
  /** The due date lies in a year whose holiday notice is not loaded: it may still move. */
  readonly provisional: boolean
}

export interface Moment {
  readonly calendar: Calendar
  readonly today: Day
  /** Warning when so many days or fewer are left; 2 as in the national approval system. */
  readonly warnWithin?: number
}

/** Day numbers between which the clock runs: after `after`, up to `until` included; the last one may be open. */
interface Run {
  readonly after: number
  readonly until: number
}

/**
 * Derives used, left, due date, colour and lateness on `today` from what had been entered by then. Nothing is stored,
 * so a calendar that is corrected afterwards corrects them all. In calendar days a due date on a day off moves to the
 * next working day (民法典 第203条). Overdue goes before suspended: a late clock that is suspended stays late.
 */
export function clockOn(clock: Clock, { calendar, today, warnWithin = 2 }: Moment): ClockState {
  const count = counterOf(clock.budget.unit, calendar)
  const known = clock.ledger.filter((entry) => entry.kind === 'started' || entry.on <= today)
  const total = known.reduce((sum, entry) => sum + (entry.kind === 'extended' ? entry.days : 0), clock.budget.days)
  const runs = runsOf(known)
  const ended = known.find((entry) => entry.kind === 'ended')
  const now = dayNumber(ended?.on ?? today)
  const suspended = ended === undefined && runs.at(-1)?.until !== Number.POSITIVE_INFINITY
  const due = dueOf(runs, { total, unit: clock.budget.unit, calendar })
  const used = countIn(runs, { from: Number.NEGATIVE_INFINITY, to: now, count })
  const late = due === null ? 0 : countIn(runs, { from: due, to: now, count })
  const left = due === null ? total - used : now >= due ? 0 : countIn(runs, { from: now, to: due, count })
  const overdue = due !== null && now > due
  const near = !ended && left <= warnWithin
  return {
    total,
    used,
    left,
    dueOn: due === null ? null : dayFromNumber(due),
    late,
    colour: overdue ? 'overdue' : suspended ? 'suspended' : near ? 'warning' : 'normal',
    provisional: due !== null && isProvisional(calendar, due),
  }
}

/** How many days of the unit lie up to a day, it included. */
type Counter = (day: number) => number

function counterOf(unit: ClockUnit, calendar: Calendar): Counter {
  return unit === 'workday' ? (day) => workdaysUntil(calendar, day) : (day) => day
}

/** Suspended on s and resumed on r: the days after s up to r do not count. */
function runsOf(ledger: Clock['ledger']): readonly Run[] {
  const runs: Run[] = []
  let after: number | null = null
  for (const entry of ledger) {
    const day = dayNumber(entry.on)
    if (entry.kind === 'started' || entry.kind === 'resumed') after = day
    else if (entry.kind === 'suspended' && after !== null) {
      runs.push({ after, until: day })
      after = null
    }
  }
  if (after !== null) runs.push({ after, until: Number.POSITIVE_INFINITY })
  return runs
}

function countIn(runs: readonly Run[], span: { from: number; to: number; count: Counter }): number {
  let sum = 0
  for (const run of runs) {
    const from = Math.max(run.after, span.from)
    const to = Math.min(run.until, span.to)
    if (to > from) sum += span.count(to) - span.count(from)
  }
  return sum
}

/** Day number on which the last day of the total falls, or null when the clock stands still before it. */
function dueOf(runs: readonly Run[], limit: { total: number; unit: ClockUnit; calendar: Calendar }): number | null {
  const { total, unit, calendar } = limit
  const count = counterOf(unit, calendar)
  let left = total
  for (const run of runs) {
    const here = run.until === Number.POSITIVE_INFINITY ? left : count(run.until) - count(run.after)
    if (left > here) left -= here
    else if (left === 0 || unit === 'calendarDay') return nextWorkday(calendar, run.after + left)
    else return dayOfOrdinal(calendar, count(run.after) + left - 1)
  }
  return null
}
