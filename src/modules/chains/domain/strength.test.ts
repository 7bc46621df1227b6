import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruledStrengths, type Strength, strengths } from '../contract/strength.ts'
import { type NodeFacts, type StrengthRuleFacts, strengthOf } from './strength.ts'

const day = '2026-03-02'
const base = { validFrom: '2020-01-01', validUntil: null, source: '样例', confidence: 'E' }
const rules: readonly StrengthRuleFacts[] = [
  { ...base, strength: 'present', minEnterprises: 2, minTargetPercent: 30 },
  { ...base, strength: 'strong', minEnterprises: 3, minTargetPercent: 80 },
]
const node = (outputs: NodeFacts['outputs'], more: Partial<NodeFacts> = {}): NodeFacts => ({
  outputs,
  targetEnterprises: null,
  targetOutputYuan: null,
  ...more,
})
const rank = (strength: Strength) => strengths.indexOf(strength)

describe('strength of a node', () => {
  it('grows from missing over weak to strong with the number, where no output is wanted', () => {
    const of = (number: number) => strengthOf(rules, node(Array.from({ length: number }, () => null)), day).strength
    expect([0, 1, 2, 3, 9].map(of)).toEqual(['missing', 'weak', 'present', 'strong', 'strong'])
  })

  it('asks for the share of the wanted output too, and says what is short', () => {
    const facts = node(['1000000.00', '1500000.00', '500000.00'], { targetOutputYuan: '10000000.00' })
    expect(strengthOf(rules, facts, day)).toMatchObject({
      ...{ strength: 'present', atMost: 'present', enterprises: 3, outputYuan: '3000000.00', outputUnknown: 0 },
      next: { strength: 'strong', enterprisesShort: 0, outputShortYuan: '5000000.00' },
      rule: { source: '样例', confidence: 'E' },
    })
  })

  it('never turns an unknown output into none: it tells what the node could be', () => {
    const facts = node(['1000000.00', null, null], { targetOutputYuan: '10000000.00' })
    expect(strengthOf(rules, facts, day)).toMatchObject({ strength: 'weak', atMost: 'strong', outputUnknown: 2 })
  })

  it("takes the node's own number for strong, and a rule only in its time, the later before the earlier", () => {
    expect(strengthOf(rules, node([null, null], { targetEnterprises: 2 }), day).strength).toBe('strong')
    const later = {
      ...base,
      strength: 'strong',
      minEnterprises: 5,
      minTargetPercent: null,
      validFrom: '2026-03-02',
    } as const
    expect(strengthOf([...rules, later], node([null, null, null]), '2026-03-01').strength).toBe('strong')
    expect(strengthOf([...rules, later], node([null, null, null]), day).strength).toBe('present')
    const over = rules.map((rule) => ({ ...rule, validUntil: day }))
    expect(strengthOf(over, node([null, null, null]), day)).toMatchObject({ strength: 'weak', next: null, rule: null })
  })

  const output = fc.option(
    fc.integer({ min: 0, max: 10 ** 9 }).map((fen) => (fen / 100).toFixed(2)),
    { nil: null },
  )
  const ruleFacts = fc.record({
    strength: fc.constantFrom(...ruledStrengths),
    minEnterprises: fc.integer({ min: 1, max: 6 }),
    minTargetPercent: fc.option(fc.integer({ min: 0, max: 120 }), { nil: null }),
    validFrom: fc.constantFrom('2020-01-01', '2025-06-01', '2027-01-01'),
    validUntil: fc.constantFrom(null, '2026-01-01', '2030-01-01'),
    source: fc.constant('样例'),
    confidence: fc.constant('E'),
  })
  const nodeFacts = fc.record({
    outputs: fc.array(output, { maxLength: 8 }),
    targetEnterprises: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
    targetOutputYuan: fc.option(
      fc.integer({ min: 1, max: 10 ** 9 }).map((fen) => (fen / 100).toFixed(2)),
      { nil: null },
    ),
  })

  it('one more enterprise, or an output that becomes known, never weakens a node, whatever the rules say', () => {
    fc.assert(
      fc.property(fc.array(ruleFacts, { maxLength: 5 }), nodeFacts, output, (some, facts, added) => {
        const before = strengthOf(some, facts, day)
        const after = strengthOf(some, { ...facts, outputs: [...facts.outputs, added] }, day)
        expect(rank(after.strength)).toBeGreaterThanOrEqual(rank(before.strength))
        expect(rank(after.atMost)).toBeGreaterThanOrEqual(rank(before.atMost))
        const told = { ...facts, outputs: facts.outputs.map((one) => one ?? '5.00') }
        const known = strengthOf(some, told, day)
        expect(rank(known.strength)).toBeGreaterThanOrEqual(rank(before.strength))
        expect(rank(known.strength)).toBeLessThanOrEqual(rank(before.atMost))
        expect(known.atMost).toBe(known.strength)
      }),
    )
  })

  it('the order of enterprises and rules says nothing; missing means nobody, and nobody else', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(ruleFacts, { selector: (rule) => rule.strength + rule.validFrom }),
        nodeFacts,
        (some, facts) => {
          const turned = { ...facts, outputs: facts.outputs.toReversed() }
          expect(strengthOf(some.toReversed(), turned, day)).toEqual(strengthOf(some, facts, day))
          expect(strengthOf(some, facts, day).strength === 'missing').toBe(facts.outputs.length === 0)
        },
      ),
    )
  })

  it('what is told to be short is enough: with it the next strength is reached', () => {
    fc.assert(
      fc.property(fc.array(ruleFacts, { maxLength: 5 }), nodeFacts, (some, facts) => {
        const { next } = strengthOf(some, facts, day)
        if (!next) return
        const more = Array.from({ length: Math.max(1, next.enterprisesShort) }, (_, i) =>
          i === 0 ? next.outputShortYuan : '0.00',
        )
        const after = strengthOf(some, { ...facts, outputs: [...facts.outputs, ...more] }, day)
        expect(rank(after.strength)).toBeGreaterThanOrEqual(rank(next.strength))
      }),
    )
  })
})
