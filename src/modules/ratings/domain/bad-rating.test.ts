import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendar } from '../../../../test/support/cases.ts'
import { Problem } from '../../../kernel/problem.ts'
import { ratingVerbs } from '../contract/rating.ts'
import { type BadFacts, dueOf, inTime, possible, stepsOf, take } from './bad-rating.ts'

const fresh: BadFacts = {
  ...{ ratedOn: '2026-03-02', days: 5, calledOn: null, correctedOn: null, answeredOn: null },
  ...{ appeal: null, appealedBy: null },
}
const all = { has: () => true }
const one = { accountId: 'one', permissions: all, today: '2026-03-04' }
const other = { ...one, accountId: 'other' }

test('a bad rating is called back, put right and answered within its working days', () => {
  expect(dueOf(fresh, { calendar, today: '2026-03-04' })).toEqual({ dueOn: '2026-03-09', overdue: false })
  expect(inTime(fresh, { calendar, today: '2026-03-09' })).toBeNull()
  expect(inTime(fresh, { calendar, today: '2026-03-10' })).toBe(false)
  const called = take(fresh, { verb: 'callBack' }, one)
  const corrected = take(called, { verb: 'correct' }, one)
  const answered = take(corrected, { verb: 'answer' }, { ...one, today: '2026-03-09' })
  expect(inTime(answered, { calendar, today: '2026-12-01' })).toBe(true)
  const late = take(corrected, { verb: 'answer' }, { ...one, today: '2026-03-10' })
  expect(inTime(late, { calendar, today: '2026-03-10' })).toBe(false)
  expect(stepsOf(answered, one)).toEqual([])
})

test('whoever appeals does not decide; what is upheld asks for nothing more', () => {
  const appealed = take(fresh, { verb: 'appeal' }, one)
  expect(possible(appealed, 'decideAppeal', one)).toBe(false)
  const upheld = take(appealed, { verb: 'decideAppeal', uphold: true }, other)
  expect(stepsOf(upheld, other)).toEqual([])
  expect(dueOf(upheld, { calendar, today: '2026-12-01' })).toEqual({ dueOn: null, overdue: false })
  const rejected = take(appealed, { verb: 'decideAppeal', uphold: false }, other)
  expect(stepsOf(rejected, one)).toEqual(['callBack'])
})

test('no walk does a step twice or out of order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...ratingVerbs), fc.boolean()), { maxLength: 15 }), (walk) => {
      let facts = fresh
      const done: string[] = []
      for (const [verb, second] of walk) {
        const doer = second ? other : one
        const shown = possible(facts, verb, doer)
        try {
          facts = take(facts, { verb, uphold: second }, doer)
          expect(shown).toBe(true)
          expect(done).not.toContain(verb)
          done.push(verb)
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          expect(shown).toBe(false)
        }
      }
      const order = done.filter((verb) => verb === 'callBack' || verb === 'correct' || verb === 'answer')
      expect(order).toEqual(['callBack', 'correct', 'answer'].slice(0, order.length))
    }),
    { numRuns: 1000, seed: 3 },
  )
})
