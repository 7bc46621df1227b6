// Web Mercator (EPSG:3857) of tiles of 512 px, as browsers' maps draw it: only for the screen, never for areas or distances.
import type { MapBox } from '../../../kernel/geometry/geojson.ts'

/** Where the map looks: centre in degrees, and zoom (one more: twice as near). */
export interface MapView {
  readonly longitude: number
  readonly latitude: number
  readonly zoom: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export type Pixel = readonly [x: number, y: number]

const tile = 512
const worldOf = (zoom: number) => tile * 2 ** zoom
export const [nearest, farthest] = [19, 3]

function mercator([longitude, latitude]: readonly [number, number, ...number[]]): Pixel {
  const sine = Math.sin((latitude * Math.PI) / 180)
  return [(longitude + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}

/** Where a position lies on the screen, from its upper left corner. */
export function toPixel(at: readonly [number, number, ...number[]], view: MapView, { width, height }: Size): Pixel {
  const world = worldOf(view.zoom)
  const [x, y] = mercator(at)
  const [cx, cy] = mercator([view.longitude, view.latitude])
  return [(x - cx) * world + width / 2, (y - cy) * world + height / 2]
}

/** The position beneath a place on the screen. */
export function fromPixel([px, py]: Pixel, view: MapView, { width, height }: Size): readonly [number, number] {
  const world = worldOf(view.zoom)
  const [cx, cy] = mercator([view.longitude, view.latitude])
  const [x, y] = [cx + (px - width / 2) / world, cy + (py - height / 2) / world]
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI]
}

export function boxOfView(view: MapView, size: Size): MapBox {
  const [west, north] = fromPixel([0, 0], view, size)
  const [east, south] = fromPixel([size.width, size.height], view, size)
  return [west, south, east, north]
}

/** The view that shows a whole box with a little room around it. */
export function viewOfBox([west, south, east, north]: MapBox, { width, height }: Size): MapView {
  const [[left, bottom], [right, top]] = [mercator([west, south]), mercator([east, north])]
  const middle = { longitude: (west + east) / 2, latitude: (south + north) / 2 }
  const share = Math.max((right - left) / width, (bottom - top) / height, 1e-9) * 1.15
  return { ...middle, zoom: within(Math.log2(1 / (share * tile))) }
}

const within = (zoom: number) => Math.min(nearest, Math.max(farthest, zoom))

/** By a share of the screen to the right and down, and nearer. */
export function moved(view: MapView, size: Size, { right = 0, down = 0, nearer = 0 }): MapView {
  const at: Pixel = [size.width * (0.5 + right), size.height * (0.5 + down)]
  const [longitude, latitude] = fromPixel(at, view, size)
  return { longitude, latitude, zoom: within(view.zoom + nearer) }
}

/** Metres of ground in one pixel at the centre. */
export function metresPerPixel({ latitude, zoom }: MapView): number {
  return (40_075_016.686 * Math.cos((latitude * Math.PI) / 180)) / worldOf(zoom)
}

/** A round length that fits into so many pixels: what the scale bar shows. */
export function scaleBar(view: MapView, widest: number): { readonly metres: number; readonly pixels: number } {
  const perPixel = metresPerPixel(view)
  const most = perPixel * widest
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = power * ([5, 2, 1].find((step) => step * power <= most) ?? 1)
  return { metres, pixels: metres / perPixel }
}

/** `zoom/latitude/longitude`, as addresses of maps have it. */
export function textOfView({ zoom, latitude, longitude }: MapView): string {
  return `${zoom.toFixed(2)}/${latitude.toFixed(6)}/${longitude.toFixed(6)}`
}

export function viewOfText(text: string | undefined): MapView | null {
  const [zoom = Number.NaN, latitude = Number.NaN, longitude = Number.NaN, ...more] = (text ?? '')
    .split('/')
    .map(Number)
  const good = more.length === 0 && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180 && Number.isFinite(zoom)
  return good ? { zoom: within(zoom), latitude, longitude } : null
}
