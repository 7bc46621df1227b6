import type { Label } from '../label.ts'
import { twiceSigned } from './area.ts'
import { boxHolds, boxOf } from './box.ts'
import { firstCrossing } from './crossing.ts'
import type { MapBox } from './geojson.ts'
import { type Polygon, type Position, polygonsOf, type Ring, type Shape } from './shape.ts'

export interface Flaw {
  readonly code:
    | 'empty'
    | 'short'
    | 'open'
    | 'crossing'
    | 'flat'
    | 'hole-outside'
    | 'not-degrees'
    | 'outside-zone'
    | 'too-many'
  /** One sentence: what is wrong, where, and what to do. */
  readonly text: Label
  readonly at: Position | null
}

/** Points of one shape: a factory's parcel has dozens, a zone's border thousands. */
export const mostPoints = 20_000
/** The land of the state, generously: what lies beyond is no degree of CGCS2000, or longitude and latitude are exchanged. */
const land: MapBox = [72, 3, 136, 54.5]

/**
 * What keeps a shape from being the ground of a record, in the order in which it should be mended; empty when nothing does.
 * `envelope`: where the zone's shapes are expected, or null when nobody has said so.
 */
export function findFlaws(shape: Shape, envelope: MapBox | null): readonly Flaw[] {
  const polygons = polygonsOf(shape)
  const points = polygons.flat(2)
  if (points.length === 0) return [flaw('empty', null, ['图形里没有坐标点。', 'The shape has no points.'])]
  if (points.length > mostPoints) return [tooMany(points.length)]
  const lost = findLost(points)
  if (lost) return [lost]
  const own = polygons.flatMap((polygon) => inPolygon(polygon))
  if (own.length > 0) return own
  return envelope === null || boxHolds(envelope, boxOf(shape)) ? [] : [outsideZone(points, envelope)]
}

/** The first point that is no degree of the land, with what to do; null: none. */
export function findLost(points: readonly Position[]): Flaw | null {
  const outside = points.find(([x, y]) => !(x >= land[0] && x <= land[2] && y >= land[1] && y <= land[3]))
  return outside ? notDegrees(outside) : null
}

function inPolygon(polygon: Polygon): readonly Flaw[] {
  const rings = polygon.flatMap((ring, i) => inRing(ring, i + 1))
  if (rings.length > 0) return rings
  const crossing = firstCrossing(polygon)
  if (crossing) {
    const { near, first, second } = crossing
    return [
      flaw('crossing', near, [
        `边界自相交：第 ${first.ring} 圈第 ${first.at} 条边与第 ${second.ring} 圈第 ${second.at} 条边在 ${degrees(near)} 附近相交，请按顺序重排界址点。`,
        `The boundary crosses itself: side ${first.at} of ring ${first.ring} and side ${second.at} of ring ${second.ring} meet near ${degrees(near)}. Put the points in order.`,
      ]),
    ]
  }
  const flat = polygon.findIndex((ring) => twiceSigned(ring) === 0)
  if (flat >= 0) return [flaw('flat', null, [`第 ${flat + 1} 圈没有面积。`, `Ring ${flat + 1} holds no area.`])]
  const [outer = [], ...holes] = polygon
  return holes.flatMap((hole, i) => (liesIn(hole, outer) ? [] : [holeOutside(hole, i + 2)]))
}

function inRing(ring: Ring, number: number): readonly Flaw[] {
  const [first] = ring
  const last = ring.at(-1)
  if (!first || !last || ring.length < 4) {
    const text = [
      `第 ${number} 圈只有 ${ring.length} 个点，至少要 4 个（首尾相同）。`,
      `Ring ${number} has ${ring.length} points; it needs 4 at least, the last equal to the first.`,
    ] as const
    return [flaw('short', first ?? null, text)]
  }
  if (first[0] !== last[0] || first[1] !== last[1]) {
    const text = [
      `第 ${number} 圈没有闭合：末点 ${degrees(last)} 应与首点 ${degrees(first)} 相同。`,
      `Ring ${number} is not closed: its last point ${degrees(last)} must equal its first, ${degrees(first)}.`,
    ] as const
    return [flaw('open', last, text)]
  }
  return []
}

/** Every point of a hole lies in or on the outer ring; that they do not cross is known by then. */
function liesIn(hole: Ring, outer: Ring): boolean {
  return hole.every((at) => isInside(at, outer) || outer.some(([x, y]) => x === at[0] && y === at[1]))
}

/** By counting the sides east of it. */
export function isInside([x, y]: Position, ring: Ring): boolean {
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1] as Position
    const [x2, y2] = ring[i] as Position
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

function holeOutside(hole: Ring, number: number): Flaw {
  const at = hole[0] ?? null
  return flaw('hole-outside', at, [
    `第 ${number} 圈（洞）不在外圈之内。`,
    `Ring ${number}, a hole, does not lie within the outer ring.`,
  ])
}

function notDegrees(at: Position): Flaw {
  const turned = at[0] >= land[1] && at[0] <= land[3] && at[1] >= land[0] && at[1] <= land[2]
  return flaw(
    'not-degrees',
    at,
    turned
      ? [
          `${degrees(at)} 像是纬度在前：请把经度写在前、纬度写在后。`,
          `${degrees(at)} looks like latitude first: write longitude, then latitude.`,
        ]
      : [
          `${degrees(at)} 不是经纬度：图形要用 CGCS2000 经纬度（EPSG:4490），投影坐标请按坐标表导入。`,
          `${degrees(at)} is no longitude and latitude: shapes are in degrees of CGCS2000 (EPSG:4490); import projected coordinates as a table.`,
        ],
  )
}

function outsideZone(points: readonly Position[], envelope: MapBox): Flaw {
  const at = points.find(([x, y]) => !boxHolds(envelope, [x, y, x, y])) ?? null
  const [west, south, east, north] = envelope.map((value) => value.toFixed(4))
  return flaw('outside-zone', at, [
    `${at === null ? '' : degrees(at)} 在本区坐标范围（经度 ${west}–${east}，纬度 ${south}–${north}）之外：请核对坐标系和带号。`,
    `${at === null ? '' : degrees(at)} lies outside the zone's extent (longitude ${west}–${east}, latitude ${south}–${north}): check datum and zone number.`,
  ])
}

function tooMany(count: number): Flaw {
  return flaw('too-many', null, [
    `图形有 ${count} 个点，最多 ${mostPoints} 个，请先简化。`,
    `The shape has ${count} points, at most ${mostPoints}: simplify it first.`,
  ])
}

const degrees = ([x, y]: Position): string => `(${trimmed(x)}, ${trimmed(y)})`
const trimmed = (value: number): string => String(Number(value.toFixed(6)))

function flaw(code: Flaw['code'], at: Position | null, [zh, en]: readonly [string, string]): Flaw {
  return { code, at, text: { zh, en } }
}
