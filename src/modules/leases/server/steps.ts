import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import type { InputOf } from '../../../kernel/endpoint.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { compareMoney, sumMoney } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'
import { actorOf, changesOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type * as contract from '../contract.ts'
import { settle } from '../domain/bills.ts'
import { refuse, refuseExit, renewalOf } from '../domain/lease.ts'
import { drawFor, insertBills, rowOf } from './draw.ts'
import { setRound } from './round.ts'
import { leaseKind, sign, tell } from './sign.ts'
import { billsIn, drawingOf, type LeaseRow, leasesIn, lockLease, unitsOf } from './store.ts'

/** Of the lease, held; 409 when somebody was faster. */
async function held(db: Database, context: RequestContext, { id, version }: { id: string; version: number }) {
  const row = await lockLease(db, zoneOf(context).id, { caller: context.caller, id })
  if (row.version === version) return row
  throw new Problem('conflict', 'leases.changed_meanwhile', {
    zh: `租约 ${row.number} 刚被别人办过，请刷新后再办。`,
    en: `Lease ${row.number} has just been changed; reload before you go on.`,
  })
}

/** Another rent from a day on that has not been paid for. */
export async function change(db: Database, context: RequestContext, input: InputOf<typeof contract.changeLease>) {
  const row = await held(db, context, input)
  const drawing = drawingOf(row)
  if (input.from < drawing.startsOn || input.from > drawing.endsOn) {
    throw refuse('outside_term', { zh: '变更日期不在租期之内。', en: 'The day of the change lies outside the term.' })
  }
  const later = await billsIn(db, row.zone_id)
    .where('lease_id', '=', row.id)
    .where('kind', '=', 'rent')
    .where('period_to', '>=', input.from)
    .where('state', '!=', 'void')
    .execute()
  if (later.some(({ state }) => state !== 'due')) {
    throw refuse('paid_already', {
      zh: `${input.from} 以后的租金已有收款或减免，请从没有结清的月份起变更。`,
      en: `Rent after ${input.from} is settled already; change it from a month that is not.`,
    })
  }
  const steps = [...row.steps.filter(({ from }) => from < input.from), { from: input.from, rate: input.rate }]
  await voidBills(
    db,
    context,
    later.map(({ id }) => id),
  )
  const after = await save(db, context, {
    row,
    set: { steps: JSON.stringify(steps), reason: input.reason },
    action: 'change',
  })
  await drawFor(db, context, [after])
}

/** The next term of the same enterprise on the same units, from the day after the last. */
export async function renew(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof contract.renewLease>,
): Promise<string> {
  const row = await held(db, context, input)
  if (row.ended_on !== null)
    throw refuse('ended_already', {
      zh: '这份租约已提前退租，不能续租。',
      en: 'This lease was ended early and is not renewed.',
    })
  const next = await leasesIn(db, row.zone_id).where('renewed_from', '=', row.id).executeTakeFirst()
  if (next)
    throw refuse('renewed_already', { zh: `已续租为 ${next.number}。`, en: `It was renewed as ${next.number}.` })
  const units = (await unitsOf(db, row.zone_id, [row.id])).get(row.id) ?? []
  const { startsOn } = renewalOf(
    { startsOn: row.starts_on, endsOn: row.ends_on, steps: row.steps, freePeriods: [] },
    null,
  )
  const signed = await sign(db, context, {
    ...{ number: input.number, enterprise: row.enterprise_id, units: units.map(({ id }) => id), renews: row },
    ...{ startsOn, endsOn: input.endsOn, steps: [{ from: startsOn, rate: input.rate }], freePeriods: [] },
    ...{ propertyRate: row.property_rate, deposit: row.deposit_yuan, noticeDays: row.notice_days, dueDay: row.due_day },
  })
  await save(db, context, { row, set: {}, action: 'renewed' })
  return signed.id
}

/** The lease ends before its day; what was paid for later days is given back. */
export async function exit(db: Database, context: RequestContext, input: InputOf<typeof contract.exitLease>) {
  const row = await held(db, context, input)
  const term = { startsOn: row.starts_on, endsOn: row.ends_on, endedOn: row.ended_on, noticeDays: row.notice_days }
  const today = legalDayOf(context.now)
  refuseExit(term, input, today)
  const reason = input.agreed === null ? input.reason : `${input.reason}（${input.agreed}）`
  const after = await save(db, context, { row, set: { ended_on: input.endsOn, reason }, action: 'exit' })
  const drawing = drawingOf(after)
  const stored = await billsIn(db, row.zone_id).where('lease_id', '=', row.id).where('state', '!=', 'void').execute()
  const bills = stored.map((bill) => ({ ...bill, from: bill.period_from, to: bill.period_to }))
  const settled = settle(drawing, bills)
  await voidBills(db, context, settled.void)
  await drawFor(db, context, [after])
  if (compareMoney(settled.back, '0.00') <= 0) return
  const from = dayFromNumber(dayNumber(input.endsOn) + 1)
  const back = {
    kind: 'settlement' as const,
    from,
    to: row.ends_on,
    amount: `-${settled.back}`,
    dueOn: from,
    unit: null,
  }
  await insertBills(db, context, [rowOf(context, after, back)])
}

export async function takeDeposit(db: Database, context: RequestContext, input: InputOf<typeof contract.payDeposit>) {
  const row = await held(db, context, input)
  if (row.deposit_paid_on !== null)
    throw refuse('deposit_there', {
      zh: `押金已于 ${row.deposit_paid_on} 到账。`,
      en: `The deposit came on ${row.deposit_paid_on}.`,
    })
  refuseFuture(input.happenedOn, context)
  const set = { deposit_paid_on: input.happenedOn, deposit_document: input.document }
  await save(db, context, { row, set, action: 'payDeposit', happenedOn: input.happenedOn })
}

export async function giveDepositBack(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof contract.returnDeposit>,
) {
  const row = await held(db, context, input)
  refuseFuture(input.happenedOn, context)
  if (row.deposit_paid_on === null || row.deposit_returned_on !== null) {
    throw refuse('no_deposit', { zh: '没有在管的押金可退。', en: 'No deposit is held that could be given back.' })
  }
  const renewed = await leasesIn(db, row.zone_id).where('renewed_from', '=', row.id).executeTakeFirst()
  if (renewed || (row.ended_on ?? row.ends_on) > legalDayOf(context.now)) {
    throw refuse('still_held', {
      zh: renewed ? `押金已转入续租的 ${renewed.number}。` : '租约还没有结束，押金不能退。',
      en: renewed ? `The deposit went over to ${renewed.number}.` : 'The lease has not ended: the deposit stays.',
    })
  }
  const returned = sumMoney([row.deposit_yuan, `-${input.deducted}`])
  if (compareMoney(returned, '0.00') < 0 || (compareMoney(input.deducted, '0.00') > 0 && input.reason === null)) {
    throw refuse('deduction', {
      zh: `扣款要写明理由，且不能多于押金 ${row.deposit_yuan} 元。`,
      en: `A deduction has its reason and is not above the deposit of ${row.deposit_yuan} yuan.`,
    })
  }
  const set = {
    ...{ deposit_returned_yuan: returned, deposit_deducted_yuan: input.deducted, deposit_reason: input.reason },
    deposit_returned_on: input.happenedOn,
  }
  await save(db, context, { row, set, action: 'returnDeposit', happenedOn: input.happenedOn })
}

export function refuseFuture(on: string, { now }: RequestContext): void {
  if (on <= legalDayOf(now)) return
  throw refuse('in_the_future', {
    zh: `${on} 还没有到，不能登记。`,
    en: `${on} has not come yet: it cannot be entered.`,
  })
}

interface Saving {
  readonly row: LeaseRow
  readonly set: Readonly<Record<string, string | null>>
  readonly action: string
  readonly happenedOn?: string
}

async function save(
  db: Database,
  context: RequestContext,
  { row, set, action, happenedOn }: Saving,
): Promise<LeaseRow> {
  const after = await db
    .updateTable('leases.leases')
    .set({ ...set, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const seen = Object.keys(set) as (keyof LeaseRow)[]
  const pick = (from: LeaseRow) => Object.fromEntries(seen.map((name) => [name, from[name]]))
  await record(db, context, {
    ...{ subjectKind: leaseKind, subjectId: row.id, action, threadId: row.enterprise_id },
    ...changesOf(pick(row), pick(after)),
    ...(happenedOn !== undefined && happenedOn < legalDayOf(context.now) && { happenedAt: beginningOf(happenedOn) }),
    note: set.reason ?? null,
  })
  await tell(db, context, after)
  await setRound(db, context)
  return after
}

async function voidBills(db: Database, context: RequestContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('leases.bills')
    .set((eb) => ({
      state: 'void',
      version: eb('version', '+', 1),
      updated_at: context.now,
      updated_by: actorOf(context),
    }))
    .where('zone_id', '=', zoneOf(context).id)
    .where('id', 'in', [...ids])
    .execute()
}
