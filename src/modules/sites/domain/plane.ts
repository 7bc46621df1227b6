import type { Block } from '../contract/layout.ts'

/** East and north, metres. */
export type Point = readonly [number, number]
type Side = readonly [Point, Point]

/** The four corners of a block, against the clock. */
export function cornersOf({ x, y, width, depth, turn }: Block): readonly Point[] {
  const angle = (turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([a = 0, b = 0]) => {
    const [east, north] = [(a * width) / 2, (b * depth) / 2]
    return [x + east * cos - north * sin, y + east * sin + north * cos]
  })
}

/** Whether a point lies within rings: the first outside, the others holes. */
export function isWithin([x, y]: Point, rings: readonly (readonly Point[])[]): boolean {
  let inside = false
  for (const [[x1, y1], [x2, y2]] of rings.flatMap(sidesOf)) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

/** Whether two convex shapes share ground: a straight line between them says no. Touching is not sharing. */
export function overlaps(a: readonly Point[], b: readonly Point[]): boolean {
  for (const [[x1, y1], [x2, y2]] of [...sidesOf(a), ...sidesOf(b)]) {
    const [nx, ny] = [y2 - y1, x1 - x2]
    const reach = (shape: readonly Point[]) => {
      const along = shape.map(([x, y]) => (x * nx + y * ny) / Math.hypot(nx, ny))
      return [Math.min(...along), Math.max(...along)] as const
    }
    const [[lowA, highA], [lowB, highB]] = [reach(a), reach(b)]
    if (highA <= lowB + 1e-6 || highB <= lowA + 1e-6) return false
  }
  return true
}

/** The shortest way between the outlines of two shapes; 0 where they cross. */
export function distanceBetween(a: readonly Point[], b: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const one of sidesOf(a)) for (const other of sidesOf(b)) least = Math.min(least, betweenSides(one, other))
  return least
}

export function crosses(a: readonly Point[], b: readonly Point[]): boolean {
  return sidesOf(a).some((one) => sidesOf(b).some((other) => sidesCross(one, other)))
}

export function sidesOf(shape: readonly Point[]): readonly Side[] {
  return shape.map((from, i): Side => [from, shape[(i + 1) % shape.length] ?? from])
}

function sidesCross([a, b]: Side, [c, d]: Side): boolean {
  return turnOf(a, b, c) * turnOf(a, b, d) < 0 && turnOf(c, d, a) * turnOf(c, d, b) < 0
}

function turnOf([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

function betweenSides(one: Side, other: Side): number {
  if (sidesCross(one, other)) return 0
  return Math.min(...one.map((point) => toSide(point, other)), ...other.map((point) => toSide(point, one)))
}

function toSide([x, y]: Point, [[x1, y1], [x2, y2]]: Side): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length))
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy)
}
