import { expect, it } from 'vitest'
import { Problem } from '../../../kernel/problem.ts'
import { AnnualValue } from '../../annuals/contract/value.ts'
import { Honour } from '../../enterprises/contract/honour.ts'
import { nextState, proposedValues } from './decide.ts'

it('never passes for the statement of an office, nor of another enterprise', () => {
  const told = { item: 'tax', value: 1, source: 'tax', confidence: 'V', enterpriseId: 'other' }
  expect(proposedValues(AnnualValue, told, 'own')).toEqual({
    ...{ item: 'tax', value: 1, source: 'firm', confidence: 'M', enterpriseId: 'own' },
  })
  expect(proposedValues(Honour, { title: '榜' }, 'own')).toEqual({ title: '榜', enterpriseId: 'own' })
})

it('closes once', () => {
  expect(nextState('proposed', 'accept')).toBe('accepted')
  expect(nextState('proposed', 'decline')).toBe('declined')
  expect(nextState('proposed', 'withdraw')).toBe('withdrawn')
  for (const state of ['accepted', 'declined', 'withdrawn'] as const) {
    expect(() => nextState(state, 'accept')).toThrow(Problem)
  }
})
