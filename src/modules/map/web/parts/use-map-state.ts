import { useCallback, useEffect, useMemo, useState } from 'react'
import { boxesMeet, boxOf } from '../../../../kernel/geometry/box.ts'
import type { MapBox } from '../../../../kernel/geometry/geojson.ts'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import type { LayerView } from '../../contract.ts'
import { boxOfView, type MapView, type Size, textOfView, viewOfBox, viewOfText } from '../../domain/map-view.ts'
import type { Lying } from './use-layers.ts'

const china: MapView = { longitude: 110.77, latitude: 35.14, zoom: 12 }

/** Where the map looks: the address first, then the zone's setting, then all that there is. The address follows after a moment. */
export function useView(start: MapView | null, features: readonly Lying[], loading: boolean) {
  const { search, replace } = useAddress()
  const [view, setView] = useState<MapView | null>(() => viewOfText(search.at))
  const [size, setSize] = useState<Size>({ width: 800, height: 480 })
  const all = useMemo(() => boxOfAll(features), [features])
  useEffect(() => {
    if (view !== null || loading) return
    setView(all ? viewOfBox(all, size) : (start ?? china))
  }, [view, loading, start, all, size])
  const text = view === null ? undefined : textOfView(view)
  useEffect(() => {
    if (text === undefined) return
    const timer = setTimeout(() => replace({ at: text }), 400)
    return () => clearTimeout(timer)
  }, [text, replace])
  const show = useCallback((box: MapBox) => setView(viewOfBox(box, size)), [size])
  const shown = view ?? start ?? china
  // A map that takes its size tells of a move before anything is known: where it happens to look then is nobody's choice.
  const setChosen = useCallback((next: MapView) => setView((last) => (last === null ? last : next)), [])
  return { view: shown, setView: setChosen, size, setSize, all, show }
}

function boxOfAll(features: readonly Lying[]): MapBox | null {
  const boxes = features.map(({ geometry }) => boxOf(geometry))
  const [first] = boxes
  if (!first) return null
  return boxes.reduce<MapBox>(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    first,
  )
}

/** What the address says is shown, chosen and asked for. */
export function useMapAddress(layers: readonly LayerView[]) {
  const { search, go, replace } = useAddress()
  const asked = search.layers
  const shown = useMemo(() => {
    const named = asked?.split(',')
    return named === undefined ? layers : layers.filter(({ key }) => named.includes(key))
  }, [layers, asked])
  const on = /^\d{4}-\d{2}-\d{2}$/.test(search.on ?? '') ? search.on : undefined
  return {
    ...{ shown, on, chosen: search.chosen ?? null, words: search.words ?? '', inView: search.inview === 'yes' },
    plain: search.plain === 'yes',
    showLayers: (wanted: readonly LayerView[]) =>
      replace({
        layers: wanted.length === layers.length ? undefined : wanted.map(({ key }) => key).join(',') || 'none',
      }),
    setOn: (day: string | undefined) => replace({ on: day }),
    choose: (key: string | null) => go({ chosen: key ?? undefined }),
    setWords: (words: string) => replace({ words: words || undefined }),
    setInView: (yes: boolean) => replace({ inview: yes ? 'yes' : undefined }),
    setPlain: (yes: boolean) => replace({ plain: yes ? 'yes' : undefined }),
  }
}

interface Narrowing {
  readonly words: string
  readonly inView: boolean
  readonly view: MapView
  readonly size: Size
}

/** What list and map both show; the same until something else is asked: a move of the map changes it only where the view narrows it. */
export function useNarrowed(features: readonly Lying[], { words, inView, view, size }: Narrowing): readonly Lying[] {
  const box = useMemo(() => (inView ? boxOfView(view, size) : null), [inView, view, size])
  return useMemo(() => narrowed(features, words, box), [features, words, box])
}

function narrowed(features: readonly Lying[], words: string, box: MapBox | null): readonly Lying[] {
  const asked = words.trim().toLowerCase()
  if (asked === '' && box === null) return features
  return features.filter((one) => {
    if (box && !boxesMeet(boxOf(one.geometry), box)) return false
    if (asked === '') return true
    const state = one.layer.states.find(({ name }) => name === one.state)?.label
    return [one.name, state?.zh, state?.en, one.layer.label.zh, one.layer.label.en].some((text) =>
      text?.toLowerCase().includes(asked),
    )
  })
}
