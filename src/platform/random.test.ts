import { expect, it } from 'vitest'
import { someRandom } from './random.ts'

it('gives as many bytes as were asked for, none of them twice, whatever lies between two fillings', () => {
  const given = Array.from({ length: 5_000 }, (_, i) => someRandom(12 + (i % 21)))
  expect(given.every((bytes, i) => bytes.length === 12 + (i % 21))).toBe(true)
  expect(new Set(given.map((bytes) => bytes.toString('hex').slice(0, 24))).size).toBe(5_000)
  expect(someRandom(10_000).length).toBe(10_000)
})

it('gives bytes of its own: what is done to them changes nothing that comes after', () => {
  const first = someRandom(32)
  const kept = first.toString('hex')
  const next = someRandom(32)
  next.fill(0)
  expect(first.toString('hex')).toBe(kept)
  expect(someRandom(32).every((byte) => byte === 0)).toBe(false)
})
