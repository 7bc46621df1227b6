import fc from 'fast-check'
import { expect, it } from 'vitest'
import { masked } from './mask.ts'

it.each([
  ['13812341234', 'phone', '138****1234'],
  ['0359-4022222', 'phone', '035****2222'],
  ['4022222', 'phone', '****'],
  ['王小明', 'name', '王*'],
  ['𠮷野家', 'name', '𠮷*'],
  ['一二三', 'hidden', '****'],
] as const)('%s is shown as a %s as %s', (value, mask, shown) => expect(masked(value, mask)).toBe(shown))

it('never shows more than seven signs of a number, nor all of it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'0123456789-+') }), (value) => {
      const shown = masked(value, 'phone').replaceAll('*', '')
      expect(shown.length).toBeLessThanOrEqual(7)
      expect(shown.length).toBeLessThan(value.length)
    }),
  )
})
