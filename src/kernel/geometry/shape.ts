import { z } from 'zod'

/** Longitude, then latitude, in degrees of CGCS2000 (EPSG:4490); the order of GeoJSON (RFC 7946). Heights are refused. */
export const Position = z.tuple([z.number(), z.number()])
const Rings = z.array(z.array(Position))

/** The ground of a record: GeoJSON, first ring of each polygon outside, the others holes. */
export const Shape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: Rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings) }),
])
export type Shape = z.infer<typeof Shape>
export type Position = z.infer<typeof Position>
export type Ring = readonly Position[]
export type Polygon = readonly Ring[]

export function polygonsOf(shape: Shape): readonly Polygon[] {
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
}

/** One polygon as Polygon, several as MultiPolygon. */
export function shapeOf(polygons: readonly Polygon[]): Shape {
  const plain = polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Position => [x, y])))
  const [only, ...others] = plain
  return only && others.length === 0
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: plain }
}
