import type { Calendar, Day } from '../../../kernel/calendar.ts'
import { clockOn, type Moment } from '../../../kernel/clock-state.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { earlierOf, laterOf } from '../../../kernel/order.ts'
import { addWorkdays, workdaysBefore } from '../../../kernel/workdays.ts'
import type { ClockKind } from '../contract/clock.ts'
import { isEnded } from './clocks.ts'
import type { CaseClockFacts, CaseFacts } from './facts.ts'
import { openAnswer } from './subject.ts'

/** Two working days before a due day, as the national approval system warns. */
const warnBefore = 2
/** No law says how long a correction may take: after so many working days the applicant is asked once. */
const correctionWaits = 5
/** A case is looked at this often in working days, although its next moment lies further off: a corrected calendar may have moved it. */
const lookEvery = 5
/** 09:00, when offices open. */
const morningMs = 9 * 3_600_000

/**
 * What is to be said about a case on the morning of a working day. `warning`: a due day comes; `passed`: it is over, which for the time
 * to answer means that the case counts as accepted; `waiting`: the applicant has not brought the correction.
 */
export interface Reminder {
  readonly clock: ClockKind | 'correction'
  /** The owed paper, or the department that was asked; null for the others. */
  readonly ref: string | null
  readonly moment: 'warning' | 'passed' | 'waiting'
  /** How often the clock has been set going or extended before its due day: each round is reminded of once. */
  readonly round: number
  readonly on: Day
  /** The due day; of a correction the day on which it was asked for. */
  readonly dueOn: Day
  /** The due day is what the running plan expects, and moves with it. */
  readonly forecast?: true
}

/** By owed paper without a clock: the day on which the plan lets the matter start before which it must be there. */
export type Expected = ReadonlyMap<string, Day>

/** What makes a reminder the only one of its case. */
export function reminderKey({ clock, ref, moment, round }: Omit<Reminder, 'on' | 'dueOn'>): string {
  return `${clock}:${ref ?? ''}:${moment}:${round}`
}

/** All reminders of a case that can still be wanted on this day, in their order. A clock that stands still in time or is over has none. */
export function remindersOf(facts: CaseFacts, moment: Moment, expected: Expected = new Map()): Reminder[] {
  const running = facts.clocks.filter((item) => !isEnded(item) && !isAnswered(facts, item, moment))
  const all = [
    ...running.flatMap((item) => remindersOfClock(item, { ...moment, before: roundsBefore(facts, item) })),
    ...correctionOf(facts, moment),
    ...[...expected].map(([ref, dueOn]) => expectedOf(ref, dueOn, moment)),
  ]
  const wanted = all.filter((one) => one.moment !== 'warning' || one.dueOn >= moment.today)
  return wanted.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** Nobody must answer an application that is being withdrawn. */
function isAnswered(facts: CaseFacts, { kind }: CaseClockFacts, moment: Moment): boolean {
  return (kind === 'receipt' || kind === 'recheck') && openAnswer(facts, moment)?.kind !== kind
}

/** A second special procedure, a limit that runs anew: reminded of for itself. */
function roundsBefore({ clocks }: CaseFacts, { kind, ref, clock }: CaseClockFacts): number {
  const earlier = clocks.slice(
    0,
    clocks.findIndex((item) => item.clock === clock),
  )
  const same = earlier.filter((item) => item.kind === kind && item.ref === ref)
  return same.reduce((sum, item) => sum + item.clock.ledger.filter(({ kind: what }) => sets.includes(what)).length, 0)
}

const sets: readonly string[] = ['started', 'resumed', 'extended']

function remindersOfClock(
  { kind, ref, clock }: CaseClockFacts,
  { before, ...moment }: Moment & { readonly before: number },
): Reminder[] {
  const { calendar } = moment
  const { dueOn, colour } = clockOn(clock, moment)
  if (dueOn === null) return []
  const begins = clock.ledger.filter((entry) => entry.kind === 'started' || entry.kind === 'resumed')
  const rounds = clock.ledger.filter((entry) => isRound(entry, dueOn))
  const same = { clock: kind, ref, round: before + rounds.length, dueOn }
  const began = begins.at(-1)?.on ?? dueOn
  // Whoever has just set the clock going need not be told of it on that day.
  const warnOn = laterOf(workdaysBefore(calendar, dueOn, warnBefore), addWorkdays(calendar, began, 1))
  const passed: Reminder = { ...same, moment: 'passed', on: addWorkdays(calendar, dueOn, 1) }
  return warnOn > dueOn || colour === 'suspended' ? [passed] : [{ ...same, moment: 'warning', on: warnOn }, passed]
}

/** What comes after the due day moves it no more. */
function isRound({ kind, on }: CaseClockFacts['clock']['ledger'][number], dueOn: Day): boolean {
  return sets.includes(kind) && on <= dueOn
}

/** Warned of once, however the plan moves afterwards: what follows when the day comes is the clock's. */
function expectedOf(ref: string, dueOn: Day, { calendar }: Moment): Reminder {
  const on = workdaysBefore(calendar, dueOn, warnBefore)
  return { clock: 'owed', ref, moment: 'warning', round: 0, on, dueOn, forecast: true }
}

function correctionOf({ state, correctedOn }: CaseFacts, { calendar }: Moment): Reminder[] {
  if (state !== 'correcting' || correctedOn === null) return []
  const on = addWorkdays(calendar, correctedOn, correctionWaits)
  return [{ clock: 'correction', ref: null, moment: 'waiting', round: 1, on, dueOn: correctedOn }]
}

/** Of these what is to be said by now. */
export function dueOf(reminders: readonly Reminder[], today: Day): Reminder[] {
  return reminders.filter(({ on }) => on <= today)
}

/**
 * When to look at the case next: 09:00 of the working day of the first reminder; what should have been said before is said on the next
 * morning, so that whoever enters afterwards what happened earlier can finish it. Null when nothing is left to say.
 */
export function nextLook(
  pending: readonly Reminder[],
  { calendar, now }: { readonly calendar: Calendar; readonly now: Date },
): Date | null {
  const [first] = pending
  if (!first) return null
  const today = legalDayOf(now)
  const soonest = morningOf(addWorkdays(calendar, today, 0)) > now ? 0 : 1
  const next = addWorkdays(calendar, today, soonest)
  const latest = addWorkdays(calendar, today, lookEvery)
  const wanted = laterOf(first.on, next)
  return morningOf(earlierOf(wanted, latest))
}

function morningOf(day: Day): Date {
  return new Date(beginningOf(day).getTime() + morningMs)
}
