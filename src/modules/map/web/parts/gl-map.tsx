import { type GeoJSONSource, Map as GlMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useRef } from 'react'
import { useDark } from '../../../../web/preferences.ts'
import { useText } from '../../../../web/text.tsx'
import type { MapView } from '../../domain/map-view.ts'
import { addImages, coloursOf, namesFrom, shapesOf, sketchOf, styleOf } from './gl-style.ts'
import type { SurfaceProps } from './svg-map.tsx'

// Without it the map builds, waits for its worker and never draws.
setWorkerUrl(workerUrl)

/** The map drawn by MapLibre: the zone's own layers on plain ground, nothing from elsewhere. */
export function GlMapSurface({ onDrawn, ...props }: SurfaceProps & { readonly onDrawn: () => void }) {
  const say = useText()
  const dark = useDark()
  const host = useRef<HTMLDivElement>(null)
  const map = useRef<GlMap | null>(null)
  const latest = useRef(props)
  latest.current = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: built once for a colour scheme; later changes go to its sources
  useEffect(() => {
    const container = host.current
    if (!container) return
    const colours = coloursOf(container)
    const { view } = latest.current
    const made = new GlMap({
      container,
      style: styleOf(colours),
      center: [view.longitude, view.latitude],
      zoom: view.zoom,
      ...{ minZoom: 3, maxZoom: 19, attributionControl: false, dragRotate: false, pitchWithRotate: false },
      ...{ touchPitch: false, fadeDuration: 0, locale: { 'Map.Title': say({ zh: '地图', en: 'Map' }) } },
      canvasContextAttributes: { preserveDrawingBuffer: true },
    })
    map.current = made
    made.touchZoomRotate.disableRotation()
    made.once('style.load', () => addImages(made, colours))
    made.on('load', () => {
      fill(made, latest.current)
      made.on('moveend', () => fillNames(made, latest.current.features))
      container.dataset.drawn = 'yes'
    })
    // Loaded is not yet drawn: idle is, once the shapes that came with it are on the screen.
    made.once('idle', onDrawn)
    made.on('moveend', () => {
      const { lng, lat } = made.getCenter()
      latest.current.onView({ longitude: lng, latitude: lat, zoom: made.getZoom() })
    })
    made.on('click', ({ lngLat, point }) => {
      const { onPoint, onPick } = latest.current
      if (onPoint) return onPoint([lngLat.lng, lngLat.lat])
      const [found] = made.queryRenderedFeatures(point, { layers: ['areas', 'lines', 'points'] })
      const key: unknown = found?.properties.key
      onPick(typeof key === 'string' ? key : null)
    })
    return () => {
      map.current = null
      made.remove()
    }
  }, [dark])
  const { features, chosen, sketch, closed, view, onPoint } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: exactly what is drawn
  useEffect(() => {
    if (map.current?.getSource('shapes')) fill(map.current, latest.current)
  }, [features, chosen, sketch, closed])
  useEffect(() => {
    if (map.current) look(map.current, view)
  }, [view])
  return <div ref={host} className={onPoint ? 'map-gl map-gl-sketching' : 'map-gl'} />
}

function fill(map: GlMap, { features, chosen, sketch, closed }: SurfaceProps): void {
  map.getSource<GeoJSONSource>('shapes')?.setData(shapesOf(features))
  fillNames(map, features)
  map.getSource<GeoJSONSource>('chosen')?.setData(shapesOf(features.filter(({ key }) => key === chosen)))
  map.getSource<GeoJSONSource>('sketch')?.setData(sketchOf(sketch, closed))
}

const named = new WeakMap<GlMap, SurfaceProps['features']>()

/** Once, when the map comes near enough to write names soon: far out, thousands of shapes would go to the worker twice for nothing. */
function fillNames(map: GlMap, features: SurfaceProps['features']): void {
  if (map.getZoom() < namesFrom - 1 || named.get(map) === features) return
  named.set(map, features)
  map.getSource<GeoJSONSource>('names')?.setData(shapesOf(features))
}

/** Where the page says that the map looks, unless it already does: the map itself told so. */
function look(map: GlMap, { longitude, latitude, zoom }: MapView): void {
  const { lng, lat } = map.getCenter()
  const there =
    Math.abs(lng - longitude) < 1e-6 && Math.abs(lat - latitude) < 1e-6 && Math.abs(map.getZoom() - zoom) < 0.01
  if (!there) map.jumpTo({ center: [longitude, latitude], zoom })
}
