import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareMoney } from '../../../kernel/money.ts'
import type { FeeLine } from '../../plans/contract/plan.ts'
import { lineVerbs } from '../contract/steps.ts'
import { decideLine, type LineFacts } from './decide.ts'
import { drawUpBill } from './draw-up.ts'
import { totalsOf } from './totals.ts'

const fee: FeeLine = {
  ...{ code: 'title', name: { zh: '登记费', en: 'Registration' }, matter: 'land-title', kind: 'fee', amount: '550.00' },
  ...{ waived: false, payable: '550.00', missing: [], basis: '价格法', waiver: null, confidence: 'M' },
}
const today = '2026-03-10'

function drawn(one: FeeLine): LineFacts {
  const [made] = drawUpBill([], [one], '2026-03-02').made
  if (!made) throw new Error('no line')
  return made.facts
}

describe('a line of the bill', () => {
  const due = drawn(fee)
  const reported = decideLine(due, { verb: 'report', fileId: 'f', happenedOn: '2026-02-20' }, today)
  const paid = decideLine(reported, { verb: 'confirm', receipt: 'No 1' }, today)

  test('is due, told to be paid, and paid when an office has confirmed it', () => {
    expect(due).toMatchObject({ state: 'due', amount: '550.00' })
    expect(reported).toMatchObject({ state: 'reported', paidOn: '2026-02-20', paid: null })
    expect(paid).toMatchObject({ state: 'paid', paid: '550.00', receipt: 'No 1' })
    expect(() => decideLine(paid, { verb: 'report', fileId: 'g' }, today)).toThrow('"Paid"')
    expect(decideLine(reported, { verb: 'reject', reason: '未到账' }, today)).toMatchObject({
      state: 'due',
      paidOn: null,
    })
  })

  test('gives back no more than was paid, in parts or at once', () => {
    const half = decideLine(paid, { verb: 'refund', amount: '200', reason: '多收', fileId: 'r' }, today)
    expect(half).toMatchObject({ state: 'refunded', refunded: '200.00' })
    expect(() => decideLine(half, { verb: 'refund', amount: '350.01', reason: '再退', fileId: 'r' }, today)).toThrow(
      '350.00 yuan are left',
    )
    const all = decideLine(half, { verb: 'refund', amount: '350', reason: '退完', fileId: 'r' }, today)
    expect(all.refunded).toBe('550.00')
    expect(() => decideLine(all, { verb: 'refund', amount: '1', reason: '再退', fileId: 'r' }, today)).toThrow(
      'refunded in full',
    )
    expect(() => decideLine(paid, { verb: 'refund', amount: '0', reason: '零', fileId: 'r' }, today)).toThrow(
      'more than nothing',
    )
  })

  test('is not reported while its amount is unknown; an office may set it, and the plan leaves it alone then', () => {
    const unknown = drawn({ ...fee, amount: null, payable: null, missing: ['landAreaHa'] })
    expect(() => decideLine(unknown, { verb: 'report', fileId: 'f' }, today)).toThrow('not known yet')
    const set = decideLine(unknown, { verb: 'assess', amount: '1000', basis: '核定书' }, today)
    expect(set).toMatchObject({ amount: '1000.00', missing: [], assessed: true })
    expect(drawUpBill([{ code: 'title', facts: set }], [fee], today).changed.size).toBe(0)
  })

  test('no walk pays twice, gives back more than was paid, or leaves a waiver without its ground', () => {
    const step = fc.record({
      verb: fc.constantFrom(...lineVerbs),
      amount: fc.integer({ min: 0, max: 700 }).map(String),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let facts = due
        let payments = 0
        for (const one of steps) {
          try {
            facts = decideLine(facts, { ...one, basis: '依据', reason: '理由', receipt: 'No', fileId: 'f' }, today)
            if (one.verb === 'confirm') payments++
          } catch {}
        }
        expect(payments).toBeLessThan(2)
        expect(compareMoney(facts.refunded, facts.paid ?? '0.00')).toBeLessThan(1)
        expect(facts.state === 'waived').toBe(facts.waiverBasis !== null)
        expect(facts.state === 'refunded').toBe(compareMoney(facts.refunded, '0') > 0)
      }),
    )
  })
})

describe('drawing up', () => {
  test('takes what the plan has, waives by its rule, and a second time changes nothing', () => {
    const waived = drawn({ ...fee, waived: true, waiver: 'landKind = "standard-land"', payable: '0.00' })
    expect(waived).toMatchObject({ state: 'waived', waivedByRule: true, waiverBasis: 'landKind = "standard-land"' })
    const again = drawUpBill([{ code: 'title', facts: drawn(fee) }], [fee], today)
    expect([again.made.length, again.changed.size]).toEqual([0, 0])
  })

  test('renews what is due, voids what the plan lost and brings it back, and leaves alone what was decided', () => {
    const line = (facts: LineFacts) => [{ code: 'title', facts }]
    const dearer = drawUpBill(line(drawn(fee)), [{ ...fee, amount: '600.00' }], today).changed.get('title')
    expect(dearer).toMatchObject({ amount: '600.00', lastOn: today })
    const gone = drawUpBill(line(drawn(fee)), [], today).changed.get('title') as LineFacts
    expect(gone.state).toBe('void')
    expect(drawUpBill(line(gone), [fee], today).changed.get('title')?.state).toBe('due')
    const waived = decideLine(drawn(fee), { verb: 'waive', basis: '小微企业' }, today)
    expect(drawUpBill(line(waived), [], today).changed.size).toBe(0)
  })

  test('adds up: reported is still due, refunds were paid before', () => {
    const lines = [
      { state: 'due', amount: '100.00', paid: null, refunded: '0.00' },
      { state: 'reported', amount: '50.00', paid: null, refunded: '0.00' },
      { state: 'due', amount: null, paid: null, refunded: '0.00' },
      { state: 'refunded', amount: '550.00', paid: '550.00', refunded: '200.00' },
      { state: 'waived', amount: '30.00', paid: null, refunded: '0.00' },
      { state: 'void', amount: '9.00', paid: null, refunded: '0.00' },
    ] as const
    expect(totalsOf(lines)).toEqual({
      ...{ due: '150.00', reported: '50.00', paid: '550.00', waived: '30.00', refunded: '200.00', unknown: 1 },
    })
  })
})
