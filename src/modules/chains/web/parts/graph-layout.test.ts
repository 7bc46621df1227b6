import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lanes } from '../../contract/lane.ts'
import { byLane, type LaidNode, layoutOf } from './graph-layout.ts'

const node = fc.record({ id: fc.uuid(), lane: fc.constantFrom(...lanes) })
const nodes = fc.uniqueArray(node, { maxLength: 24, selector: ({ id }) => id })

describe('the picture of a chain', () => {
  it('places every node once, inside its lane, over none other', () => {
    fc.assert(
      fc.property(nodes, fc.integer({ min: 40, max: 120 }), (some, width) => {
        const { boxes, height } = layoutOf(some, [], width)
        expect([...boxes.keys()].toSorted()).toEqual(some.map(({ id }) => id).toSorted())
        const all = [...boxes.values()]
        for (const [i, a] of all.entries()) {
          expect(a.x).toBeGreaterThanOrEqual(0)
          expect(a.x + a.width).toBeLessThanOrEqual(width + 1e-9)
          expect(a.y + a.height).toBeLessThanOrEqual(height)
          for (const b of all.slice(i + 1)) {
            const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
            expect(apart).toBe(true)
          }
        }
      }),
    )
  })

  it('draws every link between two nodes that are there, and no other', () => {
    const some: readonly LaidNode[] = lanes.map((lane) => ({ id: lane, lane }))
    const links = [
      { id: 'on', from: 'upstream', to: 'midstream' },
      { id: 'back', from: 'downstream', to: 'upstream' },
      { id: 'up', from: 'supporting', to: 'downstream' },
      { id: 'out', from: 'upstream', to: 'elsewhere' },
    ]
    const { paths } = layoutOf(some, links, 60)
    expect([...paths.keys()]).toEqual(['on', 'back', 'up'])
    expect(paths.get('on')).toBe('M17.00 5.50 C19.25 5.50 19.25 5.50 21.50 5.50')
  })

  it('is read lane by lane', () => {
    const some: readonly LaidNode[] = [
      { id: 'c', lane: 'supporting' },
      { id: 'a', lane: 'upstream' },
      { id: 'b', lane: 'upstream' },
    ]
    expect(byLane(some).map(([lane, own]) => [lane, own.length])).toEqual([
      ['upstream', 2],
      ['supporting', 1],
    ])
  })
})
