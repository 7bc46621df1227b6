import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  colourAfter,
  colourOf,
  type LightRule,
  monthsBetween,
  monthsNotStarted,
  monthsWithoutEntry,
  percentShort,
  worstOf,
} from './light.ts'

const { rules } = JSON.parse(readFileSync('data/lights/rules.json', 'utf8')) as { rules: LightRule[] }
const rule = (subject: LightRule['subject']): LightRule => {
  const found = rules.find((one) => one.subject === subject)
  if (!found) throw new Error(`no rule ${subject}`)
  return found
}
const months = (...values: (number | null)[]) => values.map((value, i) => ({ month: `2026-0${i + 1}`, value }))

describe('the lights of Yinchuan and Haikou', () => {
  it('progress: 10 to 30 points behind are yellow, more are red', () => {
    expect([0, 9.9, 10, 30, 30.1].map((value) => colourOf(rule('progress'), value))).toEqual([
      ...['green', 'green', 'yellow', 'yellow', 'red'],
    ])
  })

  it('two yellows in a row are red, one between greens is not', () => {
    expect(colourAfter(rule('progress'), months(12))).toBe('yellow')
    expect(colourAfter(rule('progress'), months(12, 15))).toBe('red')
    expect(colourAfter(rule('progress'), months(12, 0, 15))).toBe('yellow')
    expect(colourAfter(rule('progress'), months(12, 15, 2))).toBe('green')
    expect(colourAfter(rule('progress'), months(40, 15))).toBe('red')
  })

  it('start: yellow in the month it was planned for, red in the third', () => {
    const plan = { plannedOn: '2026-03-10', doneOn: null }
    const on = (today: string) => colourOf(rule('start'), monthsNotStarted(plan, today))
    expect([on('2026-03-09'), on('2026-03-10'), on('2026-04-30'), on('2026-05-01')]).toEqual([
      ...['green', 'yellow', 'yellow', 'red'],
    ])
    expect(colourOf(rule('start'), monthsNotStarted({ ...plan, doneOn: '2026-05-20' }, '2026-06-01'))).toBe('green')
  })

  it('statistics: yellow one month after the start, red after more than two', () => {
    const on = (today: string) => colourOf(rule('statistics'), monthsWithoutEntry('2026-01-15', false, today))
    expect([on('2026-02-14'), on('2026-02-15'), on('2026-04-14'), on('2026-04-15')]).toEqual([
      ...['green', 'yellow', 'yellow', 'red'],
    ])
    expect(monthsWithoutEntry('2026-01-15', true, '2026-09-01')).toBe(0)
  })

  it('money: below plan by more than the tolerance is red, and there is no yellow', () => {
    expect(percentShort(1000, 850)).toBe(15)
    expect(colourOf(rule('money'), percentShort(1000, 850))).toBe('red')
    expect(colourOf(rule('money'), percentShort(1000, 950))).toBe('green')
  })

  it('what is not known is no green', () => {
    expect(colourAfter(rule('progress'), [])).toBe('unknown')
    expect(colourOf(rule('start'), monthsNotStarted(undefined, '2026-03-01'))).toBe('unknown')
    expect(monthsWithoutEntry(null, false, '2026-03-01')).toBeNull()
    expect(percentShort(0, 10)).toBeNull()
    expect(worstOf(['green', 'unknown'])).toBe('unknown')
  })

  it('a worse value never has a milder colour', () => {
    const order = ['green', 'yellow', 'red']
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (a, b) => {
          const [low, high] = a < b ? [a, b] : [b, a]
          expect(order.indexOf(colourOf(rule('progress'), low))).toBeLessThanOrEqual(
            order.indexOf(colourOf(rule('progress'), high)),
          )
        },
      ),
    )
  })

  it('months are counted over the turn of the year', () => {
    expect(monthsBetween('2025-11', '2026-02')).toBe(3)
  })
})
