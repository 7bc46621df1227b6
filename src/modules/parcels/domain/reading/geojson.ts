import { z } from 'zod'
import { type Candidate, type GeometryRead, namedIn, unreadable } from './candidate.ts'
import { referenceOfCode } from './reference.ts'
import { shapeFromNumbers } from './rings.ts'

const Rings = z.array(z.array(z.array(z.number()).min(2)))
const Geometry = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: Rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings) }),
])
const Feature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.unknown(),
})
const Collection = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  features: z.array(Feature),
})

/** GeoJSON (RFC 7946); the older member `crs` is heard, since programs of surveyors still write it. */
export function readGeoJson(text: string, meridian: number | null): GeometryRead {
  const found = Collection.safeParse(asCollection(parsed(text)))
  if (!found.success)
    throw unreadable(
      '这不是 GeoJSON 要素集（FeatureCollection）：请从 GIS 软件重新导出。',
      'This is no GeoJSON FeatureCollection: export it again from the GIS program.',
    )
  const { crs, features } = found.data
  const said = crs ? referenceOfCode(crs.properties.name) : { datum: null, meridian: null }
  return { datum: said.datum, candidates: features.map((one) => candidateOf(one, said.meridian ?? meridian)) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable(
      'GeoJSON 文件不完整，读不出来：请重新导出。',
      'The GeoJSON file is broken off or damaged: export it again.',
    )
  }
}

/** A single feature is a collection of one. */
function asCollection(value: unknown): unknown {
  return Feature.safeParse(value).success ? { type: 'FeatureCollection', features: [value] } : value
}

function candidateOf({ properties, geometry }: z.infer<typeof Feature>, meridian: number | null): Candidate {
  const named = namedIn(properties ?? {})
  const known = Geometry.safeParse(geometry)
  if (!known.success) return { ...named, shape: null, flaw: noArea }
  const polygons = known.data.type === 'Polygon' ? [known.data.coordinates] : known.data.coordinates
  return { ...named, ...shapeFromNumbers(polygons.flat(), meridian) }
}

export const noArea = {
  zh: '这个要素不是面（Polygon）：地块要用面来表示，请更正后再传。',
  en: 'This feature is no polygon: a parcel is an area, correct the file and send it again.',
}
