// 公开地图内容表示规范（自然资源规〔2023〕2号, from memory, M): what is public shows the ground less exactly than it was surveyed. Outlines lose
// their small turns (Douglas–Peucker 1973), and what is left is put on a grid of the same width.
import type { MapGeometry, MapPosition } from '../../../../kernel/geometry/geojson.ts'

/** Metres in a degree of latitude, on the mean sphere. */
const metresPerDegree = 111_195

/** Nothing of a shape deviates by less than it may: `toleranceM` in metres, 0 leaves all as it is. */
export function coarsen(geometry: MapGeometry, toleranceM: number): MapGeometry {
  if (toleranceM <= 0) return geometry
  const grid = (at: MapPosition) => onGrid(at, toleranceM)
  const line = (positions: readonly MapPosition[]) => withoutTwins(simplified(positions, toleranceM).map(grid))
  const ring = (positions: readonly MapPosition[]) => ringOf(positions, toleranceM)
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: grid(geometry.coordinates) }
    case 'MultiPoint':
      return { ...geometry, coordinates: geometry.coordinates.map(grid) }
    case 'LineString':
      return { ...geometry, coordinates: atLeast(2, line(geometry.coordinates), geometry.coordinates) }
    case 'MultiLineString':
      return { ...geometry, coordinates: geometry.coordinates.map((part) => atLeast(2, line(part), part)) }
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map(ring) }
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map(ring)) }
  }
}

/** A ring keeps three corners: one too small for the grid loses its turns and not its area. */
function ringOf(positions: readonly MapPosition[], toleranceM: number): readonly MapPosition[] {
  const middle = Math.floor(positions.length / 2)
  const halves = [positions.slice(0, middle + 1), positions.slice(middle)].map((half) => simplified(half, toleranceM))
  const kept = [...(halves[0] ?? []), ...(halves[1] ?? []).slice(1)]
  const wide = withoutTwins(kept.map((at) => onGrid(at, toleranceM)))
  if (wide.length >= 4) return wide
  const fine = withoutTwins(positions.map((at) => onGrid(at, toleranceM / 10)))
  return fine.length >= 4 ? fine : positions
}

const atLeast = (count: number, made: readonly MapPosition[], whole: readonly MapPosition[]) =>
  made.length >= count ? made : whole

function onGrid([longitude, latitude]: MapPosition, toleranceM: number): MapPosition {
  const step = toleranceM / metresPerDegree
  const round = (value: number) => Number((Math.round(value / step) * step).toFixed(7))
  return [round(longitude), round(latitude)]
}

function withoutTwins(positions: readonly MapPosition[]): readonly MapPosition[] {
  return positions.filter(([x, y], i) => i === 0 || x !== positions[i - 1]?.[0] || y !== positions[i - 1]?.[1])
}

function simplified(positions: readonly MapPosition[], toleranceM: number): readonly MapPosition[] {
  const [first, last] = [positions[0], positions.at(-1)]
  if (!first || !last || positions.length < 3) return positions
  let [farthest, distance] = [0, 0]
  for (let i = 1; i < positions.length - 1; i++) {
    const away = metresFromLine(positions[i] as MapPosition, first, last)
    if (away > distance) [farthest, distance] = [i, away]
  }
  if (distance <= toleranceM) return [first, last]
  const [left, right] = [positions.slice(0, farthest + 1), positions.slice(farthest)]
  return [...simplified(left, toleranceM), ...simplified(right, toleranceM).slice(1)]
}

function metresFromLine(at: MapPosition, from: MapPosition, to: MapPosition): number {
  const east = Math.cos((from[1] * Math.PI) / 180) * metresPerDegree
  const [px, py] = [(at[0] - from[0]) * east, (at[1] - from[1]) * metresPerDegree]
  const [dx, dy] = [(to[0] - from[0]) * east, (to[1] - from[1]) * metresPerDegree]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length))
  return Math.hypot(px - t * dx, py - t * dy)
}
