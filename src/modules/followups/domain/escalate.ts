import type { Calendar, Day } from '../../../kernel/calendar.ts'
import { addWorkdays, workdaysBetween } from '../../../kernel/workdays.ts'
import type { Audience, Cause } from '../contract/escalation.ts'

/** A rule of the zone, as its record says. */
export interface EscalationRule {
  readonly id: string
  readonly name: string
  readonly cause: Cause
  readonly days: number
  readonly audience: readonly Audience[]
  readonly everyDays: number | null
  readonly replyDays: number | null
}

/** One thing that a case or a follow-up says today. `left` counts down to its day, `over` counts from it; both in working days. */
export interface Signal {
  readonly cause: Cause
  /** Day and paper that it is about: another day is another signal. */
  readonly mark: string
  readonly left: number | null
  readonly over: number | null
  readonly dueOn: Day | null
}

/** What a rule wants said, with what makes it the only one of its sort. */
export interface Escalation {
  readonly rule: EscalationRule
  readonly signal: Signal
  /** Once for each cause, day and cycle. */
  readonly key: string
}

export interface WatchedClock {
  readonly kind: string
  readonly ref: string | null
  readonly dueOn: Day | null
  readonly left: number
  readonly late: number
}

export interface Watched {
  readonly light: string
  readonly dueOn: Day | null
  readonly late: number
  readonly clocks: readonly WatchedClock[]
  readonly suspended: { readonly on: Day; readonly promisedDays: number | null } | null
}

interface Moment {
  readonly calendar: Calendar
  readonly today: Day
}

/** What a case says today (灯色: 银川 2025-03, 海口江东 2020). A light that knows the plan stays yellow while the plan has slack. */
export function signalsOfCase(watched: Watched, moment: Moment): Signal[] {
  const { light, dueOn, late, clocks } = watched
  const signals: Signal[] = clocks.flatMap((clock) => clockSignals(clock))
  if (light === 'warning') signals.push({ cause: 'case_yellow', mark: dueOn ?? '', left: 0, over: null, dueOn })
  if (light === 'overdue') {
    const red = { mark: dueOn ?? '', left: null, over: late, dueOn }
    signals.push({ cause: 'case_red', ...red }, { cause: 'case_long_red', ...red })
  }
  return [...signals, ...overrun(watched.suspended, moment)]
}

/** The answer that an application waits for (行政许可法 第32条), and owed papers. */
function clockSignals({ kind, ref, dueOn, left, late }: WatchedClock): Signal[] {
  if (dueOn === null || late > 0) return []
  const near = { mark: `${ref ?? ''}${dueOn}`, left, over: null, dueOn }
  if (kind === 'receipt' || kind === 'recheck') return [{ cause: 'receipt_due', ...near }]
  return kind === 'owed' ? [{ cause: 'owed_due', ...near }] : []
}

/** The length of a special procedure is told in writing (行政许可法 第45条): beyond it somebody has to ask. */
function overrun(suspended: Watched['suspended'], { calendar, today }: Moment): Signal[] {
  if (suspended === null || suspended.promisedDays === null) return []
  const until = addWorkdays(calendar, suspended.on, suspended.promisedDays)
  const over = workdaysBetween(calendar, until, today)
  return over > 0 ? [{ cause: 'procedure_overrun', mark: suspended.on, left: null, over, dueOn: until }] : []
}

/** What a follow-up that is still owed an answer says today. */
export function signalsOfFollowUp(clock: {
  readonly dueOn: Day | null
  readonly left: number
  readonly late: number
}): Signal[] {
  const { dueOn, left, late } = clock
  if (dueOn === null) return []
  if (late > 0) return [{ cause: 'follow_up_late', mark: dueOn, left: null, over: late, dueOn }]
  return [{ cause: 'follow_up_due', mark: dueOn, left, over: null, dueOn }]
}

/** Which rules a signal meets now. A rule that repeats has another key in each of its cycles. */
export function escalationsOf(rules: readonly EscalationRule[], signals: readonly Signal[]): Escalation[] {
  return signals.flatMap((signal) =>
    rules
      .filter((rule) => rule.cause === signal.cause && isMet(rule, signal))
      .map((rule) => ({ rule, signal, key: `${signal.cause}:${signal.mark}:${cycleOf(rule, signal)}` })),
  )
}

function isMet({ days }: EscalationRule, { left, over }: Signal): boolean {
  if (over !== null) return over >= Math.max(1, days)
  return left !== null && left <= days
}

function cycleOf({ days, everyDays }: EscalationRule, { over }: Signal): number {
  if (everyDays === null || over === null) return 0
  return Math.floor((over - Math.max(1, days)) / everyDays)
}

/** 08:30 of the next working day after this one: before the offices open at nine. */
export function nextPatrolOn(calendar: Calendar, today: Day): Day {
  return addWorkdays(calendar, today, 1)
}
