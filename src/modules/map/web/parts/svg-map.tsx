import { memo, useId, useMemo } from 'react'
import { boxOf } from '../../../../kernel/geometry/box.ts'
import type { MapGeometry, MapPosition } from '../../../../kernel/geometry/geojson.ts'
import { useText } from '../../../../web/text.tsx'
import { type MapView, type Pixel, type Size, toPixel } from '../../domain/map-view.ts'
import { largestFirst } from './paint-order.ts'
import { PatternDef } from './swatch.tsx'
import type { Lying } from './use-layers.ts'

export interface SurfaceProps {
  readonly features: readonly Lying[]
  readonly chosen: string | null
  readonly sketch: readonly (readonly [number, number])[]
  /** The sketch is an area: its last corner joins the first. */
  readonly closed: boolean
  readonly view: MapView
  readonly size: Size
  readonly onPick: (key: string | null) => void
  /** Set while somebody measures or draws: a press is a position. */
  readonly onPoint: ((at: readonly [number, number]) => void) | null
  readonly onView: (view: MapView) => void
}

/** The map as plain SVG: for browsers without WebGL2, and for print, where lines stay sharp. */
export function SvgMap({ features, chosen, sketch, closed, view, size, onPick, onPress }: SvgMapProps) {
  const say = useText()
  const corners = sketch.map((at) => toPixel(at, view, size))
  return (
    // The list beside the map is its twin for keyboard and screen reader.
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the frame around it
    <svg
      className="map-svg"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={say({ zh: '地图', en: 'Map' })}
      onClick={(event) => {
        const bounds = event.currentTarget.getBoundingClientRect()
        onPress?.([event.clientX - bounds.left, event.clientY - bounds.top])
      }}
    >
      <Shapes features={features} chosen={chosen} view={view} size={size} onPick={onPick} />
      {corners.length > 0 && (
        <g className="map-sketch">
          <path d={`M${corners.map(([x, y]) => `${x} ${y}`).join('L')}${closed && corners.length > 2 ? 'Z' : ''}`} />
          {corners.map(([x, y]) => (
            <circle key={`${x},${y}`} cx={x} cy={y} r="5" />
          ))}
        </g>
      )}
    </svg>
  )
}

interface SvgMapProps extends Pick<SurfaceProps, 'features' | 'chosen' | 'sketch' | 'closed' | 'view' | 'size'> {
  readonly onPick?: ((key: string) => void) | undefined
  readonly onPress?: ((at: Pixel) => void) | undefined
}

type ShapesProps = Pick<SvgMapProps, 'features' | 'chosen' | 'view' | 'size' | 'onPick'>

const Shapes = memo(function Shapes({ features, chosen, view, size, onPick }: ShapesProps) {
  const id = useId()
  const states = useMemo(() => {
    const found = new Map(features.map((one) => [lookOf(one), one]))
    return [...found].flatMap(([look, { layer, state }]) => {
      const known = layer.states.find(({ name }) => name === state)
      return known ? [{ look, known }] : []
    })
  }, [features])
  const inOrder = useMemo(() => largestFirst(features), [features])
  const named = view.zoom >= 15
  return (
    <>
      <defs>
        {states.map(({ look, known }) => (
          <PatternDef key={look} id={`${id}${look}`} state={known} />
        ))}
      </defs>
      {inOrder.map((one) => {
        const tone = one.layer.states.find(({ name }) => name === one.state)?.tone ?? 'plain'
        const [x, y] = toPixel(middleOf(one.geometry), view, size)
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map is the way by keyboard
          <g
            key={one.key}
            className={`map-shape map-${tone}${one.key === chosen ? ' map-chosen' : ''}`}
            onClick={onPick && (() => onPick(one.key))}
          >
            {!isLine(one.geometry) && <path d={pathOf(one.geometry, view, size)} className="map-ground" />}
            <path
              d={pathOf(one.geometry, view, size)}
              fill={isLine(one.geometry) ? 'none' : `url(#${id}${lookOf(one)})`}
              className="map-outline"
            />
            {(named || one.key === chosen) && (
              <text x={x} y={y}>
                {one.name}
              </text>
            )}
          </g>
        )
      })}
    </>
  )
})

/** A name for a look that may stand in an id. */
const lookOf = ({ layer, state }: Lying) => `${layer.key}-${state}`.replace(/[^\w-]/g, '_')

/** A line encloses nothing, however it bends. */
const isLine = ({ type }: MapGeometry): boolean => type === 'LineString' || type === 'MultiLineString'

export function middleOf(geometry: MapGeometry): MapPosition {
  const [west, south, east, north] = boxOf(geometry)
  return [(west + east) / 2, (south + north) / 2]
}

function pathOf(geometry: MapGeometry, view: MapView, size: Size): string {
  const line = (positions: readonly MapPosition[]) =>
    `M${positions
      .map((at) =>
        toPixel(at, view, size)
          .map((n) => n.toFixed(1))
          .join(' '),
      )
      .join('L')}`
  const dot = (at: MapPosition) => {
    const [x, y] = toPixel(at, view, size)
    return `M${x - 6} ${y}a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z`
  }
  switch (geometry.type) {
    case 'Point':
      return dot(geometry.coordinates)
    case 'MultiPoint':
      return geometry.coordinates.map(dot).join('')
    case 'LineString':
      return line(geometry.coordinates)
    case 'MultiLineString':
      return geometry.coordinates.map(line).join('')
    case 'Polygon':
      return geometry.coordinates.map((ring) => `${line(ring)}Z`).join('')
    case 'MultiPolygon':
      return geometry.coordinates.map((part) => part.map((ring) => `${line(ring)}Z`).join('')).join('')
  }
}
