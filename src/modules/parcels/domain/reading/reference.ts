import type { Datum } from '../../contract/shape.ts'
import { meridianOfSix, meridianOfThree } from './plane-position.ts'

/** What a file says of its coordinates; null where it says nothing. */
export interface Reference {
  readonly datum: Datum | null
  readonly meridian: number | null
}

/** By name: WKT of a `.prj` file, or the line 坐标系 of a survey's text. CGCS2000 is looked for first: "2000" stands in no other name. */
export function datumNamed(text: string): Datum | null {
  if (/CGCS|China_2000|China Geodetic|2000/i.test(text)) return 'cgcs2000'
  if (/Xian|西安|80国家|Beijing|北京|Krasovsky|Pulkovo/i.test(text)) return 'older'
  return /WGS[_ ]?(?:19)?84/i.test(text) ? 'wgs84' : null
}

export function referenceOfWkt(wkt: string): Reference {
  const meridian = /central_meridian"\s*,\s*([\d.]+)/i.exec(wkt)?.[1]
  const known = datumNamed(wkt)
  const other = wkt.trim() === '' ? null : 'unknown'
  return { datum: known ?? other, meridian: meridian === undefined ? null : Number(meridian) }
}

const [firstSixZone, firstSixMeridian, firstThreeZone, firstThreeMeridian, afterLast] = [4491, 4502, 4513, 4534, 4555]

/** By code of EPSG, as GeoJSON files write it in `crs`: 4491 to 4554 are the zones of CGCS2000. */
export function referenceOfCode(name: string): Reference {
  if (/CRS:?84$/i.test(name)) return { datum: 'wgs84', meridian: null }
  const code = Number(/(\d+)$/.exec(name)?.[1] ?? Number.NaN)
  if (code === 4490) return { datum: 'cgcs2000', meridian: null }
  if (code === 4326 || code === 4979) return { datum: 'wgs84', meridian: null }
  if (code >= firstSixZone && code < afterLast) return { datum: 'cgcs2000', meridian: meridianOfCode(code) }
  // Beijing 1954 and Xi'an 1980 with their zones.
  const older = code === 4214 || code === 4610 || (code >= 2327 && code <= 2442) || (code >= 21413 && code <= 21483)
  return { datum: older ? 'older' : 'unknown', meridian: null }
}

function meridianOfCode(code: number): number {
  if (code < firstSixMeridian) return meridianOfSix(code - firstSixZone + 13)
  if (code < firstThreeZone) return meridianOfSix(code - firstSixMeridian + 13)
  return code < firstThreeMeridian ? meridianOfThree(code - firstThreeZone + 25) : (code - firstThreeMeridian + 25) * 3
}
