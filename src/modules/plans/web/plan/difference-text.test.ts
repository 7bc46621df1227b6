import { expect, test } from 'vitest'
import { catalogue, fees } from '../../../../../test/plans/given.ts'
import { namesOf } from '../../domain/lists/names.ts'
import { reasonText, shiftText, slippedBetween } from './difference-text.ts'

const names = namesOf(catalogue, fees)

test('a move says earlier or later in words and with an arrow', () => {
  expect(shiftText(-2.5).zh).toBe('▲ 早 2.5 天')
  expect(shiftText(1).en).toBe('▼ 1 d later')
})

test('a reason names the matter that is waited for', () => {
  expect(reasonText('held-by:land-contract', names).zh).toBe('因为等“国有建设用地使用权出让合同签订”')
  expect(reasonText('prior', names).en).toBe('done ahead by the zone')
})

test('a matter that was itself slipped is told from one that waits for it', () => {
  const request = (slips: Record<string, number>) => ({
    facts: {},
    start: '2026-03-02',
    changes: { relax: [], handling: {}, slips },
  })
  expect(slippedBetween('a', request({}), request({ a: 1 }))).toBe(true)
  expect(slippedBetween('b', request({ b: 2 }), request({ a: 1, b: 2 }))).toBe(false)
  expect(slippedBetween('a', { facts: {}, start: '2026-03-02' }, request({}))).toBe(false)
})
