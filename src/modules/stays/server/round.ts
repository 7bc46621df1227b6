import { dayNumber } from '../../../kernel/calendar.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext, Timer } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import { schedule } from '../../../platform/timers/schedule.ts'
import { isExpiring, isOver, nextLookOn } from '../domain/expiry.ts'
import { saveTenancy, tenancyKind } from './decide.ts'
import { tenanciesIn, warnDaysIn } from './store.ts'
import type { TenancyRow } from './table.ts'

/** The zone's look at its flats: ends what is over by the day, warns of what ends soon. */
export const roundKind = 'stays.round'
const morningMs = 8.5 * 3_600_000

export async function round(db: Database, _timer: Timer, context: RequestContext): Promise<void> {
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  const warnDays = await warnDaysIn(db, zoneId)
  for (const row of await tenanciesIn(db, zoneId).where('ended_on', 'is', null).orderBy('id').forUpdate().execute()) {
    const term = termOf(row, warnDays)
    if (isOver(term, today)) await expire(db, context, row)
    else if (isExpiring(term, today)) await warn(db, context, row)
  }
  await setRound(db, context)
}

/** Sets the next morning on which there is something to end or to say. */
export async function setRound(db: Database, context: RequestContext): Promise<void> {
  const { id } = zoneOf(context)
  const warnDays = await warnDaysIn(db, id)
  const rows = await tenanciesIn(db, id).where('ended_on', 'is', null).execute()
  const day = nextLookOn(
    rows.map((row) => termOf(row, warnDays)),
    legalDayOf(context.now),
  )
  if (day === null) return
  const dueAt = new Date(beginningOf(day).getTime() + morningMs)
  await schedule(db, context, { kind: roundKind, key: day, subjectKind: 'zones.zone', subjectId: id, dueAt })
}

type WarnDays = Awaited<ReturnType<typeof warnDaysIn>>

const termOf = (row: TenancyRow, warnDays: WarnDays) => ({
  ...{ endsOn: row.ends_on, endedOn: row.ended_on, warnDays: warnDays(row.application_id, row.ends_on) },
})

async function expire(db: Database, context: RequestContext, row: TenancyRow): Promise<void> {
  const reason = '租期届满，没有续住。The term is over and was not prolonged.'
  const set = { ended_on: row.ends_on, trigger: 'termOver' as const, reason }
  await saveTenancy(db, context, { row, set, action: 'expire', note: reason, happenedOn: row.ends_on })
  await tell(db, context, row, {
    key: 'over',
    zh: `公寓租住已于 ${row.ends_on} 期满结束，请办理退房。`,
    en: `The tenancy of a flat ended on ${row.ends_on}: see to the moving out.`,
  })
}

async function warn(db: Database, context: RequestContext, row: TenancyRow): Promise<void> {
  const left = dayNumber(row.ends_on) - dayNumber(legalDayOf(context.now))
  await tell(db, context, row, {
    key: `end:${row.ends_on}`,
    zh: `公寓租住还有 ${left} 天到期（${row.ends_on}），要续住的请在到期前办理，不续的到期自动结束。`,
    en: `A tenancy of a flat ends in ${left} days (${row.ends_on}): prolong it before, else it ends by itself.`,
  })
}

async function tell(
  db: Database,
  context: RequestContext,
  row: TenancyRow,
  { key, ...text }: { readonly key: string; readonly zh: string; readonly en: string },
): Promise<void> {
  await send(db, context, {
    ...{ channel: 'app', key: `stays:${row.id}:${key}`, subjectKind: tenancyKind, subjectId: row.id, text },
    to: [{ role: 'operator' }, { enterpriseId: row.enterprise_id }],
    ...{ link: '/apartments?show=tenancies', cause: { zh: '公寓待遇规则', en: 'Rule of apartments' } },
  })
}
