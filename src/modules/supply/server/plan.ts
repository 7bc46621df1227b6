import type { OutputOf } from '../../../kernel/endpoint.ts'
import type { Database } from '../../../platform/module.ts'
import { listParcels } from '../../parcels/server/api.ts'
import type { getSupplyPlan } from '../contract.ts'

const quarters = ['q1', 'q2', 'q3', 'q4'] as const

/** The plan of a year beside the contracts that were signed in it. */
export async function readPlan(db: Database, zoneId: string, year: number): Promise<OutputOf<typeof getSupplyPlan>> {
  const rows = await db
    .selectFrom('supply.plan_lines')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('year', '=', year)
    .where('archived_at', 'is', null)
    .orderBy('quarter')
    .orderBy('title')
    .execute()
  const contracts = await db
    .selectFrom('supply.contracts')
    .select(['id', 'parcel_id', 'area_sqm', 'signed_on'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where('signed_on', '>=', `${year}-01-01`)
    .where('signed_on', '<=', `${year}-12-31`)
    .execute()
  const byParcel = new Map(contracts.map((one) => [one.parcel_id, one]))
  const ids = rows.map(({ parcel_id }) => parcel_id)
  const names = new Map((await listParcels(db, zoneId, { ids })).map(({ id, name }) => [id, name]))
  const lines = rows.map((row) => {
    const contract = byParcel.get(row.parcel_id)
    const supplied = contract
      ? { contract: contract.id, areaSqm: Number(contract.area_sqm), signedOn: contract.signed_on }
      : null
    return {
      ...{ id: row.id, quarter: row.quarter, purpose: row.purpose, areaSqm: row.area_sqm, supplied },
      parcel: { id: row.parcel_id, name: names.get(row.parcel_id) ?? '' },
    }
  })
  const sums = (of: typeof lines) => ({
    plannedSqm: of.reduce((sum, { areaSqm }) => sum + areaSqm, 0),
    suppliedSqm: of.reduce((sum, { supplied }) => sum + (supplied?.areaSqm ?? 0), 0),
  })
  return {
    ...{ year, ...sums(lines), lines },
    quarters: quarters.map((quarter) => ({ quarter, ...sums(lines.filter((line) => line.quarter === quarter)) })),
  }
}
