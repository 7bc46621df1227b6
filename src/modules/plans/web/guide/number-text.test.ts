import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mu, readNumber } from './number-text.ts'

describe('a number as people type it', () => {
  it.each([
    ['10,000', 10000],
    [' １２３．５ ', 123.5],
    ['2万', 20000],
    ['1.5 亿', 150000000],
    ['0', 0],
    ['', null],
    ['  ', null],
  ])('"%s" is %s', (typed, value) => {
    expect(readNumber(typed, 1e9)).toEqual({ value })
  })

  it.each(['abc', '1e5', '12亩', '1.2.3', '--3', '-5', '2000000000', 'Infinity'])('"%s" gets one sentence', (typed) => {
    const read = readNumber(typed, 1e9)
    expect('error' in read && read.error.zh.length > 0 && read.error.en.length > 0).toBe(true)
  })

  it('gives back any area in 亩 after a walk through hectares', () => {
    const hundredths = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(fc.property(hundredths, (n) => Math.abs(mu.fromHectares(mu.toHectares(n / 100)) - n / 100) < 0.002))
  })

  it('keeps the thresholds of the rules: 75 亩 are 5 ha', () => {
    expect([mu.toHectares(75), mu.toHectares(7.5)]).toEqual([5, 0.5])
  })
})
