import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeFrom, normaliseCode, shownCode, signs } from './code.ts'

test('a code has ten signs that nobody mistakes, and is read back however it was typed', () => {
  expect(new Set(signs).size).toBe(signs.length)
  expect(signs).not.toMatch(/[01OILU]/)
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 40, maxLength: 40 }), (bytes) => {
      const code = codeFrom(bytes)
      if (code === null) return
      expect(code).toHaveLength(10)
      expect(normaliseCode(` ${shownCode(code).toLowerCase()} `)).toBe(code)
    }),
  )
  expect(codeFrom(new Uint8Array(40).fill(255))).toBeNull()
  for (const wrong of ['', 'ABC', '0000000000', 'ABCDEFGHJKM', 'ABCDEFGHJ!']) expect(normaliseCode(wrong)).toBeNull()
})

test('every sign is as likely as any other', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
  const counts = new Map<string, number>()
  for (let start = 0; start < 240; start += 10) {
    for (const sign of codeFrom(bytes.slice(start, start + 10)) ?? '') counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  expect([...counts.values()].every((count) => count === 8)).toBe(true)
  expect(counts.size).toBe(signs.length)
})
