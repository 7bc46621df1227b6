import { expect, it } from 'vitest'
import { buffersMb } from './memory.ts'

const gb = 1024 ** 3

it.each([
  [0.5 * gb, 128],
  [1 * gb, 128],
  [2 * gb, 256],
  [4 * gb, 512],
  [64 * gb, 512],
])('of %d bytes PostgreSQL gets %d MB', (bytes, mb) => {
  expect(buffersMb(bytes)).toBe(mb)
})

it('of this machine it gets a share within the bounds', () => {
  expect(buffersMb()).toBeGreaterThanOrEqual(128)
  expect(buffersMb()).toBeLessThanOrEqual(512)
})
