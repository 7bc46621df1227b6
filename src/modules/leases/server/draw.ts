import { legalDayOf } from '../../../kernel/legal-day.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, recordMany, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { monthlyBills, utilityBills, type Wanted } from '../domain/bills.ts'
import { billsIn, drawingOf, type LeaseRow, leasesIn, unitsOf } from './store.ts'

export const billKind = 'leases.bill'

/** Bills of all leases up to today's month; drawn again, nothing is added. */
export async function drawAll(db: Database, context: RequestContext) {
  const today = legalDayOf(context.now)
  const leases = await leasesIn(db, zoneOf(context).id)
    .where('starts_on', '<=', today)
    .orderBy('id')
    .forUpdate()
    .execute()
  return drawFor(db, context, leases)
}

/** Bills of these leases, whose rows the caller holds. */
export async function drawFor(db: Database, context: RequestContext, leases: readonly LeaseRow[]) {
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  const ids = leases.map(({ id }) => id)
  if (ids.length === 0) return { drawn: 0, unpriced: 0 }
  const bills = await billsIn(db, zoneId).where('lease_id', 'in', ids).where('state', '!=', 'void').execute()
  const there = new Set(
    bills.map((bill) => keyOf(bill.lease_id, { ...bill, from: bill.period_from, unit: bill.unit_id })),
  )
  const metered = await metersOf(db, zoneId, ids)
  let unpriced = 0
  const rows = leases.flatMap((lease) => {
    const drawing = drawingOf(lease)
    const utilities = utilityBills(drawing, metered.readings.get(lease.id) ?? [], metered.prices)
    unpriced += utilities.unpriced
    return [...monthlyBills(drawing, today), ...utilities.bills]
      .filter((wanted) => !there.has(keyOf(lease.id, wanted)))
      .map((wanted) => rowOf(context, lease, wanted))
  })
  await insertBills(db, context, rows)
  return { drawn: rows.length, unpriced }
}

const keyOf = (lease: string, { kind, from, unit }: Pick<Wanted, 'kind' | 'from' | 'unit'>) =>
  `${lease} ${kind} ${from} ${unit ?? ''}`

export type NewBill = ReturnType<typeof rowOf>

export function rowOf(context: RequestContext, lease: LeaseRow, wanted: Wanted) {
  const { now } = context
  const by = actorOf(context)
  return {
    ...{ zone_id: lease.zone_id, id: newId(now), version: 1, created_at: now, created_by: by, updated_at: now },
    ...{ updated_by: by, archived_at: null, sample: context.sample ?? lease.sample, lease_id: lease.id },
    ...{ enterprise_id: lease.enterprise_id, kind: wanted.kind, period_from: wanted.from, period_to: wanted.to },
    ...{ amount: wanted.amount, due_on: wanted.dueOn, state: 'due' as const, paid_on: null, document: null },
    ...{ receipt: null, file_id: null, reason: null, unit_id: wanted.unit },
  }
}

export async function insertBills(db: Database, context: RequestContext, rows: readonly NewBill[]): Promise<void> {
  if (rows.length === 0) return
  for (let i = 0; i < rows.length; i += 1000) {
    await db
      .insertInto('leases.bills')
      .values(rows.slice(i, i + 1000))
      .execute()
  }
  await recordMany(
    db,
    context,
    rows.map((row) => ({
      ...{ subjectKind: billKind, subjectId: row.id, action: 'draw', threadId: row.lease_id },
      after: { kind: row.kind, from: row.period_from, to: row.period_to, amount: row.amount, dueOn: row.due_on },
    })),
  )
}

/** Readings by lease, and all prices. */
async function metersOf(db: Database, zoneId: string, leaseIds: readonly string[]) {
  const units = await unitsOf(db, zoneId, leaseIds)
  const unitIds = [...new Set([...units.values()].flat().map(({ id }) => id))]
  const rows =
    unitIds.length === 0
      ? []
      : await db
          .selectFrom('leases.readings')
          .select(['unit_id as unit', 'meter', 'read_on as readOn', 'value'])
          .where('zone_id', '=', zoneId)
          .where('unit_id', 'in', unitIds)
          .where('archived_at', 'is', null)
          .execute()
  const byUnit = Map.groupBy(rows, ({ unit }) => unit)
  const prices = await db
    .selectFrom('leases.tariffs')
    .select(['meter', 'price', 'valid_from as validFrom', 'valid_until as validUntil'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const readings = new Map([...units].map(([lease, own]) => [lease, own.flatMap(({ id }) => byUnit.get(id) ?? [])]))
  return { readings, prices }
}
