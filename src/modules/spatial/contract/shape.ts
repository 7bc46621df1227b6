import { z } from 'zod'
import { longText } from '../../../kernel/field.ts'
import { findFlaws, findLost } from '../../../kernel/geometry/flaws.ts'
import { Position, Shape } from '../../../kernel/geometry/shape.ts'
import type { Label } from '../../../kernel/label.ts'

/** What a record of this module may look like: an area as parcels have it, or a line or a point of it. */
const Drawn = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: Position }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(Position).min(2) }),
  ...Shape.options,
])

function readJson(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

/** Why a text is no shape in EPSG:4490, or null: what keeps an area from being ground keeps it from being drawn here too. */
function wrongShape(value: string): Label | null {
  const json = readJson(value)
  if (json === undefined) {
    return {
      zh: '不是 GeoJSON 文本，请从地图或测绘软件导出后粘贴。',
      en: 'This is no GeoJSON: paste what a map exports.',
    }
  }
  const read = Drawn.safeParse(json)
  if (!read.success) {
    return {
      zh: '图形应为 GeoJSON 的点、线、面或多面（只要 geometry 部分），坐标为经度、纬度两个数。',
      en: 'The shape must be a GeoJSON Point, LineString, Polygon or MultiPolygon: the geometry alone, of longitudes and latitudes.',
    }
  }
  const drawn = read.data
  if (drawn.type === 'Point') return findLost([drawn.coordinates])?.text ?? null
  if (drawn.type === 'LineString') return findLost(drawn.coordinates)?.text ?? null
  return findFlaws(drawn, null)[0]?.text ?? null
}

/** Where something lies, as GeoJSON in EPSG:4490. */
export const shapeField = longText({
  label: { zh: '图形（GeoJSON）', en: 'Shape (GeoJSON)' },
  hint: { zh: '国家大地坐标系 CGCS2000，经度在前', en: 'CGCS2000, longitude first' },
  example: '{"type":"Point","coordinates":[110.77,35.15]}',
  max: 100_000,
  check: wrongShape,
})
