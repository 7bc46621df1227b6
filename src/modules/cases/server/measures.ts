import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database, ZoneRef } from '../../../platform/module.ts'
import type { Progress } from '../../projects/contract/progress.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { HandledCase, OwedRecord } from '../contract/handled.ts'
import { measureOf, owedRecord } from '../domain/measure.ts'
import { progressOfCase } from '../domain/progress.ts'
import type { StoredCase } from './rows.ts'
import { casesIn, withFacts } from './store.ts'

/** What the zone's cases tell of how it works, and where each project stands. */
export interface CaseMeasures {
  readonly handled: readonly HandledCase[]
  readonly owed: OwedRecord
  /** What has happened, by project and matter. */
  readonly progress: ReadonlyMap<string, Progress['matters']>
}

/** Cases decided before `since` say nothing of how the zone works today. */
interface Asking {
  readonly now: Date
  readonly since: string
}

/** All cases of the zone at once, those of closed projects too: their handling is what the zone has shown. Needs the zone's context. */
export async function measureCases(db: Database, zone: ZoneRef, { now, since }: Asking): Promise<CaseMeasures> {
  const stored = await allCases(db, zone.id)
  const moment = { calendar: await zoneCalendar(db, zone.code), today: legalDayOf(now) }
  const progress = new Map<string, Progress['matters']>()
  for (const { row, facts } of stored) {
    const happened = progressOfCase(facts, moment)
    if (!happened) continue
    const matters = progress.get(row.project_id) ?? {}
    matters[row.matter] = happened
    progress.set(row.project_id, matters)
  }
  const recent = stored.filter(({ row }) => row.decided_on === null || row.decided_on >= since)
  return {
    handled: recent.flatMap((one) => handledOf(one, moment.calendar)),
    owed: owedRecord(
      recent.map(({ facts }) => facts),
      moment,
    ),
    progress,
  }
}

/** Decided cases of some matters, for figures: each with how it went. Needs the zone's context. */
export async function handledCases(
  db: Database,
  zone: ZoneRef,
  { since, matters }: { readonly since: string; readonly matters: readonly string[] },
): Promise<readonly HandledCase[]> {
  const rows = await casesIn(db, { zoneId: zone.id, enterpriseId: undefined })
    .where('decided_on', '>=', since)
    .where('matter', 'in', [...matters])
    .orderBy('id')
    .execute()
  const calendar = await zoneCalendar(db, zone.code)
  return (await withFacts(db, zone.id, rows)).flatMap((stored) => handledOf(stored, calendar))
}

/** The day of the first application of every project that has any, whatever became of it. Needs the zone's context. */
export async function firstApplications(db: Database, zoneId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('cases.cases')
    .select(['project_id', (eb) => eb.fn.min('received_on').as('first')])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .groupBy('project_id')
    .execute()
  return new Map(rows.map(({ project_id, first }) => [project_id, first]))
}

function handledOf({ row, facts }: StoredCase, calendar: Parameters<typeof measureOf>[1]): HandledCase[] {
  const measure = measureOf(facts, calendar)
  if (measure === null) return []
  return [{ id: row.id, projectId: row.project_id, matter: row.matter, authority: row.department, ...measure }]
}

async function allCases(db: Database, zoneId: string): Promise<StoredCase[]> {
  const rows = await casesIn(db, { zoneId, enterpriseId: undefined }).orderBy('id').execute()
  return withFacts(db, zoneId, rows)
}
