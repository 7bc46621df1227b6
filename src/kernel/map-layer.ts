import type { Day } from './calendar.ts'
import type { GrantedPermission } from './endpoint.ts'
import { boxesMeet, boxOf } from './geometry/box.ts'
import type { MapBox, MapGeometry } from './geometry/geojson.ts'
import type { Label } from './label.ts'

/** What a state means to the eye: colours by meaning, never by name, so that dark and light pages each have theirs. */
export const layerTones = ['plain', 'good', 'doubt', 'bad', 'busy', 'strong'] as const
export type LayerTone = (typeof layerTones)[number]

/** The filling of an area and the sign of a point: two states of one layer never differ by colour alone. */
export const layerPatterns = ['none', 'rising', 'falling', 'grid', 'dots', 'waves'] as const
export type LayerPattern = (typeof layerPatterns)[number]

export interface LayerState {
  readonly label: Label
  readonly tone: LayerTone
  readonly pattern: LayerPattern
}

export interface LayerField {
  readonly label: Label
  readonly unit?: Label
  /** May leave the house with a published layer; everything else stays inside. */
  readonly open?: boolean
}

/**
 * A layer of the map (图层), as data: what lies on it, who sees it, what is told of a feature, how each state looks.
 * `areas` and `lines` may hold points for what is not drawn yet.
 */
export interface MapLayer {
  /** `module.noun`, unique, as record kinds are: `parcels.parcel`. */
  readonly key: `${string}.${string}`
  readonly label: Label
  readonly shape: 'areas' | 'lines' | 'points'
  /** The record kind of its features: each feature is one record of it and bears its id. */
  readonly kind: string
  /** A page of its own for one feature, `/parcels/:id`; without it the record opens in its kind's list. */
  readonly page?: string
  readonly needs: GrantedPermission
  /** What is told of a feature, in this order. Never a personal field. */
  readonly fields: Readonly<Record<string, LayerField>>
  /** By state, in the order of the legend. */
  readonly states: Readonly<Record<string, LayerState>>
}

export interface MapFeature {
  /** The record's id. */
  readonly id: string
  readonly name: string
  /** One of the layer's states. */
  readonly state: string
  /** The shape holds from this day (null: since ever) until this day, which no longer belongs to it (null: still). */
  readonly validFrom: Day | null
  readonly validUntil: Day | null
  readonly geometry: MapGeometry
  /** Values of the layer's fields; what is not known is null. */
  readonly values: Readonly<Record<string, string | number | boolean | null>>
}

/** What is asked of a layer. */
export interface LayerQuery {
  /** Only features that touch this box. */
  readonly bbox?: MapBox | undefined
  /** Only shapes that hold on a day between these two, both included; the map asks for one day. Of several shapes of one record the last. */
  readonly from: Day
  readonly to: Day
  /** Only this record. */
  readonly id?: string | undefined
  /** Only records whose id comes after this one: features come in the order of their ids. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Declares a layer; one that does not hold together ends the start with all its findings. */
export function mapLayer<const L extends MapLayer>(data: L): L {
  const findings = checkMapLayer(data)
  if (findings.length > 0) throw new Error(`map layer ${data.key}: ${findings.join('; ')}`)
  return data
}

/** What is wrong with a layer, one sentence each: wrong key or page, empty texts, no state, two states that look the same. */
export function checkMapLayer({ key, label, page, fields, states }: MapLayer): readonly string[] {
  const findings: string[] = []
  if (!/^[a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*$/.test(key)) findings.push('its key is not of the form module.noun')
  if (page !== undefined && !/^\/.*:id/.test(page)) findings.push('its page does not hold :id')
  const texts = [
    label,
    ...Object.values(fields).map((field) => field.label),
    ...Object.values(states).map((s) => s.label),
  ]
  if (texts.some(({ zh, en }) => zh.trim() === '' || en.trim() === '')) findings.push('empty text')
  const patterns = Object.values(states).map((state) => state.pattern)
  if (patterns.length === 0) findings.push('it has no state')
  if (new Set(patterns).size !== patterns.length)
    findings.push('two states have one pattern and would differ by colour alone')
  return findings
}

/**
 * Of all shapes of a layer those that a query asks for: for modules with few of them, which need no query of their own.
 * Boxes are compared, not outlines.
 */
export function featuresFor(all: readonly MapFeature[], query: LayerQuery): readonly MapFeature[] {
  const last = new Map<string, MapFeature>()
  for (const feature of all) if (isAsked(feature, query)) last.set(feature.id, later(last.get(feature.id), feature))
  const found = [...last.values()].filter(({ geometry }) => !query.bbox || boxesMeet(boxOf(geometry), query.bbox))
  return found.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, query.limit)
}

function isAsked({ id, validFrom, validUntil }: MapFeature, query: LayerQuery): boolean {
  if (query.id !== undefined && query.id !== id) return false
  if (query.after !== undefined && id <= query.after) return false
  return (validFrom === null || validFrom <= query.to) && (validUntil === null || query.from < validUntil)
}

function later(known: MapFeature | undefined, feature: MapFeature): MapFeature {
  return known && (known.validFrom ?? '') > (feature.validFrom ?? '') ? known : feature
}
