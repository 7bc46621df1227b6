/*
 * Boundary points are stated in Gauss–Krüger metres (GB/T 17798-2007; TD/T 1008-2007): northing as X, easting as Y. An easting of eight digits
 * begins with the number of its zone: 13 to 23 is a 6° zone, 25 to 45 a 3° zone; the two do not meet. One of six digits bears no number: then
 * somebody must say which meridian it was measured from, nothing in the numbers does.
 */
import { fromPlane } from '../../../../kernel/geometry/gauss-kruger.ts'
import type { Position } from '../../../../kernel/geometry/shape.ts'
import type { Label } from '../../../../kernel/label.ts'

const prefix = 1_000_000
const falseEasting = 500_000
/** Below a tenth of a millimetre. */
const places = 1e9

export const meridianOfThree = (zoneNumber: number): number => zoneNumber * 3
export const meridianOfSix = (zoneNumber: number): number => zoneNumber * 6 - 3

export type Placed = { readonly at: Position } | { readonly flaw: Label }

/** Two numbers of a file in either order as longitude and latitude. `meridian`: what an easting without a number is measured from. */
export function positionOf(a: number, b: number, meridian: number | null): Placed {
  if (Math.abs(a) <= 180 && Math.abs(b) <= 180) return { at: [a, b] }
  const [easting, northing] = eastingFirst(a, b)
  if (!(northing >= prefix / 10 && northing < 10 * prefix)) return { flaw: noCoordinates(a, b) }
  if (easting >= 10 * prefix) {
    const number = Math.floor(easting / prefix)
    const own = number >= 13 && number <= 23 ? meridianOfSix(number) : number >= 25 && number <= 45 ? number * 3 : null
    return own === null ? { flaw: noZone(number) } : { at: inDegrees(easting - number * prefix, northing, own) }
  }
  if (!(easting > 0 && easting < 2 * falseEasting)) return { flaw: noCoordinates(a, b) }
  return meridian === null ? { flaw: noMeridian(easting) } : { at: inDegrees(easting, northing, meridian) }
}

/** With its number an easting is the larger of the two, without it the smaller. */
function eastingFirst(a: number, b: number): readonly [number, number] {
  const [small, large] = a < b ? [a, b] : [b, a]
  return large >= 10 * prefix ? [large, small] : [small, large]
}

function inDegrees(easting: number, northing: number, meridian: number): Position {
  const [longitude, latitude] = fromPlane([easting, northing], meridian / 3)
  return [Math.round(longitude * places) / places, Math.round(latitude * places) / places]
}

function noCoordinates(a: number, b: number): Label {
  return {
    zh: `“${a}, ${b}” 不是经纬度，也不是高斯—克吕格坐标（北坐标约 7 位、东坐标 6 或 8 位）：请更正这一点。`,
    en: `"${a}, ${b}" is neither longitude and latitude nor Gauss–Krüger (a northing of 7 digits, an easting of 6 or 8): correct the point.`,
  }
}

function noZone(number: number): Label {
  return {
    zh: `东坐标的带号 ${number} 不存在（6 度带 13–23，3 度带 25–45）：请核对坐标。`,
    en: `There is no zone ${number} (6° zones are 13 to 23, 3° zones 25 to 45): check the easting.`,
  }
}

function noMeridian(easting: number): Label {
  return {
    zh: `东坐标 ${easting} 没有带号：请在上面选择中央经线，再核对一次。`,
    en: `The easting ${easting} bears no zone number: choose the central meridian above and check again.`,
  }
}
