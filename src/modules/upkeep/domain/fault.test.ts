import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FaultState, payers, verbs } from '../contract/words.ts'
import { afterStep, possible, refusePayer } from './fault.ts'
import { beganAt, dueAt, hoursLate } from './limit.ts'

const codeOf = (act: () => unknown): string | null => {
  try {
    act()
    return null
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a fault', () => {
  it('is taken, mended, rated once, and reported again when it is still broken', () => {
    expect(possible({ state: 'reported', rated: false })).toEqual(['take', 'drop'])
    expect(possible({ state: 'taken', rated: false })).toEqual(['take', 'finish', 'drop'])
    expect(possible({ state: 'done', rated: false })).toEqual(['rate', 'reopen'])
    expect(possible({ state: 'done', rated: true })).toEqual(['reopen'])
    expect(codeOf(() => afterStep({ state: 'done', rated: true }, 'rate'))).toBe('upkeep.rated_already')
    expect(codeOf(() => afterStep({ state: 'reported', rated: false }, 'finish'))).toBe('upkeep.not_now')
  })

  it('is mended by nobody who has not taken it, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verbs)), (tried) => {
        let state: FaultState = 'reported'
        for (const verb of tried) {
          if (!possible({ state, rated: false }).includes(verb)) continue
          if (verb === 'finish') expect(state).toBe('taken')
          state = afterStep({ state, rated: false }, verb)
        }
      }),
    )
  })

  it.each([
    ['the lessor', 'lessor', true, null, null],
    ['a warranty', 'warranty', false, null, null],
    ['a lessee by a clause', 'lessee', true, '合同第9条', null],
    ['a lessee without a word', 'lessee', true, null, 'upkeep.say_why_lessee'],
    ['a lessee who is not there', 'lessee', false, '合同第9条', 'upkeep.no_lessee'],
  ] as const)('is paid by %s', (_, payer, leased, because, refused) => {
    expect(payers).toContain(payer)
    expect(codeOf(() => refusePayer(payer, leased, because))).toBe(refused)
  })
})

describe('its limit', () => {
  const hours = { takeHours: 1, mendHours: 24 }
  const at = (time: string) => new Date(`2026-03-02T${time}Z`)

  it('runs by the hour from the report: first for taking it, then for mending it', () => {
    expect(dueAt('reported', at('08:00:00'), hours)).toEqual(at('09:00:00'))
    expect(dueAt('taken', at('08:00:00'), hours)).toEqual(new Date('2026-03-03T08:00:00Z'))
    expect([dueAt('done', at('08:00:00'), hours), dueAt('reported', at('08:00:00'), null)]).toEqual([null, null])
  })

  it('begins anew when it is still broken', () => {
    const acts = [{ verb: 'finish', at: at('10:00:00') } as const, { verb: 'reopen', at: at('12:00:00') } as const]
    expect(beganAt(at('08:00:00'), acts)).toEqual(at('12:00:00'))
    expect(beganAt(at('08:00:00'), [])).toEqual(at('08:00:00'))
  })

  it('is late from the first moment after it', () => {
    expect(hoursLate(at('09:00:00'), at('09:00:00'))).toBe(0)
    expect(hoursLate(at('09:00:00'), at('09:00:01'))).toBe(1)
    expect(hoursLate(at('09:00:00'), at('11:30:00'))).toBe(3)
    expect(hoursLate(null, at('11:30:00'))).toBe(0)
  })
})
