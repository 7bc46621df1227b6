import { expect, test } from 'vitest'
import { parse } from './parse.ts'
import { parsed } from './parsed.ts'

test('a rule is read once, and anew under other names', () => {
  const rule = 'floor area - area > 5'
  const together = parsed(rule, ['floor area', 'area'])
  expect(parsed(rule, ['floor area', 'area'])).toBe(together)
  expect(together).toEqual(parse(rule, ['floor area', 'area']))
  const apart = parsed(rule, ['floor area - area'])
  expect(apart).toEqual(parse(rule, ['floor area - area']))
  expect(apart).not.toEqual(together)
})

test('a rule that runs into the names is not taken for a shorter one', () => {
  expect(parsed('a > 1\nand b > 1', ['a', 'b'])).toEqual(parse('a > 1\nand b > 1', ['a', 'b']))
  expect(parsed('a > 1', ['and b > 1', 'a', 'b'])).toEqual(parse('a > 1', ['a', 'b']))
})

test('what is wrong is told each time, and a thousand other rules push an old one out', () => {
  for (let i = 0; i < 2; i++) expect(() => parsed('a >', ['a'])).toThrow()
  const first = parsed('a > 0', ['a'])
  for (let i = 1; i <= 1_000; i++) parsed(`a > ${i}`, ['a'])
  expect(parsed('a > 0', ['a'])).not.toBe(first)
  expect(parsed('a > 0', ['a'])).toEqual(first)
})
