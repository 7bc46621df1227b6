import { expect, it } from 'vitest'
import { checkFacts } from './facts.ts'
import type { FactTypes } from './feel/types.ts'
import { Problem } from './problem.ts'

const types: FactTypes = new Map([
  ['newCompany', { type: 'boolean' }],
  ['landAreaHa', { type: 'number' }],
  ['landKind', { type: 'choice', options: ['standard-land', 'lease-factory'] }],
])

it('accepts declared facts, null for unknown', () => {
  const facts = { newCompany: false, landAreaHa: 0, landKind: 'standard-land' }
  expect(checkFacts(facts, types)).toEqual(facts)
  expect(checkFacts({ landAreaHa: null }, types)).toEqual({ landAreaHa: null })
  expect(checkFacts({}, types)).toEqual({})
})

it.each([
  [{ landAreaHa: '7' }, 'facts.wrong_type', 'landAreaHa'],
  [{ landAreaHa: Number.NaN }, 'facts.wrong_type', 'landAreaHa'],
  [{ landAreaHa: Number.POSITIVE_INFINITY }, 'facts.wrong_type', 'landAreaHa'],
  [{ landAreaHa: [7] }, 'facts.wrong_type', 'landAreaHa'],
  [{ newCompany: 'true' }, 'facts.wrong_type', 'newCompany'],
  [{ newCompany: 1 }, 'facts.wrong_type', 'newCompany'],
  [{ landKind: true }, 'facts.wrong_type', 'landKind'],
  [{ landKind: 'lease-factry' }, 'facts.not_an_option', 'landKind'],
  [{ landAraeHa: 5 }, 'facts.unknown_fact', 'landAraeHa'],
  [JSON.parse('{"__proto__": true}'), 'facts.unknown_fact', '__proto__'],
  [{ constructor: true }, 'facts.unknown_fact', 'constructor'],
  [[], 'facts.not_an_object', undefined],
  ['x', 'facts.not_an_object', undefined],
  [null, 'facts.not_an_object', undefined],
])('refuses %o as %s', (facts, code, fact) => {
  const check = () => checkFacts(facts, types)
  expect(check).toThrow(Problem)
  expect(check).toThrow(expect.objectContaining({ kind: 'invalid_input', code }))
  if (fact) expect(check).toThrow(expect.objectContaining({ details: expect.objectContaining({ fact }) }))
})

it('suggests the fact and the option that were probably meant', () => {
  expect(() => checkFacts({ landAraeHa: 5 }, types)).toThrow('did you mean "landAreaHa"')
  expect(() => checkFacts({ landKind: 'lease-factry' }, types)).toThrow('did you mean "lease-factory"')
  expect(() => checkFacts({ zebra: 5 }, types)).not.toThrow('did you mean')
})
