import { expect, test } from 'vitest'
import type { CaseClock } from '../../contract/clock.ts'
import { whereText } from './where-text.ts'

function clock(kind: CaseClock['kind'], used: number, total: number, ended = false): CaseClock {
  const rest = { ref: null, unit: 'workday', left: total - used, late: 0, provisional: false } as const
  return { ...rest, entries: [], kind, used, total, ended, dueOn: '2026-03-09', colour: 'normal' }
}

const head = { department: '县自然资源局', state: 'accepted' } as const

test('an accepted case is on a day of the days that the office promised', () => {
  const clocks = [clock('receipt', 1, 5, true), clock('statutory', 3, 20), clock('promised', 3, 7)]
  expect(whereText({ ...head, clocks }).zh).toBe('在县自然资源局第 3 天/承诺 7 天：部门受理')
})

test('before the acceptance the limit for an answer counts', () => {
  const clocks = [clock('receipt', 2, 5)]
  expect(whereText({ ...head, state: 'received', clocks }).zh).toBe('在县自然资源局第 2 天/时限 5 天：已接件')
})

test('without a clock it is told where it is, and no day is made up', () => {
  expect(whereText({ ...head, clocks: [clock('owed', 1, 9)] }).en).toBe('With 县自然资源局: Accepted by the department')
})
