import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaSqm, centroidOf } from './area.ts'
import { boxesMeet, boxOf } from './box.ts'
import { overlapSqm, unionOf, withoutShape } from './clip.ts'
import { findFlaws } from './flaws.ts'
import { fromPlane } from './gauss-kruger.ts'
import type { MapBox } from './geojson.ts'
import type { Position, Shape } from './shape.ts'

/** A rectangle of metres in zone 37, turned by an angle. */
function rectangle(x: number, y: number, width: number, depth: number, turn = 0): Shape {
  const corners = [
    [0, 0],
    [width, 0],
    [width, depth],
    [0, depth],
  ] as const
  const ring = corners.map(([dx, dy]) => {
    const [east, north] = [dx * Math.cos(turn) - dy * Math.sin(turn), dx * Math.sin(turn) + dy * Math.cos(turn)]
    return fromPlane([480_000 + x + east, 3_890_000 + y + north], 37)
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] }
}

const linyi: MapBox = [110.4, 34.9, 110.95, 35.3]
const codes = (shape: Shape) => findFlaws(shape, linyi).map(({ code }) => code)
const ring = (...points: [number, number][]): Shape => ({ type: 'Polygon', coordinates: [points] })

it('measures what was drawn in metres, however it is turned', () => {
  const size = fc.integer({ min: 5, max: 2_000 })
  fc.assert(
    fc.property(size, size, fc.double({ min: 0, max: 6, noNaN: true }), (width, depth, turn) => {
      const shape = rectangle(0, 0, width, depth, turn)
      expect(areaSqm(shape)).toBeCloseTo(width * depth, 2)
      expect(findFlaws(shape, linyi)).toEqual([])
    }),
  )
})

it('takes holes out, adds parts up, and finds centre and box', () => {
  const outer = rectangle(0, 0, 100, 100)
  const hole = rectangle(20, 20, 30, 30)
  const holed: Shape = { type: 'Polygon', coordinates: [...outer.coordinates, ...hole.coordinates] as Position[][] }
  expect(areaSqm(holed)).toBeCloseTo(9_100, 3)
  expect(findFlaws(holed, linyi)).toEqual([])
  const two = unionOf([outer, rectangle(200, 0, 10, 10)])
  expect(two?.type).toBe('MultiPolygon')
  expect(two && areaSqm(two)).toBeCloseTo(10_100, 2)
  const [x, y] = centroidOf(outer)
  const [west, south, east, north] = boxOf(outer)
  expect([x, y]).toEqual([expect.closeTo((west + east) / 2, 6), expect.closeTo((south + north) / 2, 6)])
  expect(boxesMeet(boxOf(outer), boxOf(rectangle(101, 0, 5, 5)))).toBe(false)
})

it('finds what two shapes share, and what is left without it; neighbours share nothing', () => {
  const a = rectangle(0, 0, 100, 100)
  expect(overlapSqm(a, rectangle(100, 0, 50, 100))).toBeLessThan(0.01)
  expect(overlapSqm(a, rectangle(90, 0, 50, 100))).toBeCloseTo(1_000, 1)
  const rest = withoutShape(a, rectangle(90, -10, 50, 200))
  expect(rest && areaSqm(rest)).toBeCloseTo(9_000, 1)
  expect(withoutShape(a, rectangle(-10, -10, 200, 200))).toBeNull()
})

describe('what is no ground of a record', () => {
  it.each<[string, Shape, string]>([
    ['a bow', ring([110.7, 35.1], [110.71, 35.11], [110.71, 35.1], [110.7, 35.11], [110.7, 35.1]), 'crossing'],
    ['a spike', ring([110.7, 35.1], [110.72, 35.1], [110.71, 35.1], [110.71, 35.12], [110.7, 35.1]), 'crossing'],
    ['an open ring', ring([110.7, 35.1], [110.71, 35.1], [110.71, 35.11], [110.7, 35.11]), 'open'],
    ['two points', ring([110.7, 35.1], [110.71, 35.1], [110.7, 35.1]), 'short'],
    ['no points', { type: 'Polygon', coordinates: [] }, 'empty'],
    ['latitude first', ring([35.1, 110.7], [35.1, 110.71], [35.11, 110.71], [35.1, 110.7]), 'not-degrees'],
    ['metres', ring([37480000, 3890000], [37480100, 3890000], [37480100, 3890100], [37480000, 3890000]), 'not-degrees'],
    ['another county', ring([112.1, 35.1], [112.2, 35.1], [112.2, 35.2], [112.1, 35.1]), 'outside-zone'],
    [
      'a hole elsewhere',
      {
        type: 'Polygon',
        coordinates: [
          [
            [110.7, 35.1],
            [110.71, 35.1],
            [110.71, 35.11],
            [110.7, 35.1],
          ],
          [
            [110.8, 35.1],
            [110.81, 35.1],
            [110.81, 35.11],
            [110.8, 35.1],
          ],
        ],
      },
      'hole-outside',
    ],
  ])('%s', (_, shape, code) => {
    expect(codes(shape)).toEqual([code])
  })

  it('says where a boundary crosses itself', () => {
    const [flaw] = findFlaws(ring([110.7, 35.1], [110.71, 35.11], [110.71, 35.1], [110.7, 35.11], [110.7, 35.1]), null)
    expect(flaw?.text.zh).toBe(
      '边界自相交：第 1 圈第 1 条边与第 1 圈第 3 条边在 (110.705, 35.105) 附近相交，请按顺序重排界址点。',
    )
  })

  it('a star of any order is refused exactly when its sides cross', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 })
    fc.assert(
      fc.property(order, (places) => {
        const at = places.map((i): [number, number] => [
          110.7 + 0.01 * Math.cos((i * 2 * Math.PI) / 7),
          35.1 + 0.01 * Math.sin((i * 2 * Math.PI) / 7),
        ])
        const steps = places.map((p, i) => (((places[(i + 1) % 7] ?? 0) - p + 7) % 7 === 1 ? 1 : 0))
        const backwards = places.map((p, i) => ((p - (places[(i + 1) % 7] ?? 0) + 7) % 7 === 1 ? 1 : 0))
        const round = steps.every((step) => step === 1) || backwards.every((step) => step === 1)
        expect(codes(ring(...at, at[0] as [number, number]))).toEqual(round ? [] : ['crossing'])
      }),
    )
  })
})
