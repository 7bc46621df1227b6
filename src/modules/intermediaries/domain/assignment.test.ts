import { expect, test } from 'vitest'
import { assignmentStates, assignmentVerbs } from '../contract.ts'
import { refuseUntil, type Side, stateAfter, stepsOf } from './assignment.ts'

test('the intermediary answers, the client may take back, and what is over stays over', () => {
  expect(stepsOf('assigned', 'intermediary')).toEqual(['work', 'deliver', 'decline'])
  expect(stepsOf('working', 'client')).toEqual(['withdraw'])
  expect(stateAfter('assigned', 'work', 'intermediary')).toBe('working')
  expect(stateAfter('working', 'work', 'intermediary')).toBe('working')
  for (const state of assignmentStates) {
    for (const side of ['intermediary', 'client', 'other'] satisfies Side[]) {
      for (const verb of assignmentVerbs) {
        if (stepsOf(state, side).includes(verb)) continue
        expect(() => stateAfter(state, verb, side)).toThrow('not possible')
      }
    }
  }
  for (const state of ['delivered', 'declined', 'withdrawn'] as const)
    expect(stepsOf(state, 'intermediary')).toEqual([])
})

test('in work until a day that has not passed', () => {
  expect(() => refuseUntil('2026-03-01', '2026-03-02')).toThrow('has passed')
  expect(() => refuseUntil('2026-03-02', '2026-03-02')).not.toThrow()
})
