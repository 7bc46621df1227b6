import { dayNumber } from '../../../kernel/calendar.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { knownEnterprises } from '../../enterprises/server/api.ts'
import { listUnits } from '../../space/server/api.ts'
import type { Flats } from '../contract.ts'
import { isExpiring } from '../domain/expiry.ts'
import { queueOf } from '../domain/queue.ts'
import { monthly } from '../domain/tenancy.ts'
import { applicationsIn, tenanciesIn, waitingIn, warnDaysIn } from './store.ts'

/** Queue, tenancies and free flats. An enterprise sees the places of its own people in the whole queue, and no flats of others. */
export async function readFlats(db: Database, context: RequestContext): Promise<Flats> {
  const zoneId = zoneOf(context).id
  const { caller } = context
  const outside = isOutsider(caller)
  const day = legalDayOf(context.now)
  const applications = new Map((await applicationsIn(db, zoneId).execute()).map((row) => [row.id, row]))
  const employers = await knownEnterprises(db, zoneId, [
    ...new Set([...applications.values()].map((row) => row.enterprise_id)),
  ])
  const nameOf = (id: string) => employers.get(id)?.name ?? ''
  const flats = (await listUnits(db, zoneId)).filter(({ use }) => use === 'apartment')
  const units = new Map(flats.map((unit) => [unit.id, unit]))
  const taken = await takenFlats(db, zoneId, day)
  const rows = await tenanciesIn(db, zoneId, caller).orderBy('ends_on').orderBy('id').execute()
  const warnDays = await warnDaysIn(db, zoneId)
  const queue = queueOf(await waitingIn(db, zoneId))
  return {
    day,
    queue: queue
      .filter(({ waiting }) => !outside || waiting.enterprise_id === caller.enterpriseId)
      .map(({ waiting, position, reason, hindrance }) => ({
        ...{ id: waiting.id, title: waiting.title, employer: nameOf(waiting.enterprise_id), level: waiting.level },
        ...{ appliedOn: waiting.applied_on, family: waiting.family, position, reason, hindrance },
      })),
    tenancies: rows.flatMap((row) => {
      const application = applications.get(row.application_id)
      const unit = units.get(row.unit_id)
      if (!application || !unit) return []
      return [
        {
          ...{ id: row.id, version: row.version, employer: nameOf(row.enterprise_id), sample: row.sample },
          application: { id: application.id, title: application.title, level: application.level },
          unit: { id: unit.id, code: unit.code, areaSqm: unit.areaSqm },
          ...{ startsOn: row.starts_on, endsOn: row.ends_on, endedOn: row.ended_on, trigger: row.trigger },
          expiring: isExpiring(
            { endsOn: row.ends_on, endedOn: row.ended_on, warnDays: warnDays(row.application_id, row.ends_on) },
            day,
          ),
          daysLeft: dayNumber(row.ended_on ?? row.ends_on) - dayNumber(day),
          ...{ ownRent: monthly(unit.areaSqm, row.own_rate), subsidy: monthly(unit.areaSqm, row.subsidy_rate) },
        },
      ]
    }),
    free: outside
      ? []
      : flats.filter(({ id }) => !taken.has(id)).map(({ id, code, areaSqm }) => ({ id, code, areaSqm })),
    receptions: outside ? { batches: 0, personTimes: 0 } : await receptionsOf(db, zoneId),
  }
}

/** Flats that somebody has on the day or later. */
async function takenFlats(db: Database, zoneId: string, day: string): Promise<ReadonlySet<string>> {
  const rows = await tenanciesIn(db, zoneId).execute()
  return new Set(rows.filter((row) => (row.ended_on ?? row.ends_on) >= day).map((row) => row.unit_id))
}

async function receptionsOf(db: Database, zoneId: string) {
  const rows = await db
    .selectFrom('stays.stays')
    .select('batch_id')
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .execute()
  return { batches: new Set(rows.map((row) => row.batch_id)).size, personTimes: rows.length }
}
