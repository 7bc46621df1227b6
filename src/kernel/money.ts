import { Decimal } from 'decimal.js'
import type { Label, Language } from './label.ts'
import { Problem } from './problem.ts'

/** Yuan as a decimal string with two places, such as `-1234.50`: PostgreSQL's numeric(18,2), never a float. */
export type Money = string

/** Enough digits that no sum of amounts is rounded on the way. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP })
const limit = new Exact('1e16')

/**
 * Money from what a person or a formula gives, rounded half up to the fen. A number is read as it prints.
 *
 * @throws Problem invalid_input `money.not_an_amount | money.too_large`; details {value}
 */
export function money(value: string | number): Money {
  const amount = typeof value === 'number' ? String(value) : value
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(amount)) {
    throw refusal('not_an_amount', amount, {
      zh: `“${amount}”不是金额，请写成 1234.50 的样子，单位为元。`,
      en: `"${amount}" is not an amount: write it as 1234.50, in yuan.`,
    })
  }
  return store(new Exact(amount))
}

/** Money from an amount in ten thousand yuan (万元), as investments are quoted. */
export function moneyFromWan(wan: string | number): Money {
  return store(new Exact(wan).times(10_000))
}

export function sumMoney(amounts: Iterable<Money>): Money {
  let sum = new Exact(0)
  for (const amount of amounts) sum = sum.plus(amount)
  return store(sum)
}

/** -1, 0 or 1. */
export function compareMoney(a: Money, b: Money): number {
  return new Exact(a).comparedTo(b)
}

/**
 * For people: zh `1.2亿元`, `3,456.78万元`, `850元`; en `CNY 120 million`, `CNY 850`. At most two places of the unit,
 * rounded half up: a display, never an input. The unit is chosen after rounding.
 */
export function formatMoney(amount: Money, language: Language): string {
  const value = new Exact(amount)
  const [first, ...larger] = scales[language]
  let unit = first
  let shown = value.toDecimalPlaces(2)
  for (const scale of larger) {
    if (shown.abs().times(unit.size).lt(scale.size)) break
    unit = scale
    shown = value.div(unit.size).toDecimalPlaces(2)
  }
  const digits = grouped(shown.abs().toFixed())
  return `${shown.isNegative() && !shown.isZero() ? '-' : ''}${unit.before}${digits}${unit.after}`
}

interface Scale {
  readonly size: number
  readonly before: string
  readonly after: string
}

/** From the yuan up. */
const scales: Readonly<Record<Language, readonly [Scale, ...Scale[]]>> = {
  zh: [
    { size: 1, before: '', after: '元' },
    { size: 1e4, before: '', after: '万元' },
    { size: 1e8, before: '', after: '亿元' },
  ],
  en: [
    { size: 1, before: 'CNY ', after: '' },
    { size: 1e6, before: 'CNY ', after: ' million' },
    { size: 1e9, before: 'CNY ', after: ' billion' },
  ],
}

function grouped(digits: string): string {
  const [whole = '', places] = digits.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (places ? `.${places}` : '')
}

function store(value: Decimal): Money {
  const rounded = value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
  if (rounded.abs().gte(limit)) {
    throw refusal('too_large', value.toString(), {
      zh: '金额超出可记录的范围（16 位整数）。',
      en: 'The amount has more than 16 whole digits.',
    })
  }
  return (rounded.isZero() ? new Exact(0) : rounded).toFixed(2)
}

function refusal(reason: string, value: string, text: Label): Problem {
  return new Problem('invalid_input', `money.${reason}`, text, { value })
}
