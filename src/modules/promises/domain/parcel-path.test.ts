import { expect, it } from 'vitest'
import { nextStates, parcelStates } from '../../parcels/contract/state.ts'
import { checkKinds, outcomes } from '../contract/words.ts'
import { parcelPath } from './parcel-path.ts'

it('follows the table of states, whatever is decided', () => {
  expect(parcelPath('handed-over', 'start', 'pass')).toEqual(['under-construction'])
  expect(parcelPath('in-production', 'output', 'pass')).toEqual(['output-checked', 'performing'])
  expect(parcelPath('performing', 'yearly', 'pass')).toEqual([])
  for (const from of parcelStates) {
    for (const kind of checkKinds) {
      for (const outcome of outcomes) {
        let at = from
        for (const to of parcelPath(from, kind, outcome)) {
          expect(nextStates[at]).toContain(to)
          at = to
        }
      }
    }
  }
})
