import { Decimal } from 'decimal.js'
import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'
import { type Money, money } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'

/** The rule of a level, as it holds on the day. */
export interface LevelTerms {
  readonly termMonths: number
  readonly maxMonths: number
  readonly sqmPerHead: number
}

const refuse = (reason: string, text: Label) => new Problem('rule_violated', `stays.${reason}`, text)

/** A flat is given by the queue, for its size, and never beside a rent allowance. Throws rule_violated. */
export function refuseAllotment(asked: {
  readonly hindrance: Label | null
  readonly position: number
  /** The first place without a hindrance. */
  readonly next: number
  readonly outOfTurn: string | null
  readonly areaSqm: number
  readonly family: number
  readonly sqmPerHead: number
  readonly apartment: boolean
}): void {
  if (!asked.apartment)
    throw refuse('no_apartment', {
      zh: '这个单元不是人才公寓，请另选。',
      en: 'This unit is no talent apartment; choose another.',
    })
  if (asked.hindrance) {
    throw refuse('rent_allowance', {
      zh: `不能分配：${asked.hindrance.zh}。`,
      en: `It is not allotted. ${asked.hindrance.en}.`,
    })
  }
  if (asked.position !== asked.next && asked.outOfTurn === null) {
    throw refuse('out_of_turn', {
      zh: `轮候第 ${asked.next} 位在前，这份申请排第 ${asked.position} 位；确需提前的，请写明理由。`,
      en: `Place ${asked.next} is before this one at ${asked.position}; say why it comes first.`,
    })
  }
  const most = asked.sqmPerHead * asked.family
  if (asked.areaSqm > most) {
    throw refuse('too_large', {
      zh: `${asked.family} 人同住最多 ${most} 平方米，这套 ${asked.areaSqm} 平方米，请换小一些的。`,
      en: `A household of ${asked.family} has ${most} m² at most; this flat has ${asked.areaSqm}. Choose a smaller one.`,
    })
  }
}

/** The last day of one term that begins on this day. */
export function endOfTerm(startsOn: Day, months: number): Day {
  return dayFromNumber(dayNumber(monthsAfter(startsOn, months)) - 1)
}

/** One more term, never beyond the longest stay of the level; null: that is reached. */
export function extendedEnd(
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day },
  { termMonths, maxMonths }: LevelTerms,
): Day | null {
  const last = endOfTerm(startsOn, maxMonths)
  const next = endOfTerm(dayFromNumber(dayNumber(endsOn) + 1), termMonths)
  if (endsOn >= last) return null
  return [next, last].toSorted()[0] ?? last
}

/** Yuan a month for a flat of this size. */
export function monthly(areaSqm: string | number, rate: string | number): Money {
  return money(new Decimal(areaSqm).times(rate).toFixed())
}

function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const length = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, length))).toISOString().slice(0, 10)
}
