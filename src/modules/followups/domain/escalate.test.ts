import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar } from '../../../kernel/calendar.ts'
import { type Cause, causes } from '../contract/escalation.ts'
import { type EscalationRule, escalationsOf, type Signal, signalsOfCase, signalsOfFollowUp } from './escalate.ts'

const calendar = buildCalendar([{ year: 2026, off: [], work: [] }])
const moment = { calendar, today: '2026-03-10' }
const rule = (cause: Cause, days: number, more: Partial<EscalationRule> = {}): EscalationRule => ({
  ...{ id: cause, name: cause, cause, days, audience: ['head'], everyDays: null, replyDays: null },
  ...more,
})
const quiet = { light: 'normal', dueOn: null, late: 0, clocks: [], suspended: null }

describe('what a case says', () => {
  it('an answer that falls due, an owed paper that falls due, each with its own day', () => {
    const clocks = [
      { kind: 'receipt', ref: null, dueOn: '2026-03-11', left: 1, late: 0 },
      { kind: 'owed', ref: 'map', dueOn: '2026-03-12', left: 2, late: 0 },
      { kind: 'statutory', ref: null, dueOn: '2026-03-20', left: 8, late: 0 },
    ]
    const signals = signalsOfCase({ ...quiet, clocks }, moment)
    expect(signals.map(({ cause, mark, left }) => [cause, mark, left])).toEqual([
      ['receipt_due', '2026-03-11', 1],
      ['owed_due', 'map2026-03-12', 2],
    ])
    expect(escalationsOf([rule('receipt_due', 1), rule('owed_due', 1)], signals).map(({ rule: { id } }) => id)).toEqual(
      ['receipt_due'],
    )
  })

  it('a special procedure only when the promised length is over', () => {
    const suspended = { on: '2026-03-02', promisedDays: 5 }
    expect(signalsOfCase({ ...quiet, suspended }, { ...moment, today: '2026-03-09' })).toEqual([])
    expect(signalsOfCase({ ...quiet, suspended }, moment)).toMatchObject([{ cause: 'procedure_overrun', over: 1 }])
    expect(signalsOfCase({ ...quiet, suspended: { ...suspended, promisedDays: null } }, moment)).toEqual([])
  })

  it('yellow once a day that it is about, red once, and two cycles of red go higher', () => {
    expect(signalsOfCase({ ...quiet, light: 'warning', dueOn: '2026-03-11' }, moment)).toMatchObject([
      { cause: 'case_yellow', mark: '2026-03-11' },
    ])
    const red = signalsOfCase({ ...quiet, light: 'overdue', dueOn: '2026-02-24', late: 10 }, moment)
    const rules = [rule('case_red', 1), rule('case_long_red', 10), rule('case_long_red', 11, { id: 'later' })]
    expect(escalationsOf(rules, red).map(({ rule: { id } }) => id)).toEqual(['case_red', 'case_long_red'])
  })

  it('a late call-back once for each bad rating, whatever the day', () => {
    const late = (mark: string, over: number): Signal => ({
      ...{ cause: 'call_back_late', mark, left: null, over, dueOn: '2026-03-02' },
    })
    const rules = [rule('call_back_late', 1, { replyDays: 3 })]
    const keys = [late('a', 1), late('a', 4), late('b', 1)].flatMap((one) => escalationsOf(rules, [one]))
    expect(new Set(keys.map(({ key }) => key)).size).toBe(2)
  })

  it('a follow-up before and after its day', () => {
    expect(signalsOfFollowUp({ dueOn: '2026-03-11', left: 1, late: 0 })[0]?.cause).toBe('follow_up_due')
    expect(signalsOfFollowUp({ dueOn: '2026-03-09', left: 0, late: 1 })[0]?.cause).toBe('follow_up_late')
    expect(signalsOfFollowUp({ dueOn: null, left: 0, late: 0 })).toEqual([])
  })
})

it('a rule speaks once for each cause and cycle, whatever days are looked at and how often', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...causes),
      fc.integer({ min: 1, max: 5 }),
      fc.option(fc.integer({ min: 1, max: 7 })),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 60 }),
      (cause, days, everyDays, looks) => {
        const said = new Set<string>()
        for (const over of looks) {
          const signal: Signal = { cause, mark: '2026-03-02', left: null, over, dueOn: null }
          for (const { key } of escalationsOf([rule(cause, days, { everyDays })], [signal])) said.add(key)
        }
        const last = Math.max(...looks)
        const atMost = last < days ? 0 : everyDays === null ? 1 : Math.floor((last - days) / everyDays) + 1
        expect(said.size).toBeLessThanOrEqual(atMost)
        expect(said.size > 0).toBe(last >= days)
      },
    ),
  )
})
