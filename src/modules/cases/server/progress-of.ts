import type { Calendar } from '../../../kernel/calendar.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database, ZoneRef } from '../../../platform/module.ts'
import type { Progress } from '../../projects/contract/progress.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { isUndecided, progressOfCase } from '../domain/progress.ts'
import { anyOf } from './any-of.ts'
import { externalProgress } from './external.ts'
import { caseOf } from './rows.ts'
import { casesIn, ledgersOf } from './store.ts'

/** What has happened in a project, for its plan: by matter the latest case that has not come to nothing. Needs the zone's context. */
export async function progressOf(
  db: Database,
  zone: ZoneRef,
  asked: { readonly projectId: string; readonly now: Date },
): Promise<Progress> {
  const { today, matters } = await markedProgressOf(db, zone, asked)
  return { today, matters }
}

type Marked = Progress & { readonly marks: Record<string, string> }

/** The same with a mark for every matter that has a case: another mark after every step of one of its cases. */
export async function markedProgressOf(
  db: Database,
  zone: ZoneRef,
  { projectId, ...asked }: { readonly projectId: string; readonly now: Date; readonly calendar?: Calendar },
): Promise<Marked> {
  const all = await progressOfAll(db, zone, { projectIds: [projectId], ...asked })
  return all.get(projectId) ?? { today: legalDayOf(asked.now), matters: {}, marks: {} }
}

interface AskedProjects {
  readonly projectIds: readonly string[]
  readonly now: Date
  readonly calendar?: Calendar
}

/** The same of several projects, by id: as many ways to the database as for one. */
export async function progressOfAll(
  db: Database,
  zone: ZoneRef,
  { projectIds, now, calendar }: AskedProjects,
): Promise<ReadonlyMap<string, Marked>> {
  const today = legalDayOf(now)
  const [rows, days, told] = await Promise.all([
    casesIn(db, { zoneId: zone.id, enterpriseId: undefined })
      .where('project_id', '=', anyOf(projectIds))
      .orderBy('id')
      .execute(),
    calendar ?? zoneCalendar(db, zone.code),
    // What is handled elsewhere counts where no case here says otherwise.
    externalProgress(db, zone.id, projectIds),
  ])
  const moment = { calendar: days, today }
  // A plan asks no papers, and no clock of a case that has come to its end: of most rows there is nothing more to read.
  const running = rows.filter(({ state }) => isUndecided(state))
  const ledgers = await ledgersOf(db, zone.id, running)
  for (const row of rows) {
    const { facts } = caseOf(row, [], ledgers.get(row.id) ?? [])
    const { matters, marks } = told.get(row.project_id) ?? { matters: {}, marks: {} }
    marks[row.matter] = `${marks[row.matter] ?? ''}${row.id}/${row.version};`
    const progress = progressOfCase(facts, moment)
    if (progress) matters[row.matter] = progress
  }
  return new Map([...told].map(([id, { matters, marks }]) => [id, { today, matters, marks }]))
}
