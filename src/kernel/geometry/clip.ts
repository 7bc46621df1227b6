import { difference, intersection, union } from 'polyclip-ts'
import { areaSqm } from './area.ts'
import { boxesMeet, boxOf } from './box.ts'
import { polygonsOf, type Shape, shapeOf } from './shape.ts'

type Clipped = ReturnType<typeof union>

const partsOf = (shape: Shape): Clipped => polygonsOf(shape).map((polygon) => polygon.map((ring) => [...ring]))

const backFrom = (clipped: Clipped): Shape | null => (clipped.length === 0 ? null : shapeOf(clipped))

/** How many m² two shapes have in common. */
export function overlapSqm(a: Shape, b: Shape): number {
  if (!boxesMeet(boxOf(a), boxOf(b))) return 0
  const common = backFrom(intersection(partsOf(a), partsOf(b)))
  return common === null ? 0 : areaSqm(common)
}

/** All of them as one. */
export function unionOf(shapes: readonly Shape[]): Shape | null {
  const [first, ...others] = shapes.map(partsOf)
  return first ? backFrom(union(first, ...others)) : null
}

/** What is left of a shape without another; null: nothing. */
export function withoutShape(shape: Shape, taken: Shape): Shape | null {
  return backFrom(difference(partsOf(shape), partsOf(taken)))
}
