import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar } from '../../../kernel/calendar.ts'
import { followUpVerbs } from '../contract/steps.ts'
import { budgetOf, clockOf, type FollowUpFacts, readClock, takeStep } from './follow-up.ts'

const calendar = buildCalendar([{ year: 2026, off: ['2026-10-01'], work: [] }])
const issued = (days: number): FollowUpFacts => ({
  state: 'issued',
  actions: [{ verb: 'issue', on: '2026-03-02', days }],
})
const both = ['addressee', 'issuer'] as const
const at = (today: string) => ({ calendar, today })

describe('the clock of a follow-up', () => {
  it('counts working days to the date that was said; a day off means the working day before', () => {
    expect(budgetOf({ dueOn: '2026-03-06' }, at('2026-03-02'))).toBe(4)
    expect(budgetOf({ dueOn: '2026-03-08' }, at('2026-03-02'))).toBe(4)
    expect(budgetOf({ workdays: 3 }, at('2026-03-02'))).toBe(3)
    expect(readClock(issued(4), at('2026-03-03')).dueOn).toBe('2026-03-06')
    expect(() => budgetOf({ dueOn: '2026-03-01' }, at('2026-03-02'))).toThrow('has passed')
    expect(() => budgetOf({}, at('2026-03-02'))).toThrow('by when')
  })

  it('stands still while an answer waits, and goes on with more days when it is sent back', () => {
    const answered = takeStep(issued(4), { verb: 'answer', on: '2026-03-04' }, both)
    expect(readClock(answered, at('2026-03-30'))).toMatchObject({ late: 0, colour: 'suspended' })
    const back = takeStep(answered, { verb: 'sendBack', on: '2026-03-30', days: 2 }, both)
    expect(readClock(back, at('2026-03-30'))).toMatchObject({ total: 6, used: 2, dueOn: '2026-04-03' })
    expect(readClock(back, at('2026-04-07')).late).toBe(2)
  })

  it('no order of steps leaves the table or breaks the clock', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...followUpVerbs), { maxLength: 12 }), (verbs) => {
        let facts = issued(3)
        for (const verb of verbs) {
          try {
            facts = takeStep(facts, { verb, on: '2026-03-05', days: 1 }, both)
          } catch (error) {
            expect(error).toMatchObject({ code: 'followups.not_possible' })
          }
        }
        expect(() => clockOf(facts.actions)).not.toThrow()
        expect(['accepted', 'closed'].includes(facts.state)).toBe(
          ['accept', 'close'].includes(facts.actions.at(-1)?.verb ?? ''),
        )
      }),
    )
  })

  it('who stands on the other side is told whose step it is', () => {
    expect(() => takeStep(issued(3), { verb: 'answer', on: '2026-03-03' }, ['issuer'])).toThrow('addressed to')
    expect(() => takeStep(issued(3), { verb: 'urge', on: '2026-03-03' }, ['addressee'])).toThrow('gave the order')
  })
})
