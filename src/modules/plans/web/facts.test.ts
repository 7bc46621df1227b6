import { describe, expect, it } from 'vitest'
import { factsOfCatalogue } from './facts.ts'

const question = { question_zh: '问', question_en: 'ask' }
const declarations = [
  { code: 'newCompany', type: 'boolean' as const, ...question },
  { code: 'landAreaHa', type: 'number' as const, ...question },
  { code: 'landKind', type: 'choice' as const, ...question, options: [{ value: 'lease', label_zh: '租' }] },
]

describe('facts of an old link', () => {
  it('pass when the catalogue declares them with that type, "not sure" included', () => {
    const facts = { newCompany: null, landAreaHa: 3.33, landKind: 'lease' }
    expect(factsOfCatalogue(facts, declarations)).toEqual({ facts, refused: [] })
  })

  it.each([
    ['an unknown code', { oldFact: true }],
    ['a text where a number belongs', { landAreaHa: '7' }],
    ['an option that is gone', { landKind: 'gift' }],
    ['a number where yes or no belongs', { newCompany: 1 }],
  ])('are set aside and named: %s', (_, facts) => {
    expect(factsOfCatalogue(facts, declarations)).toEqual({ facts: {}, refused: Object.keys(facts) })
  })
})
