import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import type { MapBox, MapGeometry } from '../../kernel/geometry/geojson.ts'
import { layerPatterns, layerTones } from '../../kernel/map-layer.ts'

const zone = z.string()
const base = '/api/zones/:zone/map'
const Text = z.object({ zh: z.string(), en: z.string() })
const day = z.iso.date()

/** `west,south,east,north` in degrees, as addresses have it; a box that is turned round or leaves the globe is refused. */
export const Box = z
  .string()
  .max(120)
  .transform((text) => text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part))))
  .refine((numbers): numbers is [number, number, number, number] => {
    const [west = 1, south = 1, east = 0, north = 0] = numbers
    return (
      numbers.length === 4 &&
      west <= east &&
      south <= north &&
      Math.abs(west) <= 180 &&
      east <= 180 &&
      Math.abs(south) <= 90 &&
      north <= 90
    )
  }, 'west,south,east,north')
  .transform((numbers): MapBox => numbers as unknown as MapBox)

/** A layer as this caller meets it. */
export const LayerView = z.object({
  key: z.string(),
  label: Text,
  shape: z.enum(['areas', 'lines', 'points']),
  /** The record kind whose records its features are. */
  kind: z.string(),
  /** A page of its own for one feature, `/parcels/:id`; null: the record opens in its kind's list. */
  page: z.string().nullable(),
  fields: z.array(z.object({ name: z.string(), label: Text, unit: Text.nullable() })),
  states: z.array(
    z.object({ name: z.string(), label: Text, tone: z.enum(layerTones), pattern: z.enum(layerPatterns) }),
  ),
})
export type LayerView = z.infer<typeof LayerView>

/** A feature; the layer's declaration alone says which values it has. Coordinates are GeoJSON in EPSG:4490, longitude first. */
export const FeatureView = z.object({
  id: z.string(),
  name: z.string(),
  state: z.string(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  geometry: z.custom<MapGeometry>((value) => typeof value === 'object' && value !== null),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type FeatureView = z.infer<typeof FeatureView>

export const listLayers = endpoint({
  name: 'map.listLayers',
  method: 'GET',
  path: `${base}/layers`,
  permission: 'map.read',
  effect: 'read',
  summary: { zh: '我能看的图层', en: 'The map layers that I may see' },
  input: z.strictObject({ zone }),
  /** `sheet`: the zone's map setting in force, for where the map opens and what the printed sheet says; null: none. */
  output: z.object({
    layers: z.array(LayerView),
    sheet: z
      .object({
        holder: z.string(),
        source: z.string(),
        reviewNumber: z.string().nullable(),
        start: z.object({ longitude: z.number(), latitude: z.number(), zoom: z.number() }),
      })
      .nullable(),
  }),
})

export const readLayer = endpoint({
  name: 'map.readLayer',
  method: 'GET',
  path: `${base}/layers/:layer`,
  permission: 'map.read',
  effect: 'read',
  summary: { zh: '一个图层某日的要素', en: 'The features of a layer on a day' },
  input: z.strictObject({
    zone,
    layer: z.string().max(100),
    bbox: Box.optional(),
    /** Default: today. */
    on: day.optional(),
    after: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(10_000).default(5_000),
  }),
  /** `next`: the id to ask on from with `after`; null when there is no more. */
  output: z.object({ on: day, features: z.array(FeatureView), next: z.string().nullable() }),
})
