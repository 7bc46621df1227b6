import type { Position, Ring } from './shape.ts'

interface Segment {
  readonly a: Position
  readonly b: Position
  /** Which ring of the polygon, and which segment of it: the one that starts at its point of this index. */
  readonly ring: number
  readonly at: number
  readonly last: boolean
}

/** Two segments that touch where they should not. Points count from 1, as people do. */
export interface Crossing {
  readonly near: Position
  readonly first: { readonly ring: number; readonly at: number }
  readonly second: { readonly ring: number; readonly at: number }
}

/**
 * The first place where the rings of one polygon cross or run along one another, or null. Neighbours may share their point; a ring may
 * touch another in a single point (OGC Simple Features 6.1.11), not cross it. Sorted by longitude, so that far segments are never compared.
 */
export function firstCrossing(rings: readonly Ring[]): Crossing | null {
  const segments = rings.flatMap((ring, number) => segmentsOf(ring, number)).toSorted((p, q) => west(p) - west(q))
  for (const [i, one] of segments.entries()) {
    const end = Math.max(one.a[0], one.b[0])
    for (let j = i + 1; j < segments.length; j++) {
      const other = segments[j] as Segment
      if (west(other) > end) break
      if (clash(one, other)) return crossing(one, other)
    }
  }
  return null
}

const west = ({ a, b }: Segment): number => Math.min(a[0], b[0])

function segmentsOf(ring: Ring, number: number): Segment[] {
  return ring.slice(1).map((b, at) => ({
    ...{ a: ring[at] as Position, b, ring: number, at, last: at === ring.length - 2 },
  }))
}

function crossing(p: Segment, q: Segment): Crossing {
  const [one, other] = p.ring < q.ring || (p.ring === q.ring && p.at < q.at) ? [p, q] : [q, p]
  const place = ({ ring, at }: Segment) => ({ ring: ring + 1, at: at + 1 })
  return { near: meeting(one, other), first: place(one), second: place(other) }
}

function clash(p: Segment, q: Segment): boolean {
  const [p1, p2] = [turn(q.a, q.b, p.a), turn(q.a, q.b, p.b)]
  const [q1, q2] = [turn(p.a, p.b, q.a), turn(p.a, p.b, q.b)]
  if (p1 * p2 < 0 && q1 * q2 < 0) return true
  if (p1 === 0 && p2 === 0) return runsAlong(p, q)
  if (p.ring !== q.ring || areNeighbours(p, q)) return false
  return [
    p1 === 0 && within(q, p.a),
    p2 === 0 && within(q, p.b),
    q1 === 0 && within(p, q.a),
    q2 === 0 && within(p, q.b),
  ].some(Boolean)
}

/** On one line: whether they share more than a point. */
function runsAlong(p: Segment, q: Segment): boolean {
  const axis = Math.abs(p.b[0] - p.a[0]) >= Math.abs(p.b[1] - p.a[1]) ? 0 : 1
  const [from, to] = [p, q].map(({ a, b }) => [Math.min(a[axis], b[axis]), Math.max(a[axis], b[axis])]) as [
    [number, number],
    [number, number],
  ]
  return Math.min(from[1], to[1]) - Math.max(from[0], to[0]) > nothing
}

function areNeighbours(p: Segment, q: Segment): boolean {
  const [one, other] = p.at < q.at ? [p, q] : [q, p]
  return other.at - one.at === 1 || (one.at === 0 && other.last)
}

function within({ a, b }: Segment, [x, y]: Position): boolean {
  return (
    Math.min(a[0], b[0]) <= x && x <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= y && y <= Math.max(a[1], b[1])
  )
}

/** A hundredth of a millimetre, in degrees: finer than coordinates are measured, coarser than they are computed. */
const nothing = 1e-10

/** On which side of a line a point lies; 0 on it. */
function turn([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): number {
  const value = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  return Math.abs(value) <= nothing * Math.hypot(bx - ax, by - ay) ? 0 : value
}

function meeting({ a, b }: Segment, other: Segment): Position {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const [ex, ey] = [other.b[0] - other.a[0], other.b[1] - other.a[1]]
  const down = dx * ey - dy * ex
  if (down === 0) return other.a
  const t = ((other.a[0] - a[0]) * ey - (other.a[1] - a[1]) * ex) / down
  return [a[0] + t * dx, a[1] + t * dy]
}
