import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Change, changesOf, type Entry, type KeptEntry } from './entry.ts'

const entry = (key: string, on: string): Entry => ({ key, on, text: { zh: key, en: key }, link: `/${key}` })
const toldOf = (kept: readonly KeptEntry[], changes: readonly Change[]): KeptEntry[] => {
  const changed = new Map(changes.map(({ entry: one, ...rest }) => [one.key, { ...one, ...rest }]))
  return [...kept.filter(({ key }) => !changed.has(key)), ...changed.values()]
}

describe('changes of a calendar', () => {
  it('new 0, moved 1, unchanged nothing, gone cancelled, back confirmed again', () => {
    let kept = toldOf([], changesOf([], [entry('a', '2026-03-02'), entry('b', '2026-03-03')]))
    expect(kept.map(({ sequence }) => sequence)).toEqual([0, 0])
    expect(changesOf(kept, [entry('a', '2026-03-02'), entry('b', '2026-03-03')])).toEqual([])
    const moved = changesOf(kept, [entry('a', '2026-03-09'), entry('b', '2026-03-03')])
    expect(moved).toMatchObject([{ entry: { key: 'a', on: '2026-03-09' }, sequence: 1, cancelled: false }])
    kept = toldOf(kept, moved)
    const gone = changesOf(kept, [entry('b', '2026-03-03')])
    expect(gone).toMatchObject([{ entry: { key: 'a' }, sequence: 2, cancelled: true }])
    kept = toldOf(kept, gone)
    expect(changesOf(kept, [entry('b', '2026-03-03')])).toEqual([])
    expect(changesOf(kept, [entry('a', '2026-03-09'), entry('b', '2026-03-03')])).toMatchObject([
      { entry: { key: 'a' }, sequence: 3, cancelled: false },
    ])
  })

  it('told once, the calendar stands as wanted, and no SEQUENCE ever falls', () => {
    const day = fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-04')
    const wanted = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), day), { selector: ([key]) => key })
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 8 }), (rounds) => {
        let kept: KeptEntry[] = []
        for (const round of rounds) {
          const entries = round.map(([key, on]) => entry(key, on))
          const next = toldOf(kept, changesOf(kept, entries))
          for (const { key, sequence } of kept) {
            expect(next.find((one) => one.key === key)?.sequence).toBeGreaterThanOrEqual(sequence)
          }
          kept = next
          expect(changesOf(kept, entries)).toEqual([])
          const standing = kept.filter(({ cancelled }) => !cancelled).map(({ key, on }) => `${key}${on}`)
          expect(standing.sort()).toEqual(round.map(([key, on]) => `${key}${on}`).sort())
        }
      }),
    )
  })
})
