import { expect, it } from 'vitest'
import { encoded } from './encoded.ts'

const long = (text: string) => text.repeat(Math.ceil(5_000 / text.length))
const whole = '区'.repeat(87_381)

it.each(['', 'plain', long('plain'), long('示例'), long('𠮷野家 😀'), long('half \ud800 '), whole, `${whole}区`])(
  'is what Node makes of the same text: %#',
  (text) => {
    expect(Buffer.from(encoded(text)).equals(Buffer.from(text))).toBe(true)
  },
)

it('is not touched by what is written after it', () => {
  const first = encoded(long('第一页'))
  encoded(long('第二页第二页'))
  expect(first.toString()).toBe(long('第一页'))
})
