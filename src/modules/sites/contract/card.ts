import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { PlanDays, SiteKind } from './find.ts'

const zone = z.string()
const Text = z.object({ zh: z.string(), en: z.string() })
const Line = z.object({ label: Text, value: Text })

/** One page about a site for investors. No person stands on it. */
export const SiteCard = z.object({
  kind: SiteKind,
  id: z.string(),
  name: Text,
  zone: Text,
  place: z.string().nullable(),
  areaSqm: z.number(),
  published: z.boolean(),
  sample: z.boolean(),
  pitch: Text.nullable(),
  /** What lies at the boundary; not recorded where nobody has entered it. */
  utilities: z.array(Line),
  facts: z.array(Line),
  thresholds: z.array(
    z.object({
      code: z.string(),
      label: Text,
      unit: Text,
      op: z.enum(['gte', 'lte']),
      value: z.number(),
      source: z.string(),
    }),
  ),
  price: Text.nullable(),
  handOver: Text,
  plan: PlanDays.nullable(),
  /** Outlines in metres, east and north of the south-west corner; empty: nothing is drawn, or the reader is a visitor. */
  rings: z.array(z.array(z.tuple([z.number(), z.number()]))),
  day: z.string(),
})
export type SiteCard = z.infer<typeof SiteCard>

const addressed = { zone, kind: SiteKind, id: z.uuid() }

export const getSiteCard = endpoint({
  name: 'sites.getCard',
  method: 'GET',
  path: '/api/zones/:zone/sites/:kind/:id',
  permission: 'sites.read',
  effect: 'read',
  summary: { zh: '一块地或一个单元的招商卡', en: 'The card of a parcel or a unit' },
  /** `industry`: for the indicators that bind a project of this class. */
  input: z.object({ ...addressed, industry: z.string().max(5).optional() }),
  output: SiteCard,
})

export const printSiteCard = endpoint({
  name: 'sites.printCard',
  method: 'GET',
  path: '/api/zones/:zone/sites/:kind/:id/card',
  permission: 'sites.read',
  effect: 'read',
  summary: { zh: '打印招商卡（PDF，中英文）', en: 'Print the card as PDF in both languages' },
  input: z.object(addressed),
  output: z.unknown(),
  file: 'application/pdf',
})

export const getPublishedCard = endpoint({
  name: 'sites.getPublishedCard',
  method: 'GET',
  path: '/api/sites/:zone/:kind/:id',
  permission: 'public',
  effect: 'read',
  summary: { zh: '对外公开的招商卡，不用登录', en: 'A published card, without signing in' },
  input: z.object(addressed),
  output: SiteCard,
  perMinute: 60,
})

export const PublishedSite = SiteCard.pick({
  kind: true,
  id: true,
  name: true,
  place: true,
  areaSqm: true,
  sample: true,
})
export type PublishedSite = z.infer<typeof PublishedSite>

export const listPublishedSites = endpoint({
  name: 'sites.listPublished',
  method: 'GET',
  path: '/api/sites/:zone',
  permission: 'public',
  effect: 'read',
  summary: { zh: '对外公开的地块和空间，不用登录', en: 'Published parcels and units, without signing in' },
  input: z.object({ zone }),
  output: z.object({ zone: Text, sites: z.array(PublishedSite) }),
  perMinute: 60,
})
