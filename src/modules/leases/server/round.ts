import { dayNumber } from '../../../kernel/calendar.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { compareMoney } from '../../../kernel/money.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext, Timer } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import { schedule } from '../../../platform/timers/schedule.ts'
import { nextRoundOn, warningOf } from '../domain/round.ts'
import { billKind, drawAll } from './draw.ts'
import { billsIn, leasesIn, ruleOn } from './store.ts'

/** The zone's look at its leases: draws the month's bills, warns of the end and of arrears. */
export const roundKind = 'leases.round'
const morningMs = 8.5 * 3_600_000

export async function round(db: Database, _timer: Timer, context: RequestContext): Promise<void> {
  await drawAll(db, context)
  await warnOfEnds(db, context)
  await warnOfArrears(db, context)
  await setRound(db, context)
}

/** Sets the next morning on which there is something to draw or to say. */
export async function setRound(db: Database, context: RequestContext): Promise<void> {
  const { id } = zoneOf(context)
  const today = legalDayOf(context.now)
  const ends = await leasesIn(db, id).where('ends_on', '>=', today).where('ended_on', 'is', null).execute()
  const due = await billsIn(db, id).where('state', '=', 'due').where('due_on', '>=', today).execute()
  const rule = await ruleOn(db, id, today)
  const warn = rule ? [rule.warn_first, rule.warn_second, rule.warn_last] : []
  const day = nextRoundOn({ ends: ends.map((row) => row.ends_on), due: due.map((bill) => bill.due_on), warn }, today)
  const dueAt = new Date(beginningOf(day).getTime() + morningMs)
  await schedule(db, context, { kind: roundKind, key: day, subjectKind: 'zones.zone', subjectId: id, dueAt })
}

/** Operator and lessee, once for each of the rule's days. */
async function warnOfEnds(db: Database, context: RequestContext): Promise<void> {
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  const rule = await ruleOn(db, zoneId, today)
  if (!rule) return
  const running = await leasesIn(db, zoneId).where('ends_on', '>=', today).where('ended_on', 'is', null).execute()
  const renewals = await leasesIn(db, zoneId).where('renewed_from', 'is not', null).execute()
  const renewed = new Set(renewals.map((row) => row.renewed_from))
  for (const row of running) {
    const left = dayNumber(row.ends_on) - dayNumber(today)
    const reached = warningOf([rule.warn_first, rule.warn_second, rule.warn_last], left)
    if (reached === null || renewed.has(row.id)) continue
    await send(db, context, {
      ...{ channel: 'app', key: `leases:${row.id}:end:${reached}`, subjectKind: 'leases.lease', subjectId: row.id },
      to: [{ role: 'operator' }, { enterpriseId: row.enterprise_id }],
      text: {
        zh: `租约 ${row.number} 还有 ${left} 天到期（${row.ends_on}），请商定续租或腾退。`,
        en: `Lease ${row.number} ends in ${left} days (${row.ends_on}): agree on renewal or on leaving.`,
      },
      link: `/leases/${row.id}`,
      cause: { zh: `租赁规则“${rule.title}”`, en: `Rule of leases "${rule.title}"` },
    })
  }
}

/** Once when a bill is past its day, and once more for every thirty days. */
async function warnOfArrears(db: Database, context: RequestContext): Promise<void> {
  const today = legalDayOf(context.now)
  const late = await billsIn(db, zoneOf(context).id).where('state', '=', 'due').where('due_on', '<', today).execute()
  const owed = late.filter(({ amount }) => compareMoney(amount, '0.00') > 0)
  for (const [leaseId, bills] of Map.groupBy(owed, ({ lease_id }) => lease_id)) {
    const [first] = bills.toSorted((a, b) => (a.due_on < b.due_on ? -1 : 1))
    if (!first) continue
    const days = dayNumber(today) - dayNumber(first.due_on)
    await send(db, context, {
      ...{ channel: 'app', key: `leases:${first.id}:late:${Math.floor(days / 30)}` },
      ...{ subjectKind: billKind, subjectId: first.id, link: `/leases/${leaseId}` },
      to: [{ role: 'operator' }, { enterpriseId: first.enterprise_id }],
      text: {
        zh: `有 ${bills.length} 张账单过期未缴，最早一张已过 ${days} 天。`,
        en: `${bills.length} bills are past their day, the oldest for ${days} days.`,
      },
    })
  }
}
