import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database, ZoneRef } from '../../../platform/module.ts'
import type { Progress } from '../../projects/contract/progress.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { ActionVerb } from '../contract/action-verbs.ts'
import type { CaseState } from '../contract/state.ts'
import { progressOfCase } from '../domain/progress.ts'
import { externalCasesIn as externalIn, externalProgress, saveExternalCases as saveExternal } from './external.ts'
import * as measures from './measures.ts'
import * as pins from './move-pin.ts'
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
  { projectId, now }: { readonly projectId: string; readonly now: Date },
): Promise<Progress & { readonly marks: Record<string, string> }> {
  const rows = await casesIn(db, { zoneId: zone.id, enterpriseId: undefined })
    .where('project_id', '=', projectId)
    .orderBy('id')
    .execute()
  const moment = { calendar: await zoneCalendar(db, zone.code), today: legalDayOf(now) }
  // What is handled elsewhere counts where no case here says otherwise.
  const { matters, marks } = await externalProgress(db, zone.id, projectId)
  for (const { row, facts } of await withFacts(db, zone.id, rows)) {
    marks[row.matter] = `${marks[row.matter] ?? ''}${row.id}/${row.version};`
    const progress = progressOfCase(facts, moment)
    if (progress) matters[row.matter] = progress
  }
  return { today: moment.today, matters, marks }
}

/**
 * An owed paper whose day has passed (`cases.owedLapsed`), or that has come (`cases.owedMet`, `late` working days after its day, 0 in
 * time). A paper whose lapse was told may still be met, and with late 0 where it was entered afterwards that it came in time.
 */
export interface OwedEvent {
  readonly projectId: string
  readonly enterpriseId: string
  readonly matter: string
  readonly paper: string
  readonly dueOn: string | null
  /** The legal day of the lapse or of the supply. */
  readonly on: string
  readonly late: number
}

/** A case of a project as its plan knows it: told with `cases.changed`. */
export interface CaseEvent {
  readonly projectId: string
  readonly matter: string
  readonly state: CaseState
  /** What was done last. */
  readonly verb: ActionVerb
}

export const casesPinnedElsewhere = pins.casesPinnedElsewhere
export const moveCasePin = pins.moveCasePin
/** How the zone's cases went, and where its projects stand: for forecasts and figures. */
export const measureCases = measures.measureCases
export const handledCases = measures.handledCases
export const firstApplications = measures.firstApplications

export const externalCasesIn = externalIn
export const saveExternalCases = saveExternal
