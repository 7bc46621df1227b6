import type { Day } from '../../../kernel/calendar.ts'
import { latestOn } from '../../../kernel/dated.ts'
import { isOutsider } from '../../../platform/access/caller.ts'
import type { Caller, Database } from '../../../platform/module.ts'
import type { Level } from '../contract/level.ts'
import type {} from './table.ts'

const nobodys = '00000000-0000-0000-0000-000000000000'

export function applicationsIn(db: Database, zoneId: string) {
  return db
    .selectFrom('stays.applications')
    .select(['id', 'zone_id', 'title', 'enterprise_id', 'level', 'applied_on', 'family', 'rent_allowance', 'sample'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
}

/** Tenancies for a caller: an enterprise sees those of its own people. */
export function tenanciesIn(db: Database, zoneId: string, caller?: Caller) {
  const zone = db
    .selectFrom('stays.tenancies')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
  if (caller === undefined || !isOutsider(caller)) return zone
  return zone.where('enterprise_id', '=', caller.enterpriseId ?? nobodys)
}

/** Applications without a flat so far. */
export async function waitingIn(db: Database, zoneId: string) {
  const given = await tenanciesIn(db, zoneId).execute()
  const served = new Set(given.map((row) => row.application_id))
  const rows = await applicationsIn(db, zoneId).orderBy('id').execute()
  return rows
    .filter(({ id }) => !served.has(id))
    .map((row) => ({ ...row, appliedOn: row.applied_on, rentAllowance: row.rent_allowance }))
}

/** The rule of a level that holds on a day; undefined: nobody has entered one. */
export async function levelRuleOn(db: Database, zoneId: string, { level, day }: { level: Level; day: Day }) {
  const rows = await db
    .selectFrom('stays.level_rules')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('level', '=', level)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  return latestOn(
    rows.map((row) => ({ ...row, validFrom: row.valid_from, validUntil: row.valid_until })),
    day,
  )
}

/** By application and day, how many days before its end a tenancy warns; null: no rule of its level says so. */
export async function warnDaysIn(db: Database, zoneId: string) {
  const levels = new Map((await applicationsIn(db, zoneId).execute()).map(({ id, level }) => [id, level]))
  const rules = await db
    .selectFrom('stays.level_rules')
    .select(['level', 'warn_days', 'valid_from as validFrom', 'valid_until as validUntil'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  return (applicationId: string, day: Day): number | null => {
    const own = rules.filter(({ level }) => level === levels.get(applicationId))
    return latestOn(own, day)?.warn_days ?? null
  }
}
