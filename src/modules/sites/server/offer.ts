import type { Label } from '../../../kernel/label.ts'
import type { Database, ZoneRef } from '../../../platform/module.ts'
import { standings } from '../../leases/server/api.ts'
import { bindingOnParcels, listParcels, type Parcel } from '../../parcels/server/api.ts'
import { listUnits, type UnitRef } from '../../space/server/api.ts'
import { getZone } from '../../zones/server/api.ts'
import type { SiteKind } from '../contract/find.ts'
import type { Site, Threshold } from '../domain/site.ts'
import { bindingThresholds, ownFirst } from '../domain/thresholds.ts'
import { shippedThresholds } from './rules.ts'
import type { StoredProfile } from './table.ts'

/** A parcel or a unit that is to be had, with what it is compared by and where it comes from. */
export interface Offer {
  readonly kind: SiteKind
  readonly site: Site
  readonly place: string | null
  readonly sample: boolean
  readonly published: boolean
  readonly parcel: Parcel | null
  readonly unit: UnitRef | null
  readonly profile: StoredProfile | null
}

/** Land that nobody has yet: from the plan to the listing. */
const toBeHad = ['planned', 'assessed', 'ready', 'listed'] as const

interface Asked {
  readonly zone: ZoneRef
  readonly day: string
  /** That of the project, for the indicators that bind it. */
  readonly industry: string | null
  /** This one alone, whatever its state. */
  readonly only?: { readonly kind: SiteKind; readonly id: string }
}

/** Everything that can be offered. Needs the zone's context. */
export async function listOffers(db: Database, { zone, day, industry, only }: Asked): Promise<readonly Offer[]> {
  const zoneId = zone.id
  const { level } = await getZone(db, zone.code)
  const thresholds = bindingThresholds(shippedThresholds(), { day, level, industry })
  const land = only?.kind === 'unit' ? [] : await offeredLand(db, { zoneId, id: only?.id, thresholds, day, industry })
  const units = only?.kind === 'parcel' ? [] : await listUnits(db, zoneId)
  const taken = await standings(db, zoneId, day)
  const isFree = ({ id }: UnitRef) => (taken.get(id)?.holder ?? null) === null
  const space = units
    .filter((unit) => (only ? unit.id === only.id : unit.published && isFree(unit)))
    .map((unit) =>
      offerOfUnit(unit, { freeOn: isFree(unit) ? day : null, letFrom: taken.get(unit.id)?.letFrom ?? null }),
    )
  return [...land, ...space]
}

interface Land {
  readonly zoneId: string
  readonly id: string | undefined
  readonly thresholds: readonly Threshold[]
  readonly day: string
  readonly industry: string | null
}

async function offeredLand(db: Database, { zoneId, id, thresholds, day, industry }: Land): Promise<readonly Offer[]> {
  const parcels = await listParcels(db, zoneId, id === undefined ? { states: toBeHad } : { ids: [id] })
  const rows = await db
    .selectFrom('sites.profiles')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .execute()
  const profiles = new Map(rows.map((row) => [row.parcel_id, row]))
  const own = await bindingOnParcels(db, zoneId, { parcelIds: parcels.map((one) => one.id), industry, day })
  return parcels.map((parcel) =>
    offerOfParcel(parcel, profiles.get(parcel.id) ?? null, ownFirst(thresholds, own.get(parcel.id) ?? [])),
  )
}

function offerOfParcel(parcel: Parcel, profile: StoredProfile | null, thresholds: readonly Threshold[]): Offer {
  const some = (amount: number | null) => (amount === null ? null : amount > 0)
  const handOverOn = profile?.hand_over_on ?? null
  return {
    ...{ kind: 'parcel', place: parcel.location, sample: parcel.sample, parcel, unit: null, profile },
    published: profile?.published ?? false,
    site: {
      ...{ kind: 'land', id: parcel.id, name: parcel.name, areaSqm: parcel.registeredSqm },
      industries: codesIn(parcel.industries),
      ...{ voltageKv: parcel.voltageKv, powerKva: parcel.powerKva, steamTph: parcel.steamTph },
      ...{ waterTpd: parcel.waterTpd, gas: some(parcel.gasM3h), heat: some(parcel.heatMw) },
      ...{ drainage: some(parcel.drainageTpd), rail: parcel.rail, dualSupply: profile?.dual_supply ?? null },
      motorwayKm: profile?.motorway_km ? Number(profile.motorway_km) : null,
      ...{ floorLoadKn: null, craneT: null, storeyHeightM: null, rent: null },
      ...{ handOverOn, letFrom: null, handOver: handOverText(handOverOn), thresholds },
    },
  }
}

interface Freedom {
  /** It is free on this day by its leases; null: it is let. */
  readonly freeOn: string | null
  /** The first day of a lease that is signed already. */
  readonly letFrom: string | null
}

function offerOfUnit(unit: UnitRef, { freeOn, letFrom }: Freedom): Offer {
  const { building } = unit
  return {
    ...{ kind: 'unit', place: building.place, sample: unit.sample, published: unit.published },
    ...{ parcel: null, unit, profile: null },
    site: {
      ...{ kind: 'space', id: unit.id, name: `${building.name} ${unit.code}`, areaSqm: unit.areaSqm, industries: [] },
      ...{ voltageKv: null, dualSupply: null, powerKva: unit.powerKva, steamTph: null, waterTpd: null },
      ...{ gas: null, heat: null, drainage: null, rail: null, motorwayKm: null },
      ...{ floorLoadKn: unit.loadKnSqm, craneT: unit.craneT, storeyHeightM: unit.heightM, rent: unit.askingRent },
      ...{ handOverOn: freeOn, letFrom, thresholds: [], handOver: freedomText({ freeOn, letFrom }) },
    },
  }
}

function freedomText({ freeOn, letFrom }: Freedom): Label {
  if (freeOn === null) return { zh: '现已出租', en: 'Let at present' }
  if (letFrom === null) return { zh: '空置，可以交付', en: 'Free, to be had now' }
  return { zh: `现空置，${letFrom} 起已出租`, en: `Free now, let from ${letFrom}` }
}

function handOverText(on: string | null): Label {
  return on === null
    ? { zh: '交付日期没有登记', en: 'The day of hand-over is not recorded' }
    : { zh: `最早 ${on} 交付`, en: `To be had from ${on}` }
}

/** `C13、C14` as a list. */
function codesIn(text: string | null): string[] {
  return (text ?? '').split(/[、,，;； ]+/).filter((code) => code !== '')
}
