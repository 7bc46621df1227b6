import type { OutputOf } from '../../../kernel/endpoint.ts'
import type { LayerQuery, MapFeature } from '../../../kernel/map-layer.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, LayerSource, ModuleDefinition, RequestContext } from '../../../platform/module.ts'
import type { FeatureView, listLayers } from '../contract.ts'

/** Every module's layers by key; two of one key would be two things under one name. */
export type Layers = ReadonlyMap<string, LayerSource>

export function layersOf(modules: readonly ModuleDefinition[]): Layers {
  const found = new Map<string, LayerSource>()
  for (const source of modules.flatMap((module) => module.mapLayers ?? [])) {
    if (found.has(source.layer.key)) throw new Error(`two map layers have the key ${source.layer.key}`)
    found.set(source.layer.key, source)
  }
  return found
}

type LayerViews = OutputOf<typeof listLayers>['layers']

/** The layers that the caller may see, in the order of their modules. */
export function viewsFor(layers: Layers, { permissions }: RequestContext['caller']): LayerViews {
  const seen = [...layers.values()].map(({ layer }) => layer).filter(({ needs }) => permissions.has(needs))
  return seen.map(({ key, label, shape, kind, page, fields, states }) => ({
    ...{ key, label, shape, kind, page: page ?? null },
    fields: Object.entries(fields).map(([name, { label: title, unit }]) => ({
      name,
      label: title,
      unit: unit ?? null,
    })),
    states: Object.entries(states).map(([name, { label: title, tone, pattern }]) => ({
      name,
      label: title,
      tone,
      pattern,
    })),
  }))
}

/** A layer that the caller may see; one that is not there and one that is not theirs answer alike. */
export function layerFor(layers: Layers, key: string, { permissions }: RequestContext['caller']): LayerSource {
  const source = layers.get(key)
  if (!source || !permissions.has(source.layer.needs)) throw notFound()
  return source
}

export interface Page {
  readonly features: readonly FeatureView[]
  /** The id to ask on from; null when there is no more. */
  readonly next: string | null
}

/** One page of a layer: asks for one more than wanted, to know whether anything follows. */
export async function pageOf(
  db: Database,
  { layer, features }: LayerSource,
  query: LayerQuery,
  context: RequestContext,
): Promise<Page> {
  const names = Object.keys(layer.fields)
  const found = await features(db, zoneOf(context).id, { ...query, limit: query.limit + 1 }, context)
  const page = found.slice(0, query.limit).map((feature) => viewOf(feature, names))
  return { features: page, next: found.length > query.limit ? (page.at(-1)?.id ?? null) : null }
}

/** Nothing leaves that the layer does not declare. */
function viewOf({ id, name, state, validFrom, validUntil, geometry, values }: MapFeature, names: readonly string[]) {
  const told = Object.fromEntries(names.map((field) => [field, values[field] ?? null]))
  return { id, name, state, validFrom, validUntil, geometry, values: told }
}
