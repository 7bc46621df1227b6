import { evaluate as feelin } from 'feelin'
import { expect, it } from 'vitest'
import { parseString } from './string.ts'

it.each([
  '""',
  '"标准地"',
  '"a\\"b"',
  '"a\\\\n"',
  '"a\\nb\\r\\t"',
  '"\\u4e2d\\u6587"',
  '"\\u1F600"',
  '"\\q"',
  '"\\ud83d\\ude00"',
])('%s reads as in FEEL', (literal) => {
  expect(parseString(literal)).toBe(feelin(literal).value)
})

it('a code point beyond Unicode stays as written', () => expect(parseString('"\\uffffff"')).toBe('\\uffffff'))
