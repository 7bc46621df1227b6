import { isInside, mostPoints } from '../../../../kernel/geometry/flaws.ts'
import { type Position, type Ring, type Shape, shapeOf } from '../../../../kernel/geometry/shape.ts'
import type { Label } from '../../../../kernel/label.ts'
import { positionOf } from './plane-position.ts'

/** Rings of numbers as a shape in degrees, or the first point that is none. */
export function shapeFromNumbers(
  rings: readonly (readonly (readonly number[])[])[],
  meridian: number | null,
): { readonly shape: Shape; readonly flaw: null } | { readonly shape: null; readonly flaw: Label } {
  const placed: Position[][] = []
  for (const ring of rings) {
    const positions: Position[] = []
    for (const [x = Number.NaN, y = Number.NaN] of ring) {
      const one = positionOf(x, y, meridian)
      if ('flaw' in one) return { shape: null, flaw: one.flaw }
      positions.push(one.at)
    }
    placed.push(positions)
  }
  return { shape: shapeFromRings(placed), flaw: null }
}

/** Tables leave the closing point out, or write it. */
export function closed(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring
  return [...ring, [first[0], first[1]] satisfies Position]
}

/** Rings in any order and turn as polygons: what lies within an odd number of others is a hole of the one that holds it closest. */
export function shapeFromRings(rings: readonly Ring[]): Shape {
  // Such a shape is refused anyway; whose holes these are need not be known.
  if (rings.reduce((sum, { length }) => sum + length, 0) > mostPoints) return shapeOf(rings.map((ring) => [ring]))
  const holders = rings.map((ring) => rings.filter((other) => other !== ring && mostlyIn(ring, other)))
  const outer = rings.filter((_, i) => (holders[i]?.length ?? 0) % 2 === 0)
  return shapeOf(
    outer.map((ring) => {
      const depth = (holders[rings.indexOf(ring)]?.length ?? 0) + 1
      return [ring, ...rings.filter((_, i) => holders[i]?.length === depth && holders[i]?.includes(ring))]
    }),
  )
}

/** Points on a common border count neither way. */
function mostlyIn(ring: Ring, other: Ring): boolean {
  const own = ring.filter(([x, y]) => !other.some((at) => at[0] === x && at[1] === y))
  return own.length > 0 && own.filter((at) => isInside(at, other)).length * 2 > own.length
}
