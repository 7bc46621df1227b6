import fc from 'fast-check'
import { evaluate as feelin } from 'feelin'
import { expect, it } from 'vitest'
import { compileExpression, type Facts, type FactTypes } from './compile.ts'

/** Random rules over six facts, compared with feelin's own interpreter where every fact is present. */
const options = ['x', 'y', 'z']
const types: FactTypes = new Map([
  ['p', { type: 'boolean' }],
  ['q', { type: 'boolean' }],
  ['a', { type: 'number' }],
  ['b', { type: 'number' }],
  ['v', { type: 'choice', options }],
  ['w', { type: 'choice', options }],
])
const someNumber = fc.constantFrom(-2, -1, 0, 0.5, 1, 2, 3, 7)
const allFacts = fc.record({
  p: fc.boolean(),
  q: fc.boolean(),
  a: someNumber,
  b: someNumber,
  v: fc.constantFrom(...options),
  w: fc.constantFrom(...options),
})

const { boolean: rule, number: amount } = fc.letrec<{ boolean: string; number: string; text: string }>((tie) => {
  const join = (...parts: (string | fc.Arbitrary<string>)[]) =>
    fc.tuple(...parts.map((p) => (typeof p === 'string' ? fc.constant(p) : p))).map((texts) => texts.join(' '))
  const [b, n, t] = [tie('boolean'), tie('number'), tie('text')]
  const order = fc.constantFrom('=', '!=', '<', '<=', '>', '>=')
  const equal = fc.constantFrom('=', '!=')
  const parenthesised = (of: fc.Arbitrary<string>) => of.map((text) => `(${text})`)
  const test = fc.oneof(
    n,
    join(fc.constantFrom('<', '<=', '>', '>='), n),
    join(fc.constantFrom('[', ']'), n, '..', n, fc.constantFrom(']', ')')),
  )
  const list = (of: fc.Arbitrary<string>) =>
    fc.array(of, { minLength: 1, maxLength: 3 }).map((all) => `(${all.join(', ')})`)
  return {
    boolean: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('p', 'q', 'true', 'false'),
      parenthesised(join(n, order, n)),
      parenthesised(join(t, equal, t)),
      parenthesised(join(b, equal, b)),
      join(b, fc.constantFrom('and', 'or'), b),
      parenthesised(join(b, fc.constantFrom('and', 'or'), b)),
      join('not(', b, ')'),
      parenthesised(join(n, 'in', list(test))),
      parenthesised(join(t, 'in', list(t))),
      parenthesised(join(n, 'between', n, 'and', n)),
      parenthesised(join('if', b, 'then', b, 'else', b)),
    ),
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('a', 'b', '0', '1', '2.5', '7'),
      parenthesised(join(n, fc.constantFrom('+', '-', '*', '/'), n)),
      join(n, fc.constantFrom('+', '-', '*', '/'), n),
      parenthesised(join(n, '** 2')),
      join('-', parenthesised(n)),
      join(fc.constantFrom('min', 'max'), '(', n, ',', n, ')'),
      join(fc.constantFrom('abs', 'floor', 'ceiling'), '(', n, ')'),
      parenthesised(join('if', b, 'then', n, 'else', n)),
    ),
    text: fc.constantFrom('v', 'w', '"x"', '"y"', '"z"'),
  }
})

const rules = fc.oneof(
  rule.map((source) => ({ source, type: 'boolean' as const })),
  amount.map((source) => ({ source, type: 'number' as const })),
)

it('with every fact present the answer is that of feelin', () => {
  fc.assert(
    fc.property(rules, allFacts, ({ source, type }, facts) => {
      const ours = compileExpression(source, types, type).evaluate(facts)
      const theirs = feelin(source, facts).value
      // == 0 on both sides: FEEL knows no negative zero.
      expect(ours === theirs || (ours === 0 && theirs === 0), `${ours} for ${theirs}`).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

it('leaving facts out never changes a known answer into another, and says on which facts the unknown depends', () => {
  const subset = fc.uniqueArray(fc.constantFrom(...types.keys()))
  fc.assert(
    fc.property(rules, allFacts, subset, ({ source, type }, facts, left) => {
      const rule = compileExpression(source, types, type)
      const some: Facts = Object.fromEntries(Object.entries(facts).filter(([code]) => !left.includes(code)))
      const value = rule.evaluate(some)
      const missing = rule.missing(some)
      if (value !== null) {
        expect(value).toBe(rule.evaluate(facts))
        expect(missing).toEqual([])
      } else {
        expect(missing.every((code) => left.includes(code) && rule.reads.includes(code))).toBe(true)
        if (rule.evaluate(facts) !== null) expect(missing.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 3000 },
  )
})

it('the conditions shown agree with the answer of a plain and-rule', () => {
  fc.assert(
    fc.property(allFacts, fc.uniqueArray(fc.constantFrom(...types.keys())), (facts, left) => {
      const some: Facts = Object.fromEntries(Object.entries(facts).filter(([code]) => !left.includes(code)))
      const rule = compileExpression('p and not(v = "x") and a >= 1 and b between 0 and 2', types, 'boolean')
      const shown = rule.conditions(some).map((c) => c.outcome)
      const value = shown.includes('not_met') ? false : shown.includes('unknown') ? null : true
      expect(rule.evaluate(some)).toBe(value)
    }),
  )
})
