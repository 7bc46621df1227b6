import type { Selectable } from 'kysely'
import { addWorkdays } from '../../../kernel/workdays.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { knownEnterprises } from '../../enterprises/server/api.ts'
import { listParcels } from '../../parcels/server/api.ts'
import { projectNames } from '../../projects/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { Offering, OfferingRules } from '../contract/offerings.ts'
import { offeringMay } from '../domain/offering.ts'
import { contractOn, floorsOn, paymentOn, pricesOn } from './rules.ts'
import type { OfferingRow } from './table.ts'

type Stored = Selectable<OfferingRow>

/** The rules in force on a day as the pages show them. */
export function rulesFor(day: string): OfferingRules {
  const floors = floorsOn(day)
  const prices = pricesOn(day)
  const payment = paymentOn(day)
  const contract = contractOn(day)
  return {
    ...{ noticeDays: floors.noticeDays, listingDays: floors.listingDays, floorsSource: floors.source },
    ...{ pricePerSqm: prices.perSqm, pricesSource: prices.source, firstMonths: payment.firstMonths },
    ...{ firstPercent: payment.firstPercent, restMonths: payment.restMonths, latePermille: payment.latePermille },
    ...{ paymentSource: payment.source, lateStartPermille: contract.lateStartPermille },
    ...{ lateCompletionPermille: contract.lateCompletionPermille, capPercent: contract.capPercent },
    contractSource: contract.source,
  }
}

export async function listOfferingRows(db: Database, zoneId: string): Promise<Stored[]> {
  return db
    .selectFrom('supply.offerings')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('announced_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function offeringViews(
  db: Database,
  context: RequestContext,
  rows: readonly Stored[],
): Promise<Offering[]> {
  const zone = zoneOf(context)
  const present = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null)
  const parcels = new Map(
    (await listParcels(db, zone.id, { ids: rows.map(({ parcel_id }) => parcel_id) })).map(({ id, name }) => [id, name]),
  )
  const firms = await knownEnterprises(db, zone.id, present(rows.map(({ enterprise_id }) => enterprise_id)))
  const projects = await projectNames(db, zone.id, present(rows.map(({ project_id }) => project_id)))
  const contracts = await contractsOf(db, zone.id, rows)
  const calendar = await zoneCalendar(db, zone.code)
  const named = (id: string | null, name: string | undefined) =>
    id === null || name === undefined ? null : { id, name }
  return rows.map((row) => ({
    ...{ id: row.id, version: row.version, number: row.number, method: row.method, purpose: row.purpose },
    ...{ landKind: row.land_kind, areaSqm: Number(row.area_sqm), announcedOn: row.announced_on },
    ...{ opensOn: row.opens_on, closesOn: row.closes_on, startPriceYuan: row.start_price_yuan },
    ...{ planningConditions: row.planning_conditions, indicators: row.indicators, state: row.state },
    ...{ priceYuan: row.price_yuan, soldOn: row.sold_on, confirmation: row.confirmation, sample: row.sample },
    ...{ commitment: row.commitment, contract: contracts.get(row.id) ?? null, may: offeringMay(row.state) },
    parcel: { id: row.parcel_id, name: parcels.get(row.parcel_id) ?? '' },
    buyer: named(row.enterprise_id, firms.get(row.enterprise_id ?? '')?.name),
    project: named(row.project_id, projects.get(row.project_id ?? '')),
    contractDueOn:
      row.sold_on === null ? null : addWorkdays(calendar, row.sold_on, floorsOn(row.sold_on).contractWorkdays),
  }))
}

export async function offeringView(db: Database, context: RequestContext, row: Stored): Promise<Offering> {
  const [view] = await offeringViews(db, context, [row])
  if (view) return view
  throw new RangeError('one row, one view')
}

async function contractsOf(db: Database, zoneId: string, rows: readonly Stored[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map()
  const found = await db
    .selectFrom('supply.contracts')
    .select(['id', 'offering_id'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where(
      'offering_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return new Map(found.flatMap(({ id, offering_id }) => (offering_id === null ? [] : [[offering_id, id] as const])))
}
