import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { OutputOf } from '../../../../kernel/endpoint.ts'
import { boxOf } from '../../../../kernel/geometry/box.ts'
import type { Position } from '../../../../kernel/geometry/shape.ts'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import type { listLayers } from '../../contract.ts'
import { fromPixel, toPixel } from '../../domain/map-view.ts'
import { cornersOf, snapped } from '../../domain/sketch.ts'
import { ChosenCard } from './chosen-card.tsx'
import { FeatureList } from './feature-list.tsx'
import { LayerPanel } from './layer-panel.tsx'
import { MapFrame } from './map-frame.tsx'
import { MapTools } from './map-tools.tsx'
import { ParcelForm } from './parcel-form.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { type Mode, SketchPanel } from './sketch-panel.tsx'
import { useFeatures, useLayers } from './use-layers.ts'
import { useMapAddress, useNarrowed, useView } from './use-map-state.ts'
import './map.css'

const title = { zh: '一张图', en: 'Map' }

/** The one map of the zone, and beside it the list of exactly what it shows. */
export function MapPage() {
  useTitle(title)
  const say = useText()
  const { data, error, refetch } = useLayers()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.layers.length > 0) return <OneMap known={data} />
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <p className="card" role="status">
        {say({
          zh: '您还没有可看的图层。有了地块、规划或工程的权限，它们就出现在这里；请联系安全管理员授权。',
          en: 'There is no layer that you may see. With a right to parcels, plans or works they appear here: ask the security administrator.',
        })}
      </p>
    </div>
  )
}

const reach = 12

function OneMap({ known }: { readonly known: OutputOf<typeof listLayers> }) {
  const say = useText()
  const { layers, sheet } = known
  const { zone } = useMember()
  const address = useMapAddress(layers)
  const { shown, on, chosen, words, inView, plain } = address
  const today = legalDayOf(new Date())
  const { features: all, loading, error, refetch } = useFeatures(shown, on)
  const { view, setView, size, setSize, all: box, show } = useView(sheet?.start ?? null, all, loading)
  const [mode, setMode] = useState<Mode | null>(null)
  const [positions, setPositions] = useState<readonly Position[]>([])
  const features = useNarrowed(all, { words, inView, view, size })
  const one = all.find(({ key }) => key === chosen)
  const onPoint = (at: readonly [number, number]) => {
    const plane = {
      toPixel: (position: readonly [number, number, ...number[]]) => toPixel(position, view, size),
      fromPixel: (pixel: readonly [number, number]) => fromPixel(pixel, view, size),
      reach,
    }
    const corners = positions.map((coordinates) => ({ type: 'Point' as const, coordinates }))
    const shapes = [...features.map(({ geometry }) => geometry), ...corners]
    setPositions([...positions, snapped([at[0], at[1]], shapes, plane)])
  }
  const begin = (next: Mode, from: readonly Position[] = []) => {
    setMode(next)
    setPositions(from)
  }
  const end = () => {
    setMode(null)
    setPositions([])
  }
  return (
    <div className="page map-page">
      <h1>{say(title)}</h1>
      <MapTools
        {...{ today, on, plain, mode, onDay: address.setOn, onMode: begin, onPlain: address.setPlain }}
        onAll={() => box && show(box)}
      />
      {error !== null && <Failure error={error} onRetry={() => refetch()} />}
      <div className="map-columns">
        <div className="map-main">
          <MapFrame
            {...{ features, chosen, view, plain, loading, sketch: positions, closed: mode !== 'length' }}
            {...{ onPick: address.choose, onView: setView, onSize: setSize }}
            onPoint={mode === null ? null : onPoint}
          />
          <LayerPanel layers={layers} shown={shown} features={all} onShow={address.showLayers} />
        </div>
        <div className="map-side">
          {mode !== null && (
            <SketchPanel mode={mode} positions={positions} onChange={setPositions} onClose={end}>
              {mode === 'draw' && one && <ParcelForm id={one.id} name={one.name} positions={positions} onDone={end} />}
            </SketchPanel>
          )}
          {one && mode === null && (
            <ChosenCard
              one={one}
              onClose={() => address.choose(null)}
              onShow={() => show(boxOf(one.geometry))}
              onDraw={() => begin('draw', cornersOf(one.geometry) ?? [])}
            />
          )}
          <FeatureList
            {...{ features, chosen, words, inView, onWords: address.setWords, onInView: address.setInView }}
            onChoose={(key) => {
              address.choose(key)
              const found = features.find((feature) => feature.key === key)
              if (found) show(boxOf(found.geometry))
            }}
          />
        </div>
      </div>
      <p>
        <Link to="/map/published" search={{ zone: zone.code }}>
          {say({ zh: '图层发布与对外接口', en: 'Publication of layers' })}
        </Link>
      </p>
      <PrintSheet {...{ sheet, features, chosen, view, layers: shown, on: on ?? today }} />
    </div>
  )
}
