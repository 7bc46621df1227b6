/**
 * 城市房地产管理法 Art. 26 [V]: one year past the agreed start an idle fee of at most 20 % of the price, two years past it the land is taken back
 * without pay; not where force majeure or the government is the cause. 闲置土地处置办法 (53号令) Art. 2 [P]: idle too when less than a third of
 * the area is built or less than a quarter of the investment spent, and work has stopped for a year. The clock only tells; letters are people's.
 */
import { Decimal } from 'decimal.js'
import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { type Money, money } from '../../../kernel/money.ts'
import { monthsLater } from '../../../kernel/months.ts'
import type { IdleState } from '../contract/words.ts'

interface IdleRule {
  readonly warnDays: number
  readonly feeMonths: number
  readonly takeBackMonths: number
  readonly feePercent: number
  /** Below one of these, and stopped for so long: idle although it was begun. */
  readonly builtPercent: number
  readonly spentPercent: number
  readonly stoppedMonths: number
}

/** A time that does not count, with its cause; open: it still lasts. */
export interface Excused {
  readonly from: Day
  readonly until: Day | null
}

export interface IdleFacts {
  /** With its extensions. */
  readonly startDueOn: Day
  readonly startedOn: Day | null
  readonly stoppedOn: Day | null
  /** Null: nobody has measured it. */
  readonly builtPercent: number | null
  readonly spentPercent: number | null
  readonly excused: readonly Excused[]
  readonly finished: boolean
}

interface IdleStanding {
  readonly state: IdleState
  /** Whether a cause lets it stand still today. */
  readonly standing: boolean
  readonly excusedDays: number
  /** Null once it has started, or while it stands still: then nobody knows. */
  readonly feeOn: Day | null
  readonly takeBackOn: Day | null
}

/** Days within [from, to) that some cause excuses; overlapping causes count once. */
export function excusedDays(excused: readonly Excused[], from: Day, to: Day): number {
  const start = dayNumber(from)
  const end = dayNumber(to)
  let last = start
  let days = 0
  for (const one of excused.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const begins = Math.max(last, dayNumber(one.from))
    const ends = Math.min(end, one.until === null ? end : dayNumber(one.until))
    if (ends <= begins) continue
    days += ends - begins
    last = ends
  }
  return days
}

/** The day on which a term from a day ends when excused days do not count. */
function endOf(from: Day, months: number, excused: readonly Excused[]): Day {
  const plain = dayNumber(monthsLater(from, months))
  let end = plain
  for (let i = 0; i < 20; i++) {
    const next = plain + excusedDays(excused, from, dayFromNumber(end))
    if (next === end) break
    end = next
  }
  return dayFromNumber(end)
}

export function idleOn(facts: IdleFacts, rule: IdleRule, today: Day): IdleStanding {
  const { excused, finished, startedOn, startDueOn } = facts
  const standing = excused.some(({ from, until }) => from <= today && (until === null || today < until))
  if (finished) return { state: 'quiet', standing: false, excusedDays: 0, feeOn: null, takeBackOn: null }
  if (startedOn !== null) return stopped(facts, rule, { today, standing })
  const past = { standing, excusedDays: excusedDays(excused, startDueOn, today) }
  const closed = excused.map(({ from, until }) => ({ from, until: until ?? today }))
  const feeOn = endOf(startDueOn, rule.feeMonths, closed)
  const takeBackOn = endOf(startDueOn, rule.takeBackMonths, closed)
  const days = standing ? { feeOn: null, takeBackOn: null } : { feeOn, takeBackOn }
  if (today >= takeBackOn) return { state: 'takeBack', ...past, ...days }
  if (today >= feeOn) return { state: 'idleFee', ...past, ...days }
  const warned = !standing && dayNumber(feeOn) - dayNumber(today) <= rule.warnDays
  return { state: warned ? 'warning' : 'quiet', ...past, ...days }
}

function stopped(
  facts: IdleFacts,
  rule: IdleRule,
  { today, standing }: { today: Day; standing: boolean },
): IdleStanding {
  const { stoppedOn, builtPercent, spentPercent, excused } = facts
  const none = { standing, feeOn: null, takeBackOn: null }
  if (stoppedOn === null) return { state: 'quiet', ...none, excusedDays: 0 }
  const past = { ...none, excusedDays: excusedDays(excused, stoppedOn, today) }
  const little =
    (builtPercent !== null && builtPercent < rule.builtPercent) ||
    (spentPercent !== null && spentPercent < rule.spentPercent)
  const closed = excused.map(({ from, until }) => ({ from, until: until ?? today }))
  const on = endOf(stoppedOn, rule.stoppedMonths, closed)
  if (little && today >= on) return { state: 'stopped', ...past }
  return { state: little && dayNumber(on) - dayNumber(today) <= rule.warnDays ? 'warning' : 'quiet', ...past }
}

/** The idle fee at most: of the land price. */
export function idleFeeLimit(priceYuan: Money, { feePercent }: Pick<IdleRule, 'feePercent'>): Money {
  return money(new Decimal(priceYuan).times(feePercent).div(100).toString())
}

/** Longer than every term of the law. */
const farthestDays = 1_500

/** The day on which the clock says something else than today if nothing happens until then; null: nothing is coming. */
export function nextTurn(facts: IdleFacts, rule: IdleRule, today: Day): Day | null {
  const { state } = idleOn(facts, rule, today)
  const from = dayNumber(today)
  for (let day = from + 1; day <= from + farthestDays; day++) {
    if (idleOn(facts, rule, dayFromNumber(day)).state !== state) return dayFromNumber(day)
  }
  return null
}
