/** 地方政府专项债券发行管理暂行办法（财库〔2015〕83号）、财预〔2018〕161号：专项债按期还本付息，利息每年支付；到期还本或分期还本。Interest is on what is still owed, rounded to the fen. */
import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { type Money, money, sumMoney } from '../../../kernel/money.ts'
import type { RepaymentMode } from '../contract/bond.ts'

export interface BondTerms {
  readonly issuedOn: Day
  readonly amount: Money
  readonly termYears: number
  readonly ratePercent: number
  readonly mode: RepaymentMode
}

export interface Instalment {
  readonly dueOn: Day
  readonly principal: Money
  readonly interest: Money
}

/** The day so many years after the issue; 29 February falls on the 28th where there is none. */
export function yearsAfter(day: Day, years: number): Day {
  const wanted = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return day.endsWith('-02-29') && Number.isNaN(Date.parse(`${wanted}T00:00:00Z`))
    ? `${wanted.slice(0, 8)}28`
    : leapless(wanted)
}

/** JavaScript reads 2025-02-29 as 1 March: the last day of February is meant. */
function leapless(day: Day): Day {
  const read = new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)
  return read === day ? day : dayFromNumber(dayNumber(read) - 1)
}

/** One instalment a year; the principals add up to the amount exactly, the fen that do not divide fall to the first years. */
export function scheduleOf({ issuedOn, amount, termYears, ratePercent, mode }: BondTerms): readonly Instalment[] {
  const fen = BigInt(amount.replace('.', ''))
  const years = BigInt(termYears)
  let owed = fen
  return Array.from({ length: termYears }, (_, i) => {
    const level = fen / years + (BigInt(i) < fen % years ? 1n : 0n)
    const principal = mode === 'level' ? level : i === termYears - 1 ? fen : 0n
    const interest = interestOf(owed, ratePercent)
    owed -= principal
    return { dueOn: yearsAfter(issuedOn, i + 1), principal: yuanOf(principal), interest: yuanOf(interest) }
  })
}

/** Rate has two places: hundredths of a percent, rounded half up to the fen. */
function interestOf(owedFen: bigint, ratePercent: number): bigint {
  const rate = BigInt(Math.round(ratePercent * 100))
  return (owedFen * rate + 5_000n) / 10_000n
}

const yuanOf = (fen: bigint): Money => money(`${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`)

/** Income ÷ (principal + interest) over the whole term, with two places; null while the income is not known. */
export function coverageOf(income: Money | null, schedule: readonly Instalment[]): number | null {
  if (income === null) return null
  const debt = Number(sumMoney(schedule.flatMap(({ principal, interest }) => [principal, interest])))
  return debt === 0 ? null : Math.round((Number(income) / debt) * 100) / 100
}
