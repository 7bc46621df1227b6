import { Decimal } from 'decimal.js'
import type { Day } from '../../../kernel/calendar.ts'
import { type Money, money } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { AgreementState, Currency } from '../contract/words.ts'

/** A new line of the ledger of paid-in investment: money with its proof, never a plan. Foreign currency at the rate of the day (外汇局口径 by the zone). */
export interface PaymentAsked {
  readonly state: AgreementState
  readonly currency: Currency
  readonly amount: Money
  readonly rate: string | null
  readonly happenedOn: Day
  readonly today: Day
}

/** Yuan and the rate used. Throws Problem when the entry cannot be made. */
export function yuanOf(asked: PaymentAsked): { readonly yuan: Money; readonly rate: string } {
  const { state, currency, rate, happenedOn, today } = asked
  if (state === 'draft')
    throw refused(
      'not_signed',
      '协议还没有签约，签约后再登记到位资金。',
      'The agreement is not signed yet: enter money after the signing.',
    )
  if (happenedOn > today)
    throw refused(
      'in_the_future',
      '到位日期还没有到，请填实际到账的日期。',
      'That day has not come yet: give the day on which the money came.',
    )
  if (new Decimal(asked.amount).lte(0)) {
    throw refused(
      'no_amount',
      '金额应大于零；要更正已登记的，请用红字冲销。',
      'The amount must be above zero; to correct an entry, take it back by a counter-entry.',
    )
  }
  if (currency === 'CNY') {
    if (rate !== null && !new Decimal(rate).eq(1)) throw noRate()
    return { yuan: money(asked.amount), rate: '1' }
  }
  if (rate === null || new Decimal(rate).lte(0)) {
    throw refused(
      'rate_missing',
      '外币到位请填当日汇率（1 单位外币合多少元）。',
      'Foreign currency wants the rate of the day: yuan for one unit.',
    )
  }
  return { yuan: money(new Decimal(asked.amount).times(rate).toFixed()), rate }
}

function noRate(): Problem {
  return refused('rate_not_needed', '人民币不填汇率，请留空。', 'Yuan needs no rate: leave it out.')
}

/** A counter-entry takes back one entry that was not taken back yet, and no counter-entry. */
export function refusalOfCounter(entry: {
  readonly counterOf: string | null
  readonly countered: boolean
}): Problem | null {
  if (entry.counterOf !== null)
    return refused(
      'is_a_counter',
      '这是一笔冲销，不能再冲销；请重新登记正确的一笔。',
      'This is a counter-entry itself: enter the right amount anew.',
    )
  if (entry.countered)
    return refused(
      'countered_already',
      '这一笔已经冲销过了，请刷新后再看。',
      'This entry was taken back already: reload first.',
    )
  return null
}

function refused(reason: string, zh: string, en: string): Problem {
  return new Problem('rule_violated', `promotion.${reason}`, { zh, en })
}
