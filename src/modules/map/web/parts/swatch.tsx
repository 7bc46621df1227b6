import { useId } from 'react'
import type { LayerView } from '../../contract.ts'
import { patternPaths, patternSide } from '../../domain/pattern.ts'

type State = LayerView['states'][number]

/** The look of a state, beside its words. */
export function Swatch({ state }: { readonly state: State }) {
  const id = useId()
  return (
    <svg className={`map-swatch map-${state.tone}`} viewBox="0 0 24 16" aria-hidden="true">
      <PatternDef id={id} state={state} />
      <rect x="1" y="1" width="22" height="14" className="map-ground" />
      <rect x="1" y="1" width="22" height="14" fill={`url(#${id})`} className="map-outline" />
    </svg>
  )
}

/** The filling of a state for SVG, in the colour of its tone. */
export function PatternDef({ id, state }: { readonly id: string; readonly state: State }) {
  return (
    <pattern
      id={id}
      width={patternSide}
      height={patternSide}
      patternUnits="userSpaceOnUse"
      className={`map-${state.tone}`}
    >
      <path d={patternPaths[state.pattern]} className="map-strokes" />
    </pattern>
  )
}
