import { expect, it } from 'vitest'
import { Signals } from '../../live/signals.ts'
import { Pace } from './pace.ts'

/** Two nodes that hear each other as the bridge lets them. */
function twoNodes(): readonly [Pace, Pace] {
  const [one, other] = [new Signals(), new Signals()]
  one.on((signal, origin) => void (origin === 'here' && other.raise(signal, 'elsewhere')))
  other.on((signal, origin) => void (origin === 'here' && one.raise(signal, 'elsewhere')))
  return [new Pace(one), new Pace(other)]
}

it('counts the uses of all nodes together, at most nine behind for each further one', () => {
  const [a, b] = twoNodes()
  for (let i = 1; i <= 150; i++) {
    const [here, there] = [a.count('token', 7), b.count('token', 7)]
    expect(here).toBeGreaterThanOrEqual(2 * i - 1 - 9)
    expect(there).toBeGreaterThanOrEqual(2 * i - 9)
    expect(there).toBeLessThanOrEqual(2 * i)
  }
  expect(b.count('another', 7)).toBe(1)
})

it('begins anew with the next minute, also when a node still tells of the one before', () => {
  const [a, b] = twoNodes()
  for (let i = 0; i < 100; i++) a.count('token', 7)
  expect(b.count('token', 8)).toBe(1)
  for (let i = 0; i < 20; i++) a.count('token', 7)
  expect(b.count('token', 8)).toBe(2)
  for (let i = 0; i < 20; i++) a.count('token', 8)
  expect(b.count('token', 8)).toBe(23)
})
