import { type Day, dayNumber } from './calendar.ts'
import type { Label } from './label.ts'
import { Problem } from './problem.ts'
import { refuseUncountable } from './workdays.ts'

/** Working days (行政许可法 第82条) or calendar days (bare 日 elsewhere; 民法典 第201、203条). */
export type ClockUnit = 'workday' | 'calendarDay'

/** Days of the limit as law or promise gives them; never below zero. */
export interface Budget {
  readonly days: number
  readonly unit: ClockUnit
}

/** Why an entry was made and the paper that says so: time that is excluded must be told in writing (行政许可法 第45条). */
interface Grounds {
  readonly reason: string
  /** Number or code of the paper; null when the reason needs none. */
  readonly paper: string | null
}

/**
 * What happened to a clock, in the order it happened. Every entry takes effect on the day after `on`: the day of an
 * event does not count (民法典 第201条), and so the day of a suspension still does and the day of a resumption does not.
 * - started: acceptance (第32条), or whatever else sets the limit going;
 * - suspended, resumed: hearing, tender, inspection, testing, expert review (第45条), with the length promised;
 * - extended: more days by the head's approval (第42条: 10; joint handling 15);
 * - ended: decided (第42条) or delivered (第44条).
 */
export type ClockEntry =
  | ({ readonly kind: 'started'; readonly on: Day } & Partial<Grounds>)
  | ({ readonly kind: 'suspended'; readonly on: Day; readonly promisedDays?: number } & Grounds)
  | ({ readonly kind: 'resumed'; readonly on: Day } & Grounds)
  | ({ readonly kind: 'extended'; readonly on: Day; readonly days: number } & Grounds)
  | ({ readonly kind: 'ended'; readonly on: Day } & Partial<Grounds>)

/** A limit that runs: budget and ledger. No due date is kept; `clock-state.ts` derives it from a calendar, again and again. */
export interface Clock {
  readonly budget: Budget
  readonly ledger: readonly ClockEntry[]
}

type Running = 'new' | 'running' | 'suspended' | 'ended'

/** What may follow what. */
const follows: Readonly<
  Record<ClockEntry['kind'], { readonly after: readonly Running[]; readonly becomes?: Running }>
> = {
  started: { after: ['new'], becomes: 'running' },
  suspended: { after: ['running'], becomes: 'suspended' },
  resumed: { after: ['suspended'], becomes: 'running' },
  extended: { after: ['running', 'suspended'] },
  ended: { after: ['running', 'suspended'], becomes: 'ended' },
}

export function startClock(budget: Budget, on: Day): Clock {
  refuseUncountable(budget.days)
  return enter({ budget, ledger: [] }, { kind: 'started', on })
}

/**
 * The clock with one more entry, which must be possible now, not lie before the last one, and give its reason.
 * A day out of order is refused, not sorted in: the ledger says what was known when.
 *
 * @throws Problem rule_violated `clock.out_of_order | clock.not_possible`, invalid_input `clock.no_reason`
 */
export function enter(clock: Clock, entry: ClockEntry): Clock {
  dayNumber(entry.on)
  const { after } = follows[entry.kind]
  const now = runningOf(clock)
  if (!after.includes(now)) throw notPossible(entry, now)
  const last = clock.ledger.at(-1)
  if (last && entry.on < last.on) {
    throw refusal('out_of_order', entry, {
      zh: `日期 ${entry.on} 早于上一笔记录 ${last.on}，请更正日期。`,
      en: `the date ${entry.on} lies before the last entry of ${last.on}; correct the date.`,
    })
  }
  if (entry.kind === 'extended') refuseUncountable(entry.days)
  if (entry.kind !== 'started' && entry.kind !== 'ended' && entry.reason.trim() === '') {
    throw refusal('no_reason', entry, { zh: '请写明理由。', en: 'state the reason.' })
  }
  return { ...clock, ledger: [...clock.ledger, entry] }
}

function runningOf(clock: Clock): Running {
  let running: Running = 'new'
  for (const entry of clock.ledger) running = follows[entry.kind].becomes ?? running
  return running
}

const names: Readonly<Record<ClockEntry['kind'], Label>> = {
  started: { zh: '开始', en: 'start' },
  suspended: { zh: '中止', en: 'suspend' },
  resumed: { zh: '恢复', en: 'resume' },
  extended: { zh: '延长', en: 'extend' },
  ended: { zh: '办结', en: 'end' },
}

const states: Readonly<Record<Running, Label>> = {
  new: { zh: '尚未开始', en: 'has not started' },
  running: { zh: '正在计时', en: 'is running' },
  suspended: { zh: '已中止', en: 'is suspended' },
  ended: { zh: '已办结', en: 'has ended' },
}

function notPossible(entry: ClockEntry, now: Running): Problem {
  return refusal('not_possible', entry, {
    zh: `期限${states[now].zh}，不能${names[entry.kind].zh}。`,
    en: `cannot ${names[entry.kind].en} a clock that ${states[now].en}.`,
  })
}

type Reason = 'out_of_order' | 'no_reason' | 'not_possible'

function refusal(reason: Reason, entry: ClockEntry, text: Label): Problem {
  return new Problem(
    reason === 'no_reason' ? 'invalid_input' : 'rule_violated',
    `clock.${reason}`,
    { zh: `期限记录：${text.zh}`, en: `Clock: ${text.en}` },
    { entry: entry.kind, on: entry.on },
  )
}
