import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../kernel/problem.ts'
import { type Entry, refuseTooMuch, standingOf } from './guarantee.ts'

const need = { quantity: 100, neededOn: '2026-06-30' }
const promise = (quantity: number, dueOn: string): Entry => ({ kind: 'promise', quantity, dueOn })
const delivery = (quantity: number): Entry => ({ kind: 'delivery', quantity, dueOn: null })
const codeOf = (work: () => void) => {
  try {
    work()
    return null
  } catch (error) {
    return error instanceof Problem ? error.code : String(error)
  }
}

describe('an element that is guaranteed', () => {
  it('goes from need to promise to delivery, with what lacks of each', () => {
    expect(standingOf(need, [], '2026-03-02')).toMatchObject({ gap: 100, outstanding: 100, state: 'unpromised' })
    const half = [promise(60.5, '2026-05-01')]
    expect(standingOf(need, half, '2026-03-02')).toMatchObject({ promised: 60.5, gap: 39.5, state: 'unpromised' })
    const whole = [...half, promise(39.5, '2026-06-01')]
    expect(standingOf(need, whole, '2026-03-02')).toMatchObject({ gap: 0, promisedBy: '2026-05-01', state: 'promised' })
    const some = [...whole, delivery(60.5)]
    expect(standingOf(need, some, '2026-05-15')).toMatchObject({ promisedBy: '2026-06-01', state: 'promised' })
    expect(standingOf(need, [...some, delivery(39.5)], '2026-07-15')).toMatchObject({
      outstanding: 0,
      state: 'delivered',
    })
  })

  it('is late when a promise has passed, or the need itself', () => {
    expect(standingOf(need, [promise(100, '2026-05-01')], '2026-05-02').state).toBe('late')
    expect(standingOf(need, [], '2026-07-01').state).toBe('late')
  })

  it('takes no promise beyond the need and no delivery beyond the promise', () => {
    expect(codeOf(() => refuseTooMuch(need, [promise(60, '2026-05-01')], promise(40.01, '2026-05-01')))).toBe(
      'guarantees.over_need',
    )
    expect(codeOf(() => refuseTooMuch(need, [promise(60, '2026-05-01')], delivery(60.01)))).toBe(
      'guarantees.over_promise',
    )
    expect(codeOf(() => refuseTooMuch(need, [promise(60, '2026-05-01')], delivery(60)))).toBeNull()
  })

  it('never delivers more than was promised, nor promises more than was needed, however it goes', () => {
    const wish = fc.record({ promise: fc.boolean(), quantity: fc.integer({ min: 1, max: 5000 }) })
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 20 }), (wishes) => {
        const entries: Entry[] = []
        for (const { promise: promising, quantity } of wishes) {
          const next = promising ? promise(quantity / 100, '2026-05-01') : delivery(quantity / 100)
          if (codeOf(() => refuseTooMuch(need, entries, next)) === null) entries.push(next)
        }
        const { promised, delivered } = standingOf(need, entries, '2026-03-02')
        expect(delivered <= promised && promised <= need.quantity).toBe(true)
      }),
    )
  })
})
