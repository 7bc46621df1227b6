import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainNumber } from './numbers.ts'

test.each([
  ['1234.50', '1234.5'],
  ['１，２３４．５', '1234.5'],
  ['¥1,234.50元', '1234.5'],
  ['1.2亿', '120000000'],
  ['3456.78万', '34567800'],
  ['0.00001万', '0.1'],
  ['.5', '0.5'],
  ['-3', '-3'],
  ['007', '7'],
  ['0', '0'],
])('%s is %s', (typed, plain) => expect(plainNumber(typed)).toBe(plain))

test.each(['', ' ', '.', 'abc', '1.2.3', '12万3', '1e5', '--1'])('"%s" is no number', (typed) =>
  expect(plainNumber(typed)).toBeNull(),
)

test('an amount keeps every digit, however it is grouped', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n }), fc.integer({ min: 1, max: 99 }), (whole, cents) => {
      const grouped = `${whole.toLocaleString('en')}.${String(cents).padStart(2, '0')}`
      const plain = plainNumber(grouped)
      expect(plain).toBe(`${whole}.${String(cents).padStart(2, '0').replace(/0$/, '')}`)
    }),
  )
})
