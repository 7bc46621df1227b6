import { expect, it } from 'vitest'
import { refusePublishing } from './publish.ts'

const asked = { audience: 'public', reviewedOn: '2026-03-01', toleranceM: 20 } as const
const given = { today: '2026-03-02', leastToleranceM: 20, published: false }

it('a public layer needs a review that was, a setting, and as much coarsening as the setting says', () => {
  expect(() => refusePublishing(asked, given)).not.toThrow()
  expect(() => refusePublishing(asked, { ...given, published: true })).toThrow('withdraw it first')
  expect(() => refusePublishing({ ...asked, reviewedOn: '2026-03-03' }, given)).toThrow('has not come')
  expect(() => refusePublishing({ ...asked, toleranceM: 19.9 }, given)).toThrow('at least 20 m')
  expect(() => refusePublishing(asked, { ...given, leastToleranceM: null })).toThrow('no map setting')
})

it('a layer for accounts of the house may be as exact as it is', () => {
  const inside = { ...asked, audience: 'inside', toleranceM: 0 } as const
  expect(() => refusePublishing(inside, { ...given, leastToleranceM: null })).not.toThrow()
})
