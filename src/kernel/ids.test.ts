import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { timeOfId, uuidv7 } from './ids.ts'

const time = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const bytes = fc.uint8Array({ minLength: 10, maxLength: 12 })

it('makes the example of RFC 9562', () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
})

it('makes valid ids that hold their time and sort by it', () => {
  fc.assert(
    fc.property(time, time, bytes, bytes, (early, late, a, b) => {
      fc.pre(early < late)
      const [first, second] = [uuidv7(early, a), uuidv7(late, b)]
      expect(z.uuidv7().safeParse(first).success).toBe(true)
      expect(timeOfId(first)).toBe(early)
      expect(first < second).toBe(true)
    }),
  )
})

it('keeps 74 of the random bits', () => {
  fc.assert(
    fc.property(time, bytes, fc.integer({ min: 0, max: 79 }), (ms, random, bit) => {
      const other = Uint8Array.from(random)
      const byte = bit >> 3
      other[byte] = (other[byte] as number) ^ (0x80 >> (bit & 7))
      // The first four bits give way to the version, the two at 16 and 17 to the variant.
      const dropped = bit < 4 || bit === 16 || bit === 17
      expect(uuidv7(ms, other) === uuidv7(ms, random)).toBe(dropped)
    }),
  )
})

it('refuses times and randomness that cannot be', () => {
  const random = new Uint8Array(10)
  for (const ms of [-1, 0.5, 2 ** 48, Number.NaN]) expect(() => uuidv7(ms, random)).toThrow(RangeError)
  expect(() => uuidv7(0, new Uint8Array(9))).toThrow(RangeError)
})
