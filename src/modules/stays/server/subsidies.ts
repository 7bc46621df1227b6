import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import type { InputOf } from '../../../kernel/endpoint.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { compareMoney } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { knownEnterprises } from '../../enterprises/server/api.ts'
import { chargesByMonth } from '../../leases/server/api.ts'
import { listUnits } from '../../space/server/api.ts'
import type { paySubsidy, Subsidies } from '../contract/subsidy.ts'
import { refuseSubsidy, subsidyBalance, subsidyMonths } from '../domain/subsidy.ts'
import { tenanciesIn } from './store.ts'

export const subsidyKind = 'stays.subsidy'

/** What has accrued by tenancies up to the last full month, and what was paid of it. */
export async function readSubsidies(db: Database, context: RequestContext): Promise<Subsidies> {
  const lines = await linesOf(db, context)
  const payments = await paymentsIn(db, zoneOf(context).id).orderBy('ordinal', 'desc').execute()
  const amounts = payments.map((row) => row.amount_yuan)
  return {
    balance: subsidyBalance(lines, amounts),
    months: subsidyMonths(lines, amounts)
      .map((month) => ({
        ...month,
        lines: lines
          .filter((line) => line.month === month.month)
          .map(({ flat, employer, from, to, amount }) => ({ flat, employer, from, to, amount })),
      }))
      .toReversed(),
    payments: payments.map((row) => ({
      ...{ id: row.id, amount: row.amount_yuan, on: row.happened_on, document: row.document, by: row.actor_name },
    })),
  }
}

/** Money has gone to the operator; two at once for one balance do not both pass. */
export async function pay(db: Database, context: RequestContext, input: InputOf<typeof paySubsidy>): Promise<void> {
  const { now, caller } = context
  const zoneId = zoneOf(context).id
  const payments = await paymentsIn(db, zoneId).execute()
  const balance = subsidyBalance(
    await linesOf(db, context),
    payments.map((row) => row.amount_yuan),
  )
  if (compareMoney(input.balance, balance) !== 0) throw changed()
  refuseSubsidy(input.amount, balance, { paid: input.happenedOn, today: legalDayOf(now) })
  const row = await db
    .insertInto('stays.subsidy_payments')
    .values({
      ...{ zone_id: zoneId, id: newId(now), created_at: now, created_by: actorOf(context) },
      ...{ sample: context.sample ?? false, ordinal: payments.length + 1, amount_yuan: input.amount },
      ...{ happened_on: input.happenedOn, document: input.document, actor_name: caller.name },
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'ordinal']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw changed()
  await record(db, context, {
    ...{ subjectKind: subsidyKind, subjectId: row.id, action: 'paySubsidy' },
    after: { amount: input.amount, document: input.document, balance },
    ...(input.happenedOn < legalDayOf(now) && { happenedAt: beginningOf(input.happenedOn) }),
  })
}

const paymentsIn = (db: Database, zoneId: string) =>
  db.selectFrom('stays.subsidy_payments').selectAll().where('zone_id', '=', zoneId)

async function linesOf(db: Database, context: RequestContext) {
  const zoneId = zoneOf(context).id
  const until = lastFullMonth(legalDayOf(context.now))
  const rows = await tenanciesIn(db, zoneId)
    .where('starts_on', '<=', until)
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
  const units = new Map((await listUnits(db, zoneId)).map((unit) => [unit.id, unit]))
  const employers = await knownEnterprises(db, zoneId, [...new Set(rows.map((row) => row.enterprise_id))])
  return rows.flatMap((row) => {
    const unit = units.get(row.unit_id)
    if (!unit) return []
    const last = [row.ended_on ?? row.ends_on, until].toSorted()[0] ?? until
    const term = { startsOn: row.starts_on, endsOn: last, areaSqm: String(unit.areaSqm), rate: row.subsidy_rate }
    return chargesByMonth(term).map(({ from, to, amount }) => ({
      ...{ month: from.slice(0, 7), tenancy: row.id, flat: unit.code, from, to, amount },
      employer: employers.get(row.enterprise_id)?.name ?? '',
    }))
  })
}

/** The last day of the month before this one: a month that still runs is not settled. */
const lastFullMonth = (today: Day): Day => dayFromNumber(dayNumber(`${today.slice(0, 7)}-01`) - 1)

function changed(): Problem {
  return new Problem('conflict', 'stays.changed_meanwhile', {
    zh: '补贴账刚有变化，请刷新后再办。',
    en: 'The ledger has just changed; reload before you go on.',
  })
}
