import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetMasks, keepMask, knownMask } from './known-masks.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  forgetMasks()
  vi.useRealTimers()
})

it('knows a mask by ciphertext and place, and by both only', () => {
  keepMask('a.b name 1', 'sealed', '赵*')
  expect(knownMask('a.b name 1', 'sealed')).toBe('赵*')
  expect(knownMask('a.b name 2', 'sealed')).toBeUndefined()
  expect(knownMask('a.b name 1', 'other')).toBeUndefined()
})

it('lets go of what nobody asks for within ten minutes, and of all when a person was erased', () => {
  keepMask('a.b name 1', 'sealed', '赵*')
  vi.advanceTimersByTime(600_001)
  expect(knownMask('a.b name 1', 'sealed')).toBeUndefined()
  keepMask('a.b name 1', 'sealed', '赵*')
  forgetMasks()
  expect(knownMask('a.b name 1', 'sealed')).toBeUndefined()
})

it('keeps what is asked for again and again', () => {
  keepMask('a.b name 1', 'sealed', '赵*')
  for (let minute = 0; minute < 60; minute += 4) {
    vi.advanceTimersByTime(240_000)
    expect(knownMask('a.b name 1', 'sealed'), `after ${minute + 4} minutes`).toBe('赵*')
  }
})

it('never holds more than twice twenty thousand', () => {
  for (let i = 0; i < 70_000; i++) keepMask('a.b name 1', String(i), '赵*')
  const known = Array.from({ length: 70_000 }, (_, i) => knownMask('a.b name 1', String(i))).filter(Boolean)
  expect(known.length).toBeLessThanOrEqual(40_000)
})
