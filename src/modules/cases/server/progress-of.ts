import type { Calendar } from '../../../kernel/calendar.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database, ZoneRef } from '../../../platform/module.ts'
import type { Progress } from '../../projects/contract/progress.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { progressOfCase } from '../domain/progress.ts'
import { externalProgress } from './external.ts'
import { casesIn, withFacts } from './store.ts'

/** What has happened in a project, for its plan: by matter the latest case that has not come to nothing. Needs the zone's context. */
export async function progressOf(
  db: Database,
  zone: ZoneRef,
  asked: { readonly projectId: string; readonly now: Date },
): Promise<Progress> {
  const { today, matters } = await markedProgressOf(db, zone, asked)
  return { today, matters }
}

/** The same with a mark for every matter that has a case: another mark after every step of one of its cases. */
export async function markedProgressOf(
  db: Database,
  zone: ZoneRef,
  { projectId, now, calendar }: { readonly projectId: string; readonly now: Date; readonly calendar?: Calendar },
): Promise<Progress & { readonly marks: Record<string, string> }> {
  const rows = await casesIn(db, { zoneId: zone.id, enterpriseId: undefined })
    .where('project_id', '=', projectId)
    .orderBy('id')
    .execute()
  const moment = { calendar: calendar ?? (await zoneCalendar(db, zone.code)), today: legalDayOf(now) }
  // What is handled elsewhere counts where no case here says otherwise.
  const { matters, marks } = await externalProgress(db, zone.id, projectId)
  for (const { row, facts } of await withFacts(db, zone.id, rows)) {
    marks[row.matter] = `${marks[row.matter] ?? ''}${row.id}/${row.version};`
    const progress = progressOfCase(facts, moment)
    if (progress) matters[row.matter] = progress
  }
  return { today: moment.today, matters, marks }
}
