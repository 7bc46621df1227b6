// What is measured or drawn: positions in order, by hand or typed. Lengths and areas as cadastral surveys state them, from plane coordinates in
// the 3° Gauss–Krüger zone (坐标解析法; see kernel/geometry/area.ts).
import { areaSqm } from '../../../kernel/geometry/area.ts'
import { toPlane, zoneNumberAt } from '../../../kernel/geometry/gauss-kruger.ts'
import { type MapGeometry, type MapPosition, positionsOf } from '../../../kernel/geometry/geojson.ts'
import type { Position, Shape } from '../../../kernel/geometry/shape.ts'
import type { Label } from '../../../kernel/label.ts'
import type { Pixel } from './map-view.ts'

/** Length in metres along the positions. */
export function lengthM(positions: readonly Position[]): number {
  const [first] = positions
  if (!first) return 0
  const zone = zoneNumberAt(first[0])
  const plane = positions.map((at) => toPlane(at, zone))
  return plane
    .slice(1)
    .reduce((sum, [x, y], i) => sum + Math.hypot(x - (plane[i]?.[0] ?? x), y - (plane[i]?.[1] ?? y)), 0)
}

/** The shape whose corners these are, closed; null with fewer than three. */
export function shapeFrom(positions: readonly Position[]): Shape | null {
  const [first] = positions
  if (!first || positions.length < 3) return null
  return { type: 'Polygon', coordinates: [[...positions, first]] }
}

/** Area in m²; 0 with fewer than three corners. */
export function areaOf(positions: readonly Position[]): number {
  const shape = shapeFrom(positions)
  return shape === null ? 0 : areaSqm(shape)
}

/** One position a line, longitude and latitude; a closing one that repeats the first is left out. */
export function positionsTyped(text: string): { readonly positions: readonly Position[]; readonly flaw: Label | null } {
  const positions: Position[] = []
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const numbers = line
      .trim()
      .split(/[\s,，;；]+/)
      .map(Number)
    const [longitude = Number.NaN, latitude = Number.NaN] = numbers
    if (numbers.length !== 2 || !(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90))
      return { positions, flaw: flawOf(i + 1) }
    positions.push([longitude, latitude])
  }
  const [first, last] = [positions[0], positions.at(-1)]
  if (positions.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1]) positions.pop()
  return { positions, flaw: null }
}

function flawOf(line: number): Label {
  return {
    zh: `第 ${line} 行应是两个数：经度、纬度（度），例如 110.771234, 35.145678。`,
    en: `Line ${line} must be two numbers, longitude and latitude in degrees: 110.771234, 35.145678.`,
  }
}

export function textOf(positions: readonly Position[]): string {
  return positions.map(([x, y]) => `${x.toFixed(7)}, ${y.toFixed(7)}`).join('\n')
}

/** The corners of a shape of one ring; null: it has holes or several parts and is not changed corner by corner. */
export function cornersOf(geometry: MapGeometry): readonly Position[] | null {
  if (geometry.type !== 'Polygon' || geometry.coordinates.length !== 1) return null
  return positionsOf(geometry)
    .slice(0, -1)
    .map(([x, y]): Position => [x, y])
}

interface Snapping {
  readonly toPixel: (at: MapPosition) => Pixel
  readonly fromPixel: (at: Pixel) => readonly [number, number]
  /** How near, in pixels. */
  readonly reach: number
}

/** Drawn onto what is there: the nearest corner within reach, else the nearest place of an edge, else where it was. */
export function snapped(
  at: Position,
  shapes: readonly MapGeometry[],
  { toPixel, fromPixel, reach }: Snapping,
): Position {
  const from = toPixel(at)
  let corner: { at: Position; away: number } | undefined
  let edge: { at: Position; away: number } | undefined
  for (const shape of shapes) {
    const all = positionsOf(shape)
    for (const [i, position] of all.entries()) {
      const to = toPixel(position)
      const away = Math.hypot(to[0] - from[0], to[1] - from[1])
      if (away <= reach && away < (corner?.away ?? Number.POSITIVE_INFINITY))
        corner = { at: [position[0], position[1]], away }
      const next = all[i + 1]
      const foot = next && footOf(from, to, toPixel(next))
      if (!foot) continue
      const beside = Math.hypot(foot[0] - from[0], foot[1] - from[1])
      if (beside <= reach && beside < (edge?.away ?? Number.POSITIVE_INFINITY))
        edge = { at: [...fromPixel(foot)], away: beside }
    }
  }
  return corner?.at ?? edge?.at ?? at
}

/** The place of a segment nearest to a point. */
function footOf([px, py]: Pixel, [ax, ay]: Pixel, [bx, by]: Pixel): Pixel {
  const [dx, dy] = [bx - ax, by - ay]
  const square = dx * dx + dy * dy
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / square))
  return [ax + t * dx, ay + t * dy]
}
