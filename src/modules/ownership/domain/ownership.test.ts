import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { circleThrough } from './circle.ts'
import { changesOf, type Held, type Holder, heldOn, refusalOfRegister, totalPercent } from './register.ts'

const holder = (name: string, percent: number, more: Partial<Holder> = {}): Holder => ({
  ...{ name, percent, kind: 'enterprise', holderId: null, paidInYuan: null, ...more },
})
const held = (name: string, percent: number, heldFrom: string, heldUntil: string | null = null): Held => ({
  ...holder(name, percent),
  ...{ id: name, heldFrom, heldUntil },
})

describe('a register of shareholders', () => {
  it('adds up to the whole at most, to the last place', () => {
    expect(refusalOfRegister('x', [holder('a', 66.6667), holder('b', 33.3333)])).toBeNull()
    expect(refusalOfRegister('x', [holder('a', 66.6667), holder('b', 33.3334)])?.code).toBe('ownership.over_whole')
    expect(refusalOfRegister('x', [holder('a', 30)])).toBeNull()
    expect(totalPercent([0.1, 0.2].map((percent) => ({ percent }))).toNumber()).toBe(0.3)
  })

  it('names each holder once, and not the enterprise itself', () => {
    expect(refusalOfRegister('x', [holder('a', 1), holder('a', 2)])?.code).toBe('ownership.twice')
    expect(refusalOfRegister('x', [holder('a', 1, { holderId: 'x' })])?.code).toBe('ownership.itself')
  })

  it('ends what changed, begins what is new, and lets the rest go on', () => {
    const current = [held('a', 60, '2024-01-01'), held('b', 40, '2024-01-01'), held('c', 5, '2020-01-01', '2024-01-01')]
    const { ended, begun } = changesOf(current, [holder('a', 60), holder('d', 40)], '2025-06-01')
    expect([ended.map(({ name }) => name), begun.map(({ name }) => name)]).toEqual([['b'], ['d']])
    expect(changesOf(current, [holder('a', 55), holder('b', 40)], '2025-06-01').ended.map(({ name }) => name)).toEqual([
      'a',
    ])
    expect(() => changesOf(current, [], '2023-12-31')).toThrow()
    expect(heldOn(held('a', 1, '2024-01-01', '2025-01-01'), '2025-01-01')).toBe(false)
  })
})

describe('a circle of shares', () => {
  it('is found through others, and named in order', () => {
    const edges = [
      { of: 'a', by: 'b' },
      { of: 'b', by: 'c' },
      { of: 'c', by: 'a' },
      { of: 'c', by: 'd' },
    ]
    expect(circleThrough(edges, 'a')).toEqual(['a', 'b', 'c', 'a'])
    expect(circleThrough(edges, 'd')).toBeNull()
    expect(circleThrough(edges.slice(0, 2), 'a')).toBeNull()
  })

  it('is never seen where every holder is older than what it holds', () => {
    const older = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 60 })
    fc.assert(
      fc.property(older, (pairs) => {
        const edges = pairs
          .filter(([a, b]) => a !== b)
          .map(([a, b]) => ({ of: `${Math.max(a, b)}`, by: `${Math.min(a, b)}` }))
        for (let i = 0; i <= 20; i++) expect(circleThrough(edges, String(i))).toBeNull()
      }),
    )
  })
})
