import type { Database } from '../../../platform/module.ts'
import type { AgreedIndicator } from '../contract/indicator.ts'
import { indicatorsOf } from './contract-views.ts'
import { listStored } from './store.ts'

/** A land contract as the watch over its promises needs it. */
export interface AgreedContract {
  readonly id: string
  readonly number: string
  readonly parcelId: string
  readonly enterpriseId: string
  readonly projectId: string | null
  readonly areaSqm: number
  readonly priceYuan: string
  readonly signedOn: string
  readonly handedOverOn: string | null
  readonly startDue: string
  readonly completionDue: string
  readonly productionDue: string
  readonly outputDue: string
  readonly lateStartPermille: number
  readonly lateCompletionPermille: number
  readonly capPercent: number | null
  readonly indicators: readonly AgreedIndicator[]
  readonly sample: boolean
}

interface Narrow {
  readonly id?: string
  readonly project?: string | undefined
  readonly enterprise?: string
}

/** Contracts of the zone with what they agree. Needs the zone's context. */
export async function agreedContracts(db: Database, zoneId: string, narrow: Narrow = {}): Promise<AgreedContract[]> {
  return (await listStored(db, zoneId, narrow)).map((stored) => {
    const { row } = stored
    return {
      ...{ id: row.id, number: row.number, parcelId: row.parcel_id, enterpriseId: row.enterprise_id },
      ...{ projectId: row.project_id, areaSqm: Number(row.area_sqm), priceYuan: row.price_yuan },
      ...{ signedOn: row.signed_on, handedOverOn: row.handed_over_on, startDue: row.start_due },
      ...{ completionDue: row.completion_due, productionDue: row.production_due, outputDue: row.output_due },
      ...{ lateStartPermille: Number(row.late_start_permille), sample: row.sample },
      lateCompletionPermille: Number(row.late_completion_permille),
      capPercent: row.cap_percent === null ? null : Number(row.cap_percent),
      indicators: indicatorsOf(stored),
    }
  })
}

/** What of the supply holds a parcel: a notice that is not closed, a line of the plan of this year or later, a demand that it was given to. */
export interface SupplyHold {
  readonly kind: 'offering' | 'plan' | 'demand'
  readonly name: string
}

/** Needs the zone's context. */
export async function holdsOn(
  db: Database,
  zoneId: string,
  { parcelId, year }: { readonly parcelId: string; readonly year: number },
): Promise<SupplyHold[]> {
  const offerings = await db
    .selectFrom('supply.offerings')
    .select('number as name')
    .where('zone_id', '=', zoneId)
    .where('parcel_id', '=', parcelId)
    .where('archived_at', 'is', null)
    .where('state', 'in', ['announced', 'listed', 'sold'])
    .execute()
  const lines = await db
    .selectFrom('supply.plan_lines')
    .select('title as name')
    .where('zone_id', '=', zoneId)
    .where('parcel_id', '=', parcelId)
    .where('archived_at', 'is', null)
    .where('year', '>=', year)
    .execute()
  const demands = await db
    .selectFrom('supply.demands')
    .select('title as name')
    .where('zone_id', '=', zoneId)
    .where('parcel_id', '=', parcelId)
    .where('archived_at', 'is', null)
    .where('state', '=', 'allocated')
    .execute()
  return [
    ...offerings.map(({ name }): SupplyHold => ({ kind: 'offering', name })),
    ...lines.map(({ name }): SupplyHold => ({ kind: 'plan', name })),
    ...demands.map(({ name }): SupplyHold => ({ kind: 'demand', name })),
  ]
}
