import { Decimal } from 'decimal.js'
import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { FreePeriod, LeaseState, RentStep } from '../contract/terms.ts'

/** The terms of a lease as signed; `endedOn`: the last day after an early exit. */
export interface Terms {
  readonly startsOn: Day
  readonly endsOn: Day
  readonly steps: readonly RentStep[]
  readonly freePeriods: readonly FreePeriod[]
}

/** Days on which a unit is taken, both included. */
export interface Span {
  readonly unit: string
  readonly from: Day
  readonly to: Day
  /** Who has it, for the sentence of a refusal. */
  readonly holder: string
}

export const refuse = (reason: string, text: Label): Problem => new Problem('rule_violated', `leases.${reason}`, text)

/** A term is at most twenty years (民法典 第705条), its steps rise in time and begin with it. Throws rule_violated. */
export function refuseBadTerms({ startsOn, endsOn, steps, freePeriods }: Terms): void {
  if (endsOn < startsOn)
    throw refuse('ends_before_start', {
      zh: '到期日早于起租日，请更正。',
      en: 'The lease ends before it begins; correct the days.',
    })
  if (dayNumber(endsOn) >= dayNumber(yearsAfter(startsOn, 20))) {
    throw refuse('too_long', {
      zh: '租期超过二十年的部分无效（民法典第705条），请缩短到二十年以内。',
      en: 'A lease runs for twenty years at most (Civil Code, Art. 705); shorten the term.',
    })
  }
  if (steps[0]?.from !== startsOn || steps.some((step, i) => i > 0 && step.from <= (steps[i - 1]?.from ?? ''))) {
    throw refuse('steps_out_of_order', {
      zh: '第一档租金从起租日开始，以后各档日期依次往后。',
      en: 'The first rent step begins with the lease, every other after the one before.',
    })
  }
  if (freePeriods.some(({ from, to }) => to < from || from < startsOn || to > endsOn)) {
    throw refuse('free_outside', { zh: '免租期要在租期之内。', en: 'A free period lies within the term.' })
  }
}

/** One unit has one lessee at a time (an interest that excludes others; 民法典 第703条). Throws rule_violated for the first clash. */
export function refuseOverlap(
  wanted: readonly { readonly unit: string; readonly code: string }[],
  term: Pick<Terms, 'startsOn' | 'endsOn'>,
  taken: readonly Span[],
): void {
  for (const { unit, code } of wanted) {
    const clash = taken.find((span) => span.unit === unit && span.from <= term.endsOn && term.startsOn <= span.to)
    if (!clash) continue
    const { holder, from, to } = clash
    throw refuse('unit_taken', {
      zh: `单元 ${code} 在 ${from} 至 ${to} 已租给${holder}，请换单元或改租期。`,
      en: `Unit ${code} is let to ${holder} from ${from} to ${to}; choose another unit or other days.`,
    })
  }
}

export function stateOn(
  { startsOn, endsOn, endedOn }: { startsOn: Day; endsOn: Day; endedOn: Day | null },
  day: Day,
): LeaseState {
  if (day > (endedOn ?? endsOn)) return 'ended'
  return day < startsOn ? 'future' : 'running'
}

export interface Exit {
  /** The last day of the lease. */
  readonly endsOn: Day
  readonly noticeOn: Day
  /** Both sides agree that the notice need not be kept, and why. */
  readonly agreed: string | null
}

/** An early exit keeps the agreed notice (民法典 第563条, 第730条: in reasonable time) or is agreed by both sides. Throws rule_violated. */
export function refuseExit(
  lease: { startsOn: Day; endsOn: Day; endedOn: Day | null; noticeDays: number },
  exit: Exit,
  today: Day,
): void {
  if (lease.endedOn !== null)
    throw refuse('ended_already', {
      zh: `这份租约已于 ${lease.endedOn} 退租。`,
      en: `This lease was ended on ${lease.endedOn}.`,
    })
  if (exit.endsOn < lease.startsOn || exit.endsOn >= lease.endsOn) {
    throw refuse('no_early_exit', {
      zh: `提前退租日要在 ${lease.startsOn} 和到期日 ${lease.endsOn} 之间；到期不续租的不用办退租。`,
      en: `An early exit lies between ${lease.startsOn} and the end on ${lease.endsOn}; a lease that runs out needs no exit.`,
    })
  }
  if (exit.noticeOn > today)
    throw refuse('in_the_future', { zh: '通知日期还没有到。', en: 'The day of notice has not come yet.' })
  const earliest = dayFromNumber(dayNumber(exit.noticeOn) + lease.noticeDays)
  if (exit.endsOn < earliest && exit.agreed === null) {
    throw refuse('notice_too_short', {
      zh: `约定提前 ${lease.noticeDays} 天通知，最早 ${earliest} 退租；双方同意提前的，请写明理由。`,
      en: `Notice is ${lease.noticeDays} days: the earliest day is ${earliest}. Where both sides agree on less, say why.`,
    })
  }
}

/** What a renewal offers: the same length again from the day after the end, with the next rent step by the rule's rise (a share; null: none). */
export function renewalOf(lease: Terms, rise: number | null): Terms {
  const startsOn = dayFromNumber(dayNumber(lease.endsOn) + 1)
  const months = monthsBetween(lease.startsOn, startsOn)
  const endsOn = dayFromNumber(dayNumber(monthsAfter(startsOn, Math.max(months, 1))) - 1)
  const last = lease.steps.at(-1)?.rate ?? '0'
  const rate = new Decimal(last)
    .times(1 + (rise ?? 0))
    .toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
    .toFixed()
  return { startsOn, endsOn, steps: [{ from: startsOn, rate }], freePeriods: [] }
}

/** Whole months from the first day to the second, rounded to the nearest. */
function monthsBetween(from: Day, to: Day): number {
  return Math.round((dayNumber(to) - dayNumber(from)) / 30.436875)
}

const yearsAfter = (day: Day, years: number): Day => monthsAfter(day, years * 12)

function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, length))
  return first.toISOString().slice(0, 10)
}
