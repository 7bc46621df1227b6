import { expect, test } from 'vitest'
import { knownFacts } from './known-facts.ts'

test('the investment of the record is the guide’s, in 10,000 yuan; its land in hectares', () => {
  const known = { investmentYuan: '110005000.00', landAreaSqm: '31333.33' }
  expect(knownFacts(known)).toEqual({ investmentWan: 11_000.5, landAreaHa: 3.1333 })
})

test('what is not known is no answer', () => {
  expect(knownFacts({ investmentYuan: null, landAreaSqm: null })).toEqual({})
  expect(knownFacts({ investmentYuan: '0.00', landAreaSqm: '0.00' })).toEqual({})
})
