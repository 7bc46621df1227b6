// OGC API – Features Part 1 (OGC 17-069r4): landing page 7.2, conformance 7.4, collections 7.13–7.14, items 7.15–7.16.

import type { MapGeometry, MapPosition } from '../../../../kernel/geometry/geojson.ts'
import type { Label } from '../../../../kernel/label.ts'
import type { MapLayer } from '../../../../kernel/map-layer.ts'
import { cgcs2000, crs84 } from '../../contract/ogc.ts'
import type { FeatureView } from '../../contract.ts'

export interface Link {
  readonly href: string
  readonly rel: string
  readonly type: string
  readonly title: string
}

/** What an address answers; printed as JSON or, from the same, as HTML. */
export interface OgcDocument {
  readonly title?: string
  readonly links?: readonly Link[]
  readonly [member: string]: unknown
}

/** Where a service begins, and in which language it speaks. */
export interface At {
  readonly base: string
  readonly say: (label: Label) => string
}

const core = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf'
export const conformsTo = [
  ...['core', 'oas30', 'html', 'geojson'].map((part) => `${core}/${part}`),
  'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs',
]

const json = 'application/json'
const html = 'text/html'
const geojson = 'application/geo+json'
const openapi = 'application/vnd.oai.openapi+json;version=3.0'

/** The document itself and the other way of reading it. */
export function own(href: string, title: string, type: string = json): readonly Link[] {
  const or = href.includes('?') ? '&' : '?'
  return [
    { rel: 'self', href, type, title },
    { rel: 'alternate', href: `${href}${or}f=html`, type: html, title: `${title} (HTML)` },
  ]
}

export function landing({ base, say }: At, zoneName: Label): OgcDocument {
  const title = say({ zh: `${zoneName.zh} 要素服务`, en: `${zoneName.en}: features` })
  return {
    title,
    description: say({
      zh: '经审图、按权限发布的图层。坐标为 2000 国家大地坐标系。',
      en: 'Layers published under a review number and by right. Coordinates are CGCS2000.',
    }),
    links: [
      ...own(base, title),
      { rel: 'service-desc', href: `${base}/api`, type: openapi, title: 'OpenAPI' },
      { rel: 'service-doc', href: `${base}/api?f=html`, type: html, title: 'OpenAPI (HTML)' },
      { rel: 'conformance', href: `${base}/conformance`, type: json, title: 'Conformance' },
      { rel: 'data', href: `${base}/collections`, type: json, title: say({ zh: '图层', en: 'Layers' }) },
    ],
  }
}

export interface Published {
  readonly layer: MapLayer
  readonly reviewNumber: string
  readonly toleranceM: number
}

export function collection({ base, say }: At, { layer, reviewNumber, toleranceM }: Published): OgcDocument {
  const href = `${base}/collections/${layer.key}`
  const coarse = say({ zh: `图形已概化 ${toleranceM} 米`, en: `shapes coarsened by ${toleranceM} m` })
  return {
    id: layer.key,
    title: say(layer.label),
    description: [
      say({ zh: `审图号 ${reviewNumber}`, en: `Review number ${reviewNumber}` }),
      ...(toleranceM > 0 ? [coarse] : []),
    ].join(say({ zh: '；', en: '; ' })),
    itemType: 'feature',
    crs: [crs84, cgcs2000],
    storageCrs: cgcs2000,
    links: [
      ...own(href, say(layer.label)),
      { rel: 'items', href: `${href}/items`, type: geojson, title: say(layer.label) },
      { rel: 'items', href: `${href}/items?f=html`, type: html, title: `${say(layer.label)} (HTML)` },
    ],
  }
}

/** Attributes of a feature besides those of its layer: name, state and for which days its shape holds. */
export function featureOf(
  view: FeatureView,
  { fields, crs }: { readonly fields: readonly string[]; readonly crs: string },
) {
  const told = Object.fromEntries(fields.map((field) => [field, view.values[field] ?? null]))
  const { id, name, state, validFrom, validUntil } = view
  const geometry = crs === cgcs2000 ? turned(view.geometry) : view.geometry
  return { type: 'Feature', id, geometry, properties: { name, state, validFrom, validUntil, ...told } }
}

/** Latitude first: EPSG:4490 has its axes in this order, GeoJSON's own default has not. */
export function turned(geometry: MapGeometry): MapGeometry {
  const turn = ([x, y]: MapPosition): MapPosition => [y, x]
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: turn(geometry.coordinates) }
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: geometry.coordinates.map(turn) }
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map((ring) => ring.map(turn)) }
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((part) => part.map((ring) => ring.map(turn))) }
  }
}
