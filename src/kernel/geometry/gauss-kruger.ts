import type { Position } from './shape.ts'

/*
 * Gauss–Krüger projection of CGCS2000 (GB/T 17798-2007; GRS80-like ellipsoid a = 6378137 m, 1/f = 298.257222101), scale 1 on the
 * central meridian: Krüger's series in the third flattening to n⁶, as Karney (2011) gives it; below a millimetre within 10°.
 */
const flattening = 1 / 298.257222101
const n = flattening / (2 - flattening)
const eccentricity = Math.sqrt(flattening * (2 - flattening))
const rectifying = (6_378_137 / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64 + n ** 6 / 256)
const radian = Math.PI / 180
const falseEasting = 500_000

const forward = [
  n / 2 - (2 * n ** 2) / 3 + (5 * n ** 3) / 16 + (41 * n ** 4) / 180 - (127 * n ** 5) / 288 + (7891 * n ** 6) / 37800,
  (13 * n ** 2) / 48 - (3 * n ** 3) / 5 + (557 * n ** 4) / 1440 + (281 * n ** 5) / 630 - (1983433 * n ** 6) / 1935360,
  (61 * n ** 3) / 240 - (103 * n ** 4) / 140 + (15061 * n ** 5) / 26880 + (167603 * n ** 6) / 181440,
  (49561 * n ** 4) / 161280 - (179 * n ** 5) / 168 + (6601661 * n ** 6) / 7257600,
]
const backward = [
  n / 2 - (2 * n ** 2) / 3 + (37 * n ** 3) / 96 - n ** 4 / 360 - (81 * n ** 5) / 512 + (96199 * n ** 6) / 604800,
  n ** 2 / 48 + n ** 3 / 15 - (437 * n ** 4) / 1440 + (46 * n ** 5) / 105 - (1118711 * n ** 6) / 3870720,
  (17 * n ** 3) / 480 - (37 * n ** 4) / 840 - (209 * n ** 5) / 4480 + (5569 * n ** 6) / 90720,
  (4397 * n ** 4) / 161280 - (11 * n ** 5) / 504 - (830251 * n ** 6) / 7257600,
]

/** Number of the 3° zone that a longitude lies in: 37 is 111°E, 38 is 114°E. */
export const zoneNumberAt = (longitude: number): number => Math.round(longitude / 3)

/** Easting and northing in metres within the 3° zone of this number; the easting bears no zone prefix. */
export function toPlane([longitude, latitude]: Position, zoneNumber: number): Position {
  const phi = latitude * radian
  const lambda = (longitude - zoneNumber * 3) * radian
  const sine = Math.sin(phi)
  const tau = Math.sinh(Math.atanh(sine) - eccentricity * Math.atanh(eccentricity * sine))
  const xi = Math.atan2(tau, Math.cos(lambda))
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(tau, Math.cos(lambda)))
  const [north, east] = series(forward, xi, eta, 1)
  return [falseEasting + rectifying * east, rectifying * north]
}

/** Longitude and latitude of a point of the 3° zone; the easting without its zone prefix. */
export function fromPlane([easting, northing]: Position, zoneNumber: number): Position {
  const [xi, eta] = series(backward, northing / rectifying, (easting - falseEasting) / rectifying, -1)
  const conformal = Math.asin(Math.sin(xi) / Math.cosh(eta))
  const isometric = Math.atanh(Math.sin(conformal))
  let sine = Math.sin(conformal)
  // Converges by e² a round: eight rounds are below 1e-15.
  for (let round = 0; round < 8; round++) {
    sine = Math.tanh(isometric + eccentricity * Math.atanh(eccentricity * sine))
  }
  const lambda = Math.atan2(Math.sinh(eta), Math.cos(xi))
  return [zoneNumber * 3 + lambda / radian, Math.asin(sine) / radian]
}

function series(terms: readonly number[], xi: number, eta: number, sign: 1 | -1): [number, number] {
  let [north, east] = [xi, eta]
  for (const [i, term] of terms.entries()) {
    const twice = 2 * (i + 1)
    north += sign * term * Math.sin(twice * xi) * Math.cosh(twice * eta)
    east += sign * term * Math.cos(twice * xi) * Math.sinh(twice * eta)
  }
  return [north, east]
}
