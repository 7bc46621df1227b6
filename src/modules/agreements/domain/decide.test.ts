import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementVerbs } from '../contract/steps.ts'
import { type AgreementFacts, decideAgreement, replaceAgreement } from './decide.ts'

const proposed: AgreementFacts = {
  ...{ state: 'proposed', proposedOn: '2026-03-02', enterprise: null, zone: null },
  ...{ inForceOn: null, reason: null, closedOn: null },
}
const on = (today: string, name = '甲') => ({ today, now: `${today}T02:00:00.000Z`, caller: { name } })

describe('an agreed plan', () => {
  test('is in force from the day of the later signature, in whichever order they come', () => {
    const first = decideAgreement(proposed, { verb: 'signForZone' }, on('2026-03-03', '主任'))
    expect(first).toMatchObject({ state: 'proposed', inForceOn: null, zone: { by: '主任', on: '2026-03-03' } })
    const both = decideAgreement(first, { verb: 'sign' }, on('2026-03-05'))
    expect(both).toMatchObject({ state: 'in_force', inForceOn: '2026-03-05', enterprise: { onPaper: false } })
    expect(replaceAgreement(both, '2026-06-01')).toMatchObject({
      state: 'replaced',
      inForceOn: '2026-03-05',
      closedOn: '2026-06-01',
    })
  })

  test('keeps who signed on paper, and the scan', () => {
    const command = { verb: 'recordSignature', signedBy: '李某', fileId: 'f' } as const
    expect(decideAgreement(proposed, command, on('2026-03-05')).enterprise).toMatchObject({
      ...{ by: '李某', onPaper: true, fileId: 'f' },
    })
  })

  test('refuses a second signature of one side, the future, and what comes before the proposal', () => {
    const once = decideAgreement(proposed, { verb: 'sign' }, on('2026-03-05'))
    expect(() => decideAgreement(once, { verb: 'sign' }, on('2026-03-06'))).toThrow('has signed already')
    expect(() => decideAgreement(once, { verb: 'recordSignature', signedBy: 'x' }, on('2026-03-06'))).toThrow(
      'has signed already',
    )
    expect(() => decideAgreement(once, { verb: 'signForZone', happenedOn: '2026-03-09' }, on('2026-03-06'))).toThrow(
      'future',
    )
    expect(() => decideAgreement(once, { verb: 'signForZone', happenedOn: '2026-03-04' }, on('2026-03-06'))).toThrow(
      'before the last step',
    )
  })

  test('is never in force without both signatures, and never moves once it is closed', () => {
    const steps = fc.array(fc.record({ verb: fc.constantFrom(...agreementVerbs), wait: fc.nat(3) }), { maxLength: 8 })
    fc.assert(
      fc.property(steps, (list) => {
        let facts = proposed
        let day = 2
        for (const { verb, wait } of list) {
          day += wait
          const today = `2026-03-${String(day).padStart(2, '0')}`
          const before = facts
          try {
            facts = decideAgreement(facts, { verb, reason: '理由', signedBy: '李某', fileId: null }, on(today))
            expect(before.state).toBe('proposed')
          } catch {
            expect(facts).toBe(before)
          }
          const both = facts.enterprise !== null && facts.zone !== null
          expect(facts.state === 'in_force').toBe(both)
          expect(facts.inForceOn !== null).toBe(both)
        }
      }),
    )
  })
})
