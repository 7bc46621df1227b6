import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useText } from '../../../../web/text.tsx'
import { fromPixel, type MapView, moved, type Size, scaleBar } from '../../domain/map-view.ts'
import { type SurfaceProps, SvgMap } from './svg-map.tsx'

const GlMapSurface = lazy(() => import('./gl-map.tsx').then((part) => ({ default: part.GlMapSurface })))

/** Whether this browser can draw with WebGL2; `?plain=1` asks for the other way. */
function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}

interface MapFrameProps extends Omit<SurfaceProps, 'size'> {
  readonly plain: boolean
  /** Layers are still on their way: an empty map says so. */
  readonly loading: boolean
  readonly onSize: (size: Size) => void
}

const keys: Readonly<Record<string, Parameters<typeof moved>[2]>> = {
  ArrowLeft: { right: -0.15 },
  ArrowRight: { right: 0.15 },
  ArrowUp: { down: -0.15 },
  ArrowDown: { down: 0.15 },
  '+': { nearer: 0.5 },
  '=': { nearer: 0.5 },
  '-': { nearer: -0.5 },
}

/** WebGL takes seconds to begin on a slow machine: until it draws, so many shapes at most are there as SVG; more would make it later still. */
const mostAtFirst = 1_000

/** The map with its buttons and keys: by WebGL where there is one, else as SVG; both do the same. */
export function MapFrame({ plain, loading, onSize, ...surface }: MapFrameProps) {
  const say = useText()
  const frame = useRef<HTMLElement>(null)
  const [size, setSize] = useState<Size>({ width: 800, height: 480 })
  const [gl] = useState(hasWebGl)
  const [drawn, setDrawn] = useState(false)
  const onDrawn = useCallback(() => setDrawn(true), [])
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const watcher = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = element
      if (clientWidth === 0 || clientHeight === 0) return
      setSize({ width: clientWidth, height: clientHeight })
      onSize({ width: clientWidth, height: clientHeight })
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [onSize])
  const { view, onView, onPoint, onPick } = surface
  const byGl = gl && !plain
  const first = byGl && !drawn && surface.features.length <= mostAtFirst
  const step = (how: Parameters<typeof moved>[2]) => onView(moved(view, size, how))
  return (
    <section
      ref={frame}
      className="map-frame"
      aria-label={say({ zh: '地图。方向键移动，加减键缩放。', en: 'Map. Arrow keys move it, plus and minus zoom.' })}
      onKeyDown={(event) => {
        const how = keys[event.key]
        if (!how || event.target instanceof HTMLInputElement) return
        event.preventDefault()
        event.stopPropagation()
        step(how)
      }}
    >
      {byGl && (
        <Suspense fallback={null}>
          <GlMapSurface {...surface} size={size} onDrawn={onDrawn} />
        </Suspense>
      )}
      {(!byGl || first) && (
        <SvgMap
          {...surface}
          size={size}
          onPick={onPoint ? undefined : onPick}
          onPress={onPoint ? (at) => onPoint([...fromPixel(at, view, size)]) : undefined}
        />
      )}
      {loading && surface.features.length === 0 && (
        <p className="map-waiting" role="status">
          {say({ zh: '正在读取图层…', en: 'Reading the layers…' })}
        </p>
      )}
      <div className="map-buttons">
        <Step label={say({ zh: '放大', en: 'Zoom in' })} onClick={() => step({ nearer: 1 })}>
          ＋
        </Step>
        <Step label={say({ zh: '缩小', en: 'Zoom out' })} onClick={() => step({ nearer: -1 })}>
          －
        </Step>
        <Step label={say({ zh: '向西', en: 'West' })} onClick={() => step({ right: -0.25 })}>
          ←
        </Step>
        <Step label={say({ zh: '向东', en: 'East' })} onClick={() => step({ right: 0.25 })}>
          →
        </Step>
        <Step label={say({ zh: '向北', en: 'North' })} onClick={() => step({ down: -0.25 })}>
          ↑
        </Step>
        <Step label={say({ zh: '向南', en: 'South' })} onClick={() => step({ down: 0.25 })}>
          ↓
        </Step>
      </div>
      <ScaleBar view={view} />
    </section>
  )
}

function Step({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Button aria-label={label} title={label} onClick={onClick}>
      {children}
    </Button>
  )
}

export function ScaleBar({ view }: { readonly view: MapView }) {
  const { metres, pixels } = scaleBar(view, 120)
  return (
    <p className="map-scale number">
      <span style={{ inlineSize: `${pixels}px` }} aria-hidden="true" />
      {metres >= 1000 ? `${metres / 1000} km` : `${metres} m`}
    </p>
  )
}
