import type { Map as GlMap, StyleSpecification } from 'maplibre-gl'
import { type LayerPattern, type LayerTone, layerPatterns, layerTones } from '../../../../kernel/map-layer.ts'
import { patternPaths, patternSide } from '../../domain/pattern.ts'
import { largestFirst } from './paint-order.ts'
import type { Lying } from './use-layers.ts'

type Colours = Readonly<Record<LayerTone | 'page' | 'ink' | 'surface', string>>
type Data = Parameters<import('maplibre-gl').GeoJSONSource['setData']>[0]

const variables = {
  ...{ plain: '--ink-soft', good: '--green', doubt: '--amber', bad: '--red', busy: '--brand', strong: '--ink' },
  ...{ page: '--page', ink: '--ink', surface: '--surface' },
} as const

/** The page's own colours, light or dark, as they are now. */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element)
  const entries = Object.entries(variables).map(([name, variable]) => [name, style.getPropertyValue(variable).trim()])
  return Object.fromEntries(entries) as Colours
}

const empty: Data = { type: 'FeatureCollection', features: [] }
const source = { type: 'geojson', data: empty } as const

/**
 * Shapes are cut this many pixels outside a tile, so that a point's circle of nine is whole on either side. MapLibre's own 128 are there
 * for names; with them a tile of 512 pixels carries more than twice the shapes that it shows, and each is painted.
 */
const margin = 16

/** Nearer than this the map writes names. */
export const namesFrom = 15

/**
 * No tiles, no glyphs, no sprites: everything drawn is in the page. Each area is painted once, by a square with ground and strokes in it,
 * and has one line; its edge is not smoothed, for the line lies on it. Names have their own source, whose tiles are cut where names are written.
 */
export function styleOf(colours: Colours): StyleSpecification {
  const tone = ['match', ['get', 'tone'], ...layerTones.flatMap((name) => [name, colours[name]]), colours.plain]
  const colour = tone as unknown as string
  const point = ['==', ['geometry-type'], 'Point'] as unknown as ['==', string, string]
  const notPoint = ['!=', ['geometry-type'], 'Point'] as unknown as ['!=', string, string]
  const area = ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]] as unknown as ['==', string, string]
  const image = ['concat', ['get', 'tone'], '-', ['get', 'pattern']] as unknown as string
  return {
    version: 8,
    sources: { shapes: { ...source, buffer: margin }, names: source, chosen: source, sketch: source },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': colours.page } },
      {
        ...{ id: 'areas', type: 'fill', source: 'shapes', filter: area },
        paint: { 'fill-pattern': image, 'fill-antialias': false },
      },
      {
        ...{ id: 'lines', type: 'line', source: 'shapes', filter: notPoint },
        paint: { 'line-color': colour, 'line-width': 1.5 },
      },
      {
        ...{ id: 'points', type: 'circle', source: 'shapes', filter: point },
        paint: {
          'circle-color': colour,
          'circle-radius': 7,
          'circle-stroke-color': colours.surface,
          'circle-stroke-width': 2,
        },
      },
      {
        ...{ id: 'chosen', type: 'line', source: 'chosen', filter: notPoint },
        paint: { 'line-color': colours.ink, 'line-width': 4 },
      },
      {
        ...{ id: 'chosen-point', type: 'circle', source: 'chosen', filter: point },
        paint: {
          'circle-color': 'transparent',
          'circle-radius': 11,
          'circle-stroke-color': colours.ink,
          'circle-stroke-width': 3,
        },
      },
      {
        ...{ id: 'names', type: 'symbol', source: 'names', minzoom: namesFrom },
        layout: {
          'icon-image': ['concat', 'name:', ['get', 'name']] as unknown as string,
          'icon-allow-overlap': false,
        },
      },
      {
        id: 'sketch',
        type: 'line',
        source: 'sketch',
        paint: { 'line-color': colours.bad, 'line-width': 2.5, 'line-dasharray': [2, 1] },
      },
      {
        ...{ id: 'sketch-corners', type: 'circle', source: 'sketch', filter: point },
        paint: {
          'circle-color': colours.surface,
          'circle-radius': 5,
          'circle-stroke-color': colours.bad,
          'circle-stroke-width': 2,
        },
      },
    ],
  }
}

/** Fillings by tone and pattern now; names when the map first asks for them: the browser's own fonts write Chinese. */
export function addImages(map: GlMap, colours: Colours): void {
  for (const tone of layerTones) {
    for (const pattern of layerPatterns)
      map.addImage(`${tone}-${pattern}`, tileOf(pattern, colours[tone]), { pixelRatio: 1 })
  }
  // Not the event of that name: it comes after the tile has its answer, and the tile then has no names for good.
  map.setMissingStyleImageResolver((id) => {
    if (id.startsWith('name:') && !map.hasImage(id)) map.addImage(id, nameOf(id.slice(5), colours), { pixelRatio: 2 })
  })
}

function tileOf(pattern: LayerPattern, colour: string): ImageData {
  const brush = brushOf(patternSide, patternSide)
  Object.assign(brush, { fillStyle: colour, globalAlpha: 0.16 })
  brush.fillRect(0, 0, patternSide, patternSide)
  Object.assign(brush, { strokeStyle: colour, globalAlpha: 0.8, lineWidth: 1.4 })
  brush.stroke(new Path2D(patternPaths[pattern]))
  return brush.getImageData(0, 0, patternSide, patternSide)
}

const font = '26px -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'

function nameOf(name: string, { ink, surface }: Colours): ImageData {
  const probe = brushOf(1, 1)
  probe.font = font
  const [width, height] = [Math.ceil(probe.measureText(name).width) + 8, 36]
  const brush = brushOf(width, height)
  Object.assign(brush, {
    font,
    textBaseline: 'middle',
    strokeStyle: surface,
    lineWidth: 6,
    lineJoin: 'round',
    fillStyle: ink,
  })
  brush.strokeText(name, 4, height / 2)
  brush.fillText(name, 4, height / 2)
  return brush.getImageData(0, 0, width, height)
}

function brushOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  if (!brush) throw new Error('this browser draws no canvas')
  return brush
}

export function shapesOf(features: readonly Lying[]): Data {
  return {
    type: 'FeatureCollection',
    features: largestFirst(features).map(({ key, name, state, layer, geometry }) => {
      const { tone = 'plain', pattern = 'none' } = layer.states.find((one) => one.name === state) ?? {}
      return { type: 'Feature', properties: { key, name, tone, pattern }, geometry }
    }),
  } as Data
}

export function sketchOf(sketch: readonly (readonly [number, number])[], closed: boolean): Data {
  const [first] = sketch
  const line = closed && first && sketch.length > 2 ? [...sketch, first] : sketch
  const lines = line.length > 1 ? [{ type: 'LineString', coordinates: line }] : []
  const geometries = [...lines, ...sketch.map((coordinates) => ({ type: 'Point', coordinates }))]
  return {
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
  } as Data
}
