import { z } from 'zod'
import { type Endpoint, endpoint } from '../../../kernel/endpoint.ts'

/** `open`: public layers, no account; `inside`: every published layer that the account may see, as it is. */
export type Service = 'open' | 'inside'

export const bases = { open: '/api/zones/:zone/ogc', inside: '/api/zones/:zone/map/ogc' } as const

export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
/** Latitude first, as EPSG defines it. */
export const cgcs2000 = 'http://www.opengis.net/def/crs/EPSG/0/4490'

const zone = z.string()
const f = z.enum(['json', 'html']).optional()
const lang = z.enum(['zh', 'en']).optional()
const crs = z.enum([crs84, cgcs2000]).default(crs84)
const collection = z.string().max(100)

const Plain = z.strictObject({ zone, f, lang })
const OfCollection = z.strictObject({ zone, f, lang, collection })
const OfItem = z.strictObject({ zone, f, lang, crs, collection, feature: z.string().max(100) })
/** A `limit` above the largest page is no mistake: the page is then the largest. */
const OfItems = z.strictObject({
  ...{ zone, f, lang, crs, collection },
  'bbox-crs': z.enum([crs84, cgcs2000]).default(crs84),
  bbox: z.string().max(200).optional(),
  datetime: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).default(100),
  after: z.string().max(100).optional(),
})

export type ItemsAsked = z.infer<typeof OfItems>
export type ItemAsked = z.infer<typeof OfItem>

export const largestPage = 2_000

/** The seven addresses of OGC API – Features Part 1 (OGC 17-069r4) of one service. */
export function doorsOf(service: Service) {
  const door = <In>(
    name: string,
    path: string,
    given: { zh: string; en: string; input: Endpoint<In, unknown>['input'] },
  ) =>
    endpoint<In, unknown>({
      name: `map.${service}${name}`,
      method: 'GET',
      path: `${bases[service]}${path}`,
      permission: service === 'open' ? 'public' : 'map.read',
      effect: 'read',
      summary: { zh: `要素服务：${given.zh}`, en: `OGC API – Features: ${given.en}` },
      input: given.input,
      output: z.unknown(),
    })
  const items = `/collections/:collection/items`
  return {
    landing: door('Landing', '', { zh: '入口', en: 'landing page', input: Plain }),
    definition: door('Definition', '/api', { zh: '接口定义', en: 'API definition', input: Plain }),
    conformance: door('Conformance', '/conformance', { zh: '符合的标准', en: 'conformance', input: Plain }),
    collections: door('Collections', '/collections', { zh: '已发布图层', en: 'published layers', input: Plain }),
    collection: door('Collection', '/collections/:collection', {
      zh: '一个图层',
      en: 'one layer',
      input: OfCollection,
    }),
    items: door('Items', items, { zh: '图层的要素', en: 'features of a layer', input: OfItems }),
    item: door('Item', `${items}/:feature`, { zh: '一个要素', en: 'one feature', input: OfItem }),
  }
}
