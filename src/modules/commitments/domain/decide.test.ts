import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar } from '../../../../test/support/cases.ts'
import { Problem } from '../../../kernel/problem.ts'
import { allowedSteps, commitmentStates, commitmentSteps, commitmentVerbs, refusalOf } from '../contract/steps.ts'
import { type CommitmentFacts, daysOfCheck, decideCommitment, dueOf, subjectOf } from './decide.ts'

const drafted: CommitmentFacts = {
  ...{ state: 'drafted', signer: 'enterprise', days: 30, signedOn: null, signedBy: null, fileId: null },
  ...{ countsFrom: null, closedOn: null, reason: null, lastOn: null, lastBy: null },
  ...{ checkHow: null, evidence: [], statement: null, proposal: null },
}
const given = { calendar, decided: true }
const subject = (facts: CommitmentFacts) => subjectOf(facts, { calendar, today: '2026-03-31' })
const all = { has: () => true }
const firm = { permissions: all, enterpriseId: 'firm', name: '李企业' }
const office = { permissions: all, enterpriseId: null, name: '王经办' }

const sign = (on: string) =>
  decideCommitment(drafted, { verb: 'sign', fileId: 'scan' }, { ...given, today: on, caller: firm })

describe('a commitment', () => {
  test('is signed by whom it binds, and checked within its working days', () => {
    const signed = sign('2026-09-14')
    expect(signed).toMatchObject({ state: 'signed', signedOn: '2026-09-14', signedBy: '李企业', fileId: 'scan' })
    expect(dueOf({ ...signed, days: 5 }, { calendar, today: '2026-09-20' })).toEqual({
      dueOn: '2026-09-20',
      overdue: false,
    })
    expect(dueOf({ ...signed, days: 5 }, { calendar, today: '2026-09-21' }).overdue).toBe(true)
    expect(dueOf({ ...signed, days: null }, { calendar, today: '2027-09-21' })).toEqual({ dueOn: null, overdue: false })
  })

  test('an office does not sign for an enterprise, nor an enterprise for an office', () => {
    expect(refusalOf(subject(drafted), 'sign', office)?.zh).toBe('这份承诺由企业签署，请企业账号办理。')
    expect(refusalOf(subject({ ...drafted, signer: 'government' }), 'sign', firm)?.zh).toBe('这份承诺由部门签署。')
    expect(refusalOf(subject({ ...drafted, signer: 'government' }), 'sign', office)).toBeNull()
  })

  test('a rectification has days of its own and ends rectified or breached', () => {
    const order = { verb: 'requireRectification', reason: '与承诺不符', days: 10 } as const
    const rectifying = decideCommitment(sign('2026-03-02'), order, { ...given, today: '2026-03-20', caller: office })
    expect(dueOf(rectifying, { calendar, today: '2026-03-23' })).toEqual({ dueOn: '2026-04-03', overdue: false })
    const closed = decideCommitment(
      rectifying,
      { verb: 'rectify', reason: '复核' },
      { ...given, today: '2026-04-01', caller: office },
    )
    expect(closed).toMatchObject({ state: 'rectified', closedOn: '2026-04-01', lastBy: '王经办', reason: '复核' })
    expect(dueOf(closed, { calendar, today: '2026-12-01' })).toEqual({ dueOn: null, overdue: false })
  })

  test('a breach is declared only when the enterprise has answered or its days are over', () => {
    const on = (today: string) => ({ ...given, today, caller: office })
    const heard = decideCommitment(sign('2026-03-02'), { verb: 'hear', reason: '取样超标', days: 3 }, on('2026-03-10'))
    expect(() => decideCommitment(heard, { verb: 'breach', reason: '属实' }, on('2026-03-13'))).toThrow(
      'has not been heard',
    )
    const late = decideCommitment(heard, { verb: 'breach', reason: '期满未申辩' }, on('2026-03-16'))
    expect(late).toMatchObject({ state: 'breached', proposal: 'open' })
    const answered = decideCommitment(
      heard,
      { verb: 'defend', reason: '取样点不对', evidence: ['photo'] },
      { ...on('2026-03-11'), caller: firm },
    )
    expect(answered).toMatchObject({
      state: 'hearing',
      statement: '取样点不对',
      reason: '取样超标',
      evidence: ['photo'],
    })
    expect(decideCommitment(answered, { verb: 'verify', reason: '申辩成立' }, on('2026-03-12')).state).toBe('verified')
    const breached = decideCommitment(answered, { verb: 'breach', reason: '申辩不成立' }, on('2026-03-12'))
    expect(decideCommitment(breached, { verb: 'dropProposal', reason: '已改正' }, on('2026-03-13'))).toMatchObject({
      state: 'breached',
      proposal: 'dropped',
    })
    const early = { ...on('2026-03-12'), decided: false }
    expect(decideCommitment(answered, { verb: 'breach', reason: '不成立' }, early).proposal).toBeNull()
  })

  test.each([
    ['30 workdays', 30],
    ['before land contract', null],
    ['30 workdays after', null],
    ['', null],
  ])('its check “%s” is %s days', (check, days) => {
    expect(daysOfCheck(check)).toBe(days)
  })
})

test('no walk reaches a state that the table does not lead to, and what is shown as possible is possible', () => {
  const steps = fc.array(
    fc.record({
      verb: fc.constantFrom(...commitmentVerbs),
      byFirm: fc.boolean(),
      wait: fc.integer({ min: -1, max: 3 }),
    }),
    { maxLength: 12 },
  )
  const reached = new Set<string>(['drafted'])
  fc.assert(
    fc.property(steps, (plan) => {
      let facts = drafted
      let today = 10
      for (const { verb, byFirm, wait } of plan) {
        today += wait
        const caller = byFirm ? firm : office
        const possible = allowedSteps(subject(facts), caller).includes(verb)
        const from = facts.state
        try {
          const command = { verb, reason: '核查', days: 5, happenedOn: `2026-03-${String(today).padStart(2, '0')}` }
          facts = decideCommitment(facts, command, { ...given, today: '2026-03-31', caller })
          expect(possible).toBe(true)
          expect(commitmentSteps[verb].from).toContain(from)
          expect(facts.state).toBe(commitmentSteps[verb].to)
          reached.add(facts.state)
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          expect(possible && error.code === 'commitments.not_possible').toBe(false)
          expect(facts.state).toBe(from)
        }
      }
    }),
    { numRuns: 2000, seed: 7 },
  )
  expect([...reached].sort()).toEqual([...commitmentStates].sort())
})
