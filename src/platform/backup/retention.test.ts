import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tooOld } from './retention.ts'

const now = new Date('2026-11-29T00:00:00Z')
const on = (day: string) => ({ id: day, stoppedAt: `2026-11-${day}T01:00:00Z` })
const all = ['28', '27', '26', '20', '10'].map(on)
const ids = (keeping: Parameters<typeof tooOld>[1]) => tooOld(all, keeping, now).map(({ id }) => id)

it('keeps everything when nothing is said', () => {
  expect(ids({})).toEqual([])
})

it('keeps the newest so many, or those of the last days, whichever keeps more', () => {
  expect(ids({ count: 2 })).toEqual(['26', '20', '10'])
  expect(ids({ days: 10 })).toEqual(['10'])
  expect(ids({ count: 4, days: 1 })).toEqual(['10'])
})

it('never removes the newest', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.nat(40), (count, days) => {
      expect(ids({ count, days })).not.toContain('28')
    }),
  )
})
