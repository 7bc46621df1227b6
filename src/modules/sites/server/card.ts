import type { Label } from '../../../kernel/label.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { inZone } from '../../../platform/database.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext, ZoneRef } from '../../../platform/module.ts'
import { parcelShapes } from '../../parcels/server/api.ts'
import { findZone, getZone } from '../../zones/server/api.ts'
import type { PublishedSite, SiteCard } from '../contract/card.ts'
import type { SiteKind } from '../contract/find.ts'
import { noNeeds } from '../contract/needs.ts'
import { sketchOf } from '../domain/sketch.ts'
import { factLines, utilityLines } from './lines.ts'
import { listOffers, type Offer } from './offer.ts'
import { planner } from './plan-days.ts'

interface Asked {
  readonly kind: SiteKind
  readonly id: string
  /** Of a project, for the indicators that bind it. */
  readonly industry?: string | undefined
}

/** The card for who works in the zone. */
export async function readCard(db: Database, context: RequestContext, asked: Asked): Promise<SiteCard> {
  const zone = zoneOf(context)
  const [offer] = await listOffers(db, askedOf(context, zone, asked))
  if (!offer) throw notFound()
  const { name } = await getZone(db, zone.code)
  const [ground] = offer.parcel ? await parcelShapes(db, zone.id, { parcelId: offer.parcel.id }) : []
  return { ...(await cardOf(db, context, { offer, zone, name })), rings: ground ? sketchOf(ground.shape) : [] }
}

/** The card for a visitor: published ones alone, without the shape; whatever else is asked for is one answer. */
export async function readPublished(
  db: Database,
  context: RequestContext,
  { zone: code, ...asked }: Asked & { readonly zone: string },
): Promise<SiteCard> {
  const zone = await findZone(db, code)
  if (!zone) throw notFound()
  return inZone(db, zone.id, async (zoned) => {
    const [offer] = await listOffers(zoned, askedOf(context, zone, asked))
    if (!offer?.published) throw notFound()
    return cardOf(zoned, context, { offer, zone, name: zone.name })
  })
}

/** What the zone has published and can still be had. */
export async function listPublished(
  db: Database,
  context: RequestContext,
  code: string,
): Promise<{ readonly zone: Label; readonly sites: PublishedSite[] }> {
  const zone = await findZone(db, code)
  if (!zone) throw notFound()
  const offers = await inZone(db, zone.id, (zoned) =>
    listOffers(zoned, { zone, day: legalDayOf(context.now), industry: null }),
  )
  const sites = offers
    .filter(({ published }) => published)
    .map((offer) => ({
      ...{ kind: offer.kind, id: offer.site.id, name: nameOf(offer), place: offer.place },
      ...{ areaSqm: offer.site.areaSqm, sample: offer.sample },
    }))
  return { zone: zone.name, sites }
}

function askedOf({ now }: RequestContext, zone: ZoneRef, { industry = '', ...only }: Asked) {
  return { zone, day: legalDayOf(now), industry: industry === '' ? null : industry, only }
}

interface Of {
  readonly offer: Offer
  readonly zone: ZoneRef
  readonly name: Label
}

async function cardOf(db: Database, context: RequestContext, { offer, zone, name }: Of): Promise<SiteCard> {
  const { site, profile, parcel, unit } = offer
  const plan = await (await planner(db, context, noNeeds, zone))(offer)
  return {
    ...{ kind: offer.kind, id: site.id, name: nameOf(offer), zone: name, place: offer.place, areaSqm: site.areaSqm },
    ...{ published: offer.published, sample: offer.sample, day: legalDayOf(context.now) },
    pitch: profile?.pitch ? { zh: profile.pitch, en: profile.pitch_en ?? profile.pitch } : null,
    ...{ utilities: utilityLines(offer), facts: factLines(offer), thresholds: [...site.thresholds], plan, rings: [] },
    price: priceOf(parcel?.floorPriceYuanSqm ?? null, unit?.askingRent ?? null, profile?.price_basis ?? null),
    handOver: site.handOver,
  }
}

function nameOf({ site, profile }: Offer): Label {
  if (!profile) return { zh: site.name, en: site.name }
  return { zh: profile.title, en: profile.title_en ?? profile.title }
}

function priceOf(floor: string | null, rent: number | null, basis: string | null): Label | null {
  const because = basis === null ? '' : `（${basis}）`
  if (floor !== null)
    return {
      zh: `出让底价 ${floor} 元/m²${because}`,
      en: `Floor price CNY ${floor}/m²${basis === null ? '' : ` (${basis})`}`,
    }
  if (rent !== null) return { zh: `参考租金 ${rent} 元/m²·月`, en: `Asking rent CNY ${rent}/m²·month` }
  return null
}
