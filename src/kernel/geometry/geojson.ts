/** Longitude, then latitude, in degrees of EPSG:4490 (CGCS2000): the order of GeoJSON, whatever the order of the reference system is. */
export type MapPosition = readonly [longitude: number, latitude: number, ...rest: number[]]

/** A GeoJSON geometry (RFC 7946) in EPSG:4490. */
export type MapGeometry =
  | { readonly type: 'Point'; readonly coordinates: MapPosition }
  | { readonly type: 'MultiPoint' | 'LineString'; readonly coordinates: readonly MapPosition[] }
  | { readonly type: 'MultiLineString' | 'Polygon'; readonly coordinates: readonly (readonly MapPosition[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly MapPosition[])[])[] }

/** West, south, east, north in degrees, as GeoJSON and OGC write a bbox. */
export type MapBox = readonly [west: number, south: number, east: number, north: number]

/** All positions of a geometry. */
export function positionsOf(geometry: MapGeometry): readonly MapPosition[] {
  if (geometry.type === 'Point') return [geometry.coordinates]
  if (geometry.type === 'MultiPoint' || geometry.type === 'LineString') return geometry.coordinates
  if (geometry.type === 'MultiPolygon')
    return geometry.coordinates.flatMap((polygon) => polygon.flatMap((ring) => ring))
  return geometry.coordinates.flatMap((ring) => ring)
}
