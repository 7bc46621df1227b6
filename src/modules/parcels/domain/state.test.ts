import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextStates, type ParcelState, parcelStates } from '../contract/state.ts'
import { refuseLeap } from './state.ts'

const state = fc.constantFrom(...parcelStates)

it('refuses exactly what the table does not have', () => {
  fc.assert(
    fc.property(state, state, (from, to) => {
      const ask = () => refuseLeap(from, to)
      if (nextStates[from].includes(to)) expect(ask).not.toThrow()
      else expect(ask).toThrow()
    }),
  )
})

it('leads from planned to everywhere, and nowhere is a dead end', () => {
  const reached = new Set<ParcelState>(['planned'])
  for (const from of reached) for (const to of nextStates[from]) reached.add(to)
  expect([...reached].toSorted()).toEqual(parcelStates.toSorted())
  expect(parcelStates.filter((from) => nextStates[from].length === 0)).toEqual([])
})

it('goes the straight way of standard land', () => {
  const way = parcelStates.slice(0, parcelStates.indexOf('performing') + 1)
  for (const [i, to] of way.slice(1).entries()) expect(nextStates[way[i] as ParcelState]).toContain(to)
})
