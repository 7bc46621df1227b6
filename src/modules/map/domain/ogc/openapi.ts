// OGC API – Features Part 1, requirements class OpenAPI 3.0 (8.1): the definition names exactly the parameters that are taken.
import { cgcs2000, crs84, largestPage } from '../../contract/ogc.ts'
import type { At, OgcDocument } from './documents.ts'

const text = { type: 'string' }
const query = (name: string, schema: object) => ({
  name,
  in: 'query',
  required: false,
  schema,
  style: 'form',
  explode: false,
})
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: text })

const every = [query('f', { ...text, enum: ['json', 'html'] }), query('lang', { ...text, enum: ['zh', 'en'] })]
const systems = { ...text, enum: [crs84, cgcs2000], default: crs84 }
const numbers = { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 6 }
const ofItems = [
  query('bbox', numbers),
  query('bbox-crs', systems),
  query('datetime', text),
  query('limit', { type: 'integer', minimum: 1, maximum: largestPage, default: 100 }),
  query('after', text),
]

function get(summary: string, parameters: readonly object[], type = 'application/json') {
  const ok = { description: 'OK', content: { [type]: { schema: { type: 'object' } }, 'text/html': { schema: text } } }
  const refused = { description: 'RFC 9457 problem' }
  return { get: { summary, parameters: [...parameters, ...every], responses: { 200: ok, 400: refused, 404: refused } } }
}

export function definition({ base, say }: At): OgcDocument {
  const one = inPath('collectionId')
  const geojson = 'application/geo+json'
  const crs = query('crs', systems)
  return {
    openapi: '3.0.3',
    info: { title: say({ zh: '要素服务', en: 'Features' }), version: '1' },
    servers: [{ url: base }],
    paths: {
      '/': get('landing page', []),
      '/conformance': get('conformance', []),
      '/collections': get('collections', []),
      '/collections/{collectionId}': get('collection', [one]),
      '/collections/{collectionId}/items': get('features', [one, crs, ...ofItems], geojson),
      '/collections/{collectionId}/items/{featureId}': get('feature', [one, inPath('featureId'), crs], geojson),
    },
  }
}
