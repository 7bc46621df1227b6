import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { notFound } from '../../../../platform/access/caller.ts'
import type { Direct } from '../../../../platform/http/direct.ts'
import type { Database, RequestContext } from '../../../../platform/module.ts'
import { crs84, type ItemAsked, type ItemsAsked, largestPage, type Service } from '../../contract/ogc.ts'
import type { FeatureView } from '../../contract.ts'
import { boxAsked, daysAsked } from '../../domain/ogc/asked.ts'
import { coarsen } from '../../domain/ogc/coarsen.ts'
import { featureOf, type Link, own } from '../../domain/ogc/documents.ts'
import { pageOf } from '../layers.ts'
import { atOf, printed } from './answer.ts'
import type { Open } from './published.ts'

const type = 'application/geo+json; charset=utf-8'

interface Asking<A> {
  readonly service: Service
  readonly context: RequestContext
  readonly asked: A
}

export async function items(
  db: Database,
  open: Open,
  { service, context, asked }: Asking<ItemsAsked>,
): Promise<Direct> {
  const { bbox, datetime, after, crs, f } = asked
  const limit = Math.min(asked.limit, largestPage)
  const query = {
    ...daysAsked(datetime, legalDayOf(context.now)),
    bbox: boxAsked(bbox, asked['bbox-crs']),
    ...{ limit, after },
  }
  const { features, next } = await pageOf(db, open.source, query, context)
  return printed(
    (language) => {
      const { base, say } = atOf(service, context, language)
      const here = `${base}/collections/${open.layer.key}/items`
      const links = [...own(addressOf(here, asked, after), say(open.layer.label), 'application/geo+json')]
      const more: Link[] = next === null ? [] : [nextLink(addressOf(here, asked, next))]
      return {
        type: 'FeatureCollection',
        title: say(open.layer.label),
        timeStamp: context.now.toISOString(),
        numberReturned: features.length,
        links: [...links, ...more],
        features: features.map((view) => told(view, open, crs)),
      }
    },
    { f, type, crs },
  )
}

export async function item(db: Database, open: Open, { service, context, asked }: Asking<ItemAsked>): Promise<Direct> {
  const today = legalDayOf(context.now)
  const { features } = await pageOf(db, open.source, { from: today, to: today, id: asked.feature, limit: 1 }, context)
  const [view] = features
  if (!view) throw notFound()
  return printed(
    (language) => {
      const { base, say } = atOf(service, context, language)
      const collection = `${base}/collections/${open.layer.key}`
      const up = { rel: 'collection', href: collection, type: 'application/json', title: say(open.layer.label) }
      const links = [...own(`${collection}/items/${view.id}`, view.name, 'application/geo+json'), up]
      return { ...told(view, open, asked.crs), links }
    },
    { f: asked.f, type, crs: asked.crs },
  )
}

const told = (view: FeatureView, { toleranceM, fields }: Open, crs: string) =>
  featureOf({ ...view, geometry: coarsen(view.geometry, toleranceM) }, { fields, crs })

const nextLink = (href: string): Link => ({ rel: 'next', href, type: 'application/geo+json', title: 'next' })

/** The same question, from another place on. */
function addressOf(here: string, asked: ItemsAsked, after: string | undefined): string {
  const { bbox, datetime, limit, crs } = asked
  const given = {
    ...{ bbox, datetime, limit: String(limit), after },
    ...(bbox !== undefined && asked['bbox-crs'] !== crs84 && { 'bbox-crs': asked['bbox-crs'] }),
    ...(crs !== crs84 && { crs }),
  }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, value)
  return `${here}?${query}`
}
