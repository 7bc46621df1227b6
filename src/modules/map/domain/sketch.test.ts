import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Position } from '../../../kernel/geometry/shape.ts'
import { areaOf, cornersOf, lengthM, positionsTyped, shapeFrom, snapped, textOf } from './sketch.ts'

const square: readonly Position[] = [
  [110.77, 35.14],
  [110.771, 35.14],
  [110.771, 35.141],
  [110.77, 35.141],
]

it('a thousandth of a degree of latitude is about 111 m, and the area is that of its sides', () => {
  expect(lengthM([square[1] as Position, square[2] as Position])).toBeCloseTo(110.95, 0)
  const [east, north] = [lengthM(square.slice(0, 2)), lengthM(square.slice(1, 3))]
  expect(areaOf(square) / (east * north)).toBeCloseTo(1, 3)
  expect([lengthM([]), areaOf(square.slice(0, 2))]).toEqual([0, 0])
})

it('what is typed is what was drawn', () => {
  const degrees = fc.tuple(fc.integer({ min: -1.8e9, max: 1.8e9 }), fc.integer({ min: -9e8, max: 9e8 }))
  fc.assert(
    fc.property(fc.uniqueArray(degrees, { maxLength: 12, selector: String }), (drawn) => {
      const positions = drawn.map(([x, y]): Position => [x / 1e7, y / 1e7])
      expect(positionsTyped(textOf(positions))).toEqual({ positions, flaw: null })
    }),
  )
})

it('a closing position is left out, separators of both languages are taken, and a wrong line is named', () => {
  expect(positionsTyped('1,2\n3，4\n\n5 6\n1;2').positions).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ])
  expect(positionsTyped('1,2\n37400000, 3890000').flaw?.en).toContain('Line 2')
  expect(positionsTyped('1').flaw?.zh).toContain('第 1 行')
})

it('corners come back from the shape that they made; a shape with a hole has none to give', () => {
  const shape = shapeFrom(square)
  expect(shape && cornersOf(shape)).toEqual(square)
  expect(
    shape && cornersOf({ ...shape, coordinates: [shape.coordinates[0], shape.coordinates[0]] as never }),
  ).toBeNull()
})

it('a corner within reach wins over an edge, and far away nothing moves', () => {
  const shape = shapeFrom(square)
  const scale = 1e5
  const plane = {
    toPixel: ([x, y]: readonly [number, number, ...number[]]) => [x * scale, y * scale] as const,
    fromPixel: ([x, y]: readonly [number, number]) => [x / scale, y / scale] as const,
    reach: 10,
  }
  const shapes = shape ? [shape] : []
  expect(snapped([110.77004, 35.14003], shapes, plane)).toEqual([110.77, 35.14])
  const [x, y] = snapped([110.7705, 35.14004], shapes, plane)
  expect([x, y]).toEqual([expect.closeTo(110.7705, 6), expect.closeTo(35.14, 6)])
  expect(snapped([110.78, 35.15], shapes, plane)).toEqual([110.78, 35.15])
})
