import { toPlane, zoneNumberAt } from '../../../kernel/geometry/gauss-kruger.ts'
import { polygonsOf, type Shape } from '../../../kernel/geometry/shape.ts'

/** Outlines of a parcel in metres from its south-west corner, east and north, without the closing point: how it is drawn, not where it lies. */
export function sketchOf(shape: Shape): [number, number][][] {
  const rings = polygonsOf(shape).flat()
  const first = rings[0]?.[0]
  if (!first) return []
  const zone = zoneNumberAt(first[0])
  const plane = rings.map((ring) => ring.slice(0, -1).map((at) => toPlane(at, zone)))
  const west = Math.min(...plane.flat().map(([x]) => x))
  const south = Math.min(...plane.flat().map(([, y]) => y))
  const near = (value: number) => Number(value.toFixed(2))
  return plane.map((ring) => ring.map(([x, y]): [number, number] => [near(x - west), near(y - south)]))
}
