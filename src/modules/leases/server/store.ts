import type { Selectable } from 'kysely'
import type { Day } from '../../../kernel/calendar.ts'
import { latestOn } from '../../../kernel/dated.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import type { Caller, Database } from '../../../platform/module.ts'
import type { Drawing } from '../domain/bills.ts'
import type { Span } from '../domain/lease.ts'
import type { BillRow, LeaseTable } from './table.ts'

export type LeaseRow = Selectable<LeaseTable>
export type StoredBill = Selectable<BillRow>

const nobodys = '00000000-0000-0000-0000-000000000000'

/** Every select of leases for a caller starts here: an enterprise sees its own, everybody else the zone's. */
export function leasesIn(db: Database, zoneId: string, caller?: Caller) {
  const zone = db.selectFrom('leases.leases').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
  if (caller === undefined || !isOutsider(caller)) return zone
  return zone.where('enterprise_id', '=', caller.enterpriseId ?? nobodys)
}

/** Held until the transaction ends; 404 when it is not there for this caller. */
export async function lockLease(db: Database, zoneId: string, { caller, id }: { caller: Caller; id: string }) {
  const row = await leasesIn(db, zoneId, caller).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row) return row
  throw notFound()
}

export function billsIn(db: Database, zoneId: string) {
  return db.selectFrom('leases.bills').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
}

/** By lease: its units with what each is called. */
export async function unitsOf(db: Database, zoneId: string, leaseIds: readonly string[]) {
  if (leaseIds.length === 0) return new Map<string, { id: string; code: string; areaSqm: string }[]>()
  const rows = await db
    .selectFrom('leases.lease_units as part')
    .innerJoin('space.units as unit', (join) =>
      join.onRef('unit.zone_id', '=', 'part.zone_id').onRef('unit.id', '=', 'part.unit_id'),
    )
    .select(['part.lease_id', 'unit.id', 'unit.code', 'part.area_sqm as areaSqm'])
    .where('part.zone_id', '=', zoneId)
    .where('unit.zone_id', '=', zoneId)
    .where('part.lease_id', 'in', [...leaseIds])
    .orderBy('unit.code')
    .execute()
  return Map.groupBy(rows, ({ lease_id }) => lease_id)
}

/** Days on which units are let by leases that are not archived: the one source of occupancy. */
export async function spansOf(
  db: Database,
  zoneId: string,
  unitIds?: readonly string[],
): Promise<(Span & { lessee: string })[]> {
  let query = db
    .selectFrom('leases.lease_units as part')
    .innerJoin('leases.leases as lease', (join) =>
      join.onRef('lease.zone_id', '=', 'part.zone_id').onRef('lease.id', '=', 'part.lease_id'),
    )
    .innerJoin('enterprises.enterprises as enterprise', (join) =>
      join.onRef('enterprise.zone_id', '=', 'lease.zone_id').onRef('enterprise.id', '=', 'lease.enterprise_id'),
    )
    .select(['part.unit_id as unit', 'lease.starts_on as from', 'enterprise.name as holder', 'enterprise.id as lessee'])
    .select((eb) => eb.fn.coalesce('lease.ended_on', 'lease.ends_on').as('to'))
    .where('part.zone_id', '=', zoneId)
    .where('lease.zone_id', '=', zoneId)
    .where('enterprise.zone_id', '=', zoneId)
    .where('lease.archived_at', 'is', null)
  if (unitIds !== undefined) query = query.where('part.unit_id', 'in', [...unitIds])
  return query.orderBy('lease.starts_on').orderBy('part.id').execute()
}

/** The zone's rule that holds on a day; undefined: nobody has entered one. */
export async function ruleOn(db: Database, zoneId: string, day: Day) {
  const rows = await db
    .selectFrom('leases.rules')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const dated = rows.map((row) => ({ ...row, validFrom: row.valid_from, validUntil: row.valid_until }))
  return latestOn(dated, day)
}

/** The lease as rent is computed from it, until its last day. */
export function drawingOf(row: LeaseRow): Drawing {
  return {
    ...{ startsOn: row.starts_on, endsOn: row.ended_on ?? row.ends_on, areaSqm: row.area_sqm, steps: row.steps },
    ...{ freePeriods: row.free_periods, propertyRate: row.property_rate, dueDay: row.due_day },
  }
}
