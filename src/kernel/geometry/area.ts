import { toPlane, zoneNumberAt } from './gauss-kruger.ts'
import { type Polygon, type Position, polygonsOf, type Ring, type Shape } from './shape.ts'

/**
 * Area in m², as cadastral surveys state it: from the boundary points' plane coordinates in the 3° Gauss–Krüger zone (坐标解析法,
 * TD/T 1001-2012, GB/T 42547-2023; article numbers from memory). It is above the ellipsoid's by at most 0.05 % at a zone's edge.
 */
export function areaSqm(shape: Shape): number {
  const polygons = polygonsOf(shape)
  const first = polygons[0]?.[0]?.[0]
  if (!first) return 0
  const zoneNumber = zoneNumberAt(first[0])
  return polygons.reduce((sum, polygon) => sum + areaOf(polygon, zoneNumber), 0)
}

function areaOf([outer = [], ...holes]: Polygon, zoneNumber: number): number {
  const inside = holes.reduce((sum, hole) => sum + ringArea(hole, zoneNumber), 0)
  return ringArea(outer, zoneNumber) - inside
}

function ringArea(ring: Ring, zoneNumber: number): number {
  return Math.abs(twiceSigned(ring.map((at) => toPlane(at, zoneNumber)))) / 2
}

/** Shoelace around the first point, so that large eastings cost no digits; positive: against the clock. */
export function twiceSigned(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0]
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1] as Position
    const [x2, y2] = ring[i] as Position
    sum += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
  }
  return sum
}

/** Centre of gravity of the largest polygon, its holes not counted; may lie outside of a bent one. */
export function centroidOf(shape: Shape): Position {
  const rings = polygonsOf(shape).map(([outer = []]) => outer)
  const largest = rings.reduce((a, b) => (Math.abs(twiceSigned(b)) > Math.abs(twiceSigned(a)) ? b : a), rings[0] ?? [])
  const [x0, y0] = largest[0] ?? [0, 0]
  const twice = twiceSigned(largest)
  if (twice === 0) return [x0, y0]
  let [east, north] = [0, 0]
  for (let i = 1; i < largest.length; i++) {
    const [x1, y1] = relative(largest[i - 1], [x0, y0])
    const [x2, y2] = relative(largest[i], [x0, y0])
    const part = x1 * y2 - x2 * y1
    east += (x1 + x2) * part
    north += (y1 + y2) * part
  }
  return [x0 + east / (3 * twice), y0 + north / (3 * twice)]
}

function relative(at: Position | undefined, [x0, y0]: Position): Position {
  const [x, y] = at ?? [x0, y0]
  return [x - x0, y - y0]
}
