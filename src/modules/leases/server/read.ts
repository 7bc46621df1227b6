import { dayNumber } from '../../../kernel/calendar.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { compareMoney, sumMoney } from '../../../kernel/money.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { knownEnterprises } from '../../enterprises/server/api.ts'
import type { Lease, LeaseBill, LeaseLine } from '../contract.ts'
import { lateFee } from '../domain/bills.ts'
import { renewalOf, stateOn } from '../domain/lease.ts'
import { billsIn, type LeaseRow, leasesIn, ruleOn, type StoredBill, unitsOf } from './store.ts'

/** Leases as the caller may see them, those that end first in front. */
export async function readLeases(
  db: Database,
  context: RequestContext,
  asked: { readonly enterprise?: string | undefined },
) {
  let query = leasesIn(db, zoneOf(context).id, context.caller)
  if (asked.enterprise !== undefined) query = query.where('enterprise_id', '=', asked.enterprise)
  return linesOf(db, context, await query.orderBy('ends_on').orderBy('id').execute())
}

export async function linesOf(db: Database, context: RequestContext, rows: readonly LeaseRow[]): Promise<LeaseLine[]> {
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const enterprises = await knownEnterprises(db, zoneId, [...new Set(rows.map((row) => row.enterprise_id))])
  const units = await unitsOf(db, zoneId, ids)
  const bills = await billsIn(db, zoneId).where('lease_id', 'in', ids).where('state', '=', 'due').execute()
  const owed = Map.groupBy(bills, ({ lease_id }) => lease_id)
  const renewals = await leasesIn(db, zoneId).where('renewed_from', 'in', ids).execute()
  const renewed = new Set(renewals.map((row) => row.renewed_from))
  return rows.map((row): LeaseLine => {
    const days = { startsOn: row.starts_on, endsOn: row.ends_on, endedOn: row.ended_on }
    const due = owed.get(row.id) ?? []
    const late = due.filter((bill) => bill.due_on < today && compareMoney(bill.amount, '0.00') > 0)
    const since = late.map((bill) => bill.due_on).toSorted()[0]
    return {
      ...{ id: row.id, version: row.version, number: row.number, ...days, state: stateOn(days, today) },
      enterprise: { id: row.enterprise_id, name: enterprises.get(row.enterprise_id)?.name ?? '' },
      units: (units.get(row.id) ?? []).map(({ id, code, areaSqm }) => ({ id, code, areaSqm: Number(areaSqm) })),
      ...{ areaSqm: Number(row.area_sqm), renewed: renewed.has(row.id), sample: row.sample },
      daysLeft: dayNumber(row.ended_on ?? row.ends_on) - dayNumber(today),
      rate: row.steps.findLast(({ from }) => from <= today)?.rate ?? null,
      due: sumMoney(due.map(({ amount }) => amount)),
      arrears: sumMoney(late.map(({ amount }) => amount)),
      daysLate: since === undefined ? 0 : dayNumber(today) - dayNumber(since),
    }
  })
}

/** One lease with its bills, the newest first; 404 when it is not there for this caller. */
export async function readLease(db: Database, context: RequestContext, id: string): Promise<Lease> {
  const { caller } = context
  const zoneId = zoneOf(context).id
  const row = await leasesIn(db, zoneId, caller).where('id', '=', id).executeTakeFirst()
  const [line] = row ? await linesOf(db, context, [row]) : []
  if (!row || !line) throw notFound()
  const rule = await ruleOn(db, zoneId, legalDayOf(context.now))
  const bills = await billsIn(db, zoneId)
    .where('lease_id', '=', id)
    .orderBy('period_from', 'desc')
    .orderBy('id')
    .execute()
  const rise = rule === undefined ? null : Number(rule.renewal_rise)
  const offered = renewalOf({ ...line, steps: row.steps, freePeriods: row.free_periods }, rise)
  const open = !line.renewed && line.endedOn === null
  return {
    ...{ ...line, steps: row.steps, freePeriods: row.free_periods, propertyRate: row.property_rate },
    ...{ noticeDays: row.notice_days, dueDay: row.due_day, deposit: row.deposit_yuan },
    ...{ depositPaidOn: row.deposit_paid_on, depositReturned: row.deposit_returned_yuan },
    ...{ depositDeducted: row.deposit_deducted_yuan, depositReason: row.deposit_reason },
    ...{ depositReturnedOn: row.deposit_returned_on },
    bills: bills.map((bill) =>
      billOf(bill, { context, number: row.number, perDay: rule ? Number(rule.late_fee_per_day) : null }),
    ),
    ...(await neighboursOf(db, row)),
    renewal: open
      ? { startsOn: offered.startsOn, endsOn: offered.endsOn, rate: offered.steps[0]?.rate ?? '0', rise }
      : null,
  }
}

/** The leases before and after this one; both are the same lessee's. */
async function neighboursOf(db: Database, row: LeaseRow): Promise<Pick<Lease, 'before' | 'after'>> {
  const find = (column: 'id' | 'renewed_from', id: string) =>
    leasesIn(db, row.zone_id).where(column, '=', id).executeTakeFirst()
  const named = (found: LeaseRow | undefined) => (found ? { id: found.id, number: found.number } : null)
  return {
    before: row.renewed_from === null ? null : named(await find('id', row.renewed_from)),
    after: named(await find('renewed_from', row.id)),
  }
}

function billOf(
  bill: StoredBill,
  {
    context,
    number,
    perDay,
  }: { readonly context: RequestContext; readonly number: string; readonly perDay: number | null },
): LeaseBill {
  const today = legalDayOf(context.now)
  const until = bill.state === 'paid' ? (bill.paid_on ?? today) : today
  const open = bill.state === 'due' || bill.state === 'paid'
  const days =
    open && compareMoney(bill.amount, '0.00') > 0 ? Math.max(dayNumber(until) - dayNumber(bill.due_on), 0) : 0
  return {
    ...{ id: bill.id, version: bill.version, lease: { id: bill.lease_id, number }, kind: bill.kind },
    ...{ from: bill.period_from, to: bill.period_to, amount: bill.amount, dueOn: bill.due_on, state: bill.state },
    ...{ paidOn: bill.paid_on, document: bill.document, receipt: bill.receipt, fileId: bill.file_id },
    ...{ reason: bill.reason, daysLate: bill.state === 'due' ? days : 0, lateFee: lateFee(bill.amount, days, perDay) },
  }
}
