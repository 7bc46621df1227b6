import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareMoney, formatMoney, money, moneyFromWan, sumMoney } from './money.ts'
import { Problem } from './problem.ts'

/** Amounts as whole fen, which bigint adds exactly: the oracle. */
const fen = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n })
function text(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

it.each([
  [1234.5, '1234.50'],
  ['0.005', '0.01'],
  ['-0.005', '-0.01'],
  ['-0.004', '0.00'],
  [1.005, '1.01'],
  [0.1 + 0.2, '0.30'],
  [1e-7, '0.00'],
  ['9999999999999999.99', '9999999999999999.99'],
])('%s is %s', (given, stored) => expect(money(given)).toBe(stored))

it.each(['', 'abc', '1,234', '1.', '.5', '¥1', ' 1', 'Infinity', Number.NaN, Number.POSITIVE_INFINITY])(
  '%s is refused as no amount',
  (given) => {
    expect(() => money(given)).toThrow(Problem)
    expect(() => money(given)).toThrow(expect.objectContaining({ code: 'money.not_an_amount' }))
  },
)

it.each(['1e16', '9999999999999999.995', '-10000000000000000'])('%s is refused as too large', (given) => {
  expect(() => money(given)).toThrow(expect.objectContaining({ code: 'money.too_large' }))
})

it('sums, orders and reads back exactly', () => {
  fc.assert(
    fc.property(fc.array(fen, { maxLength: 20 }), fen, fen, (amounts, a, b) => {
      const sum = amounts.reduce((x, y) => x + y, 0n)
      fc.pre(sum < 10n ** 18n && sum > -(10n ** 18n))
      expect(sumMoney(amounts.map(text))).toBe(text(sum))
      expect(money(text(a))).toBe(text(a))
      expect(compareMoney(text(a), text(b))).toBe(a < b ? -1 : a > b ? 1 : 0)
    }),
  )
})

it('ten thousand yuan are exact', () => {
  expect(moneyFromWan(0.29)).toBe('2900.00')
  expect(moneyFromWan('12345.6789')).toBe('123456789.00')
})

it.each([
  ['850.00', '850元', 'CNY 850'],
  ['1234.50', '1,234.5元', 'CNY 1,234.5'],
  ['9999.99', '9,999.99元', 'CNY 9,999.99'],
  ['99999999.99', '1亿元', 'CNY 100 million'],
  ['34567800.00', '3,456.78万元', 'CNY 34.57 million'],
  ['120000000.00', '1.2亿元', 'CNY 120 million'],
  ['1200000000.00', '12亿元', 'CNY 1.2 billion'],
  ['-50000.00', '-5万元', '-CNY 50,000'],
  ['0.00', '0元', 'CNY 0'],
])('%s yuan show as %s and %s', (amount, zh, en) => {
  expect(formatMoney(amount, 'zh')).toBe(zh)
  expect(formatMoney(amount, 'en')).toBe(en)
})
