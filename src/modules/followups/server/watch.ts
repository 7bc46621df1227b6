import { sql } from 'kysely'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { watchCases } from '../../cases/server/api.ts'
import type {} from '../../projects/server/table.ts'
import { listLateCallBacks } from '../../ratings/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { type Signal, signalsOfCase, signalsOfFollowUp } from '../domain/escalate.ts'
import { isOwed, readClock } from '../domain/follow-up.ts'
import type { Belonging } from './audience.ts'
import { openIn } from './store.ts'
import { kind } from './tell.ts'

/** Something that may be escalated: what it is, whom it belongs to, what it is called. */
export interface WatchedSubject {
  readonly subject: { readonly kind: 'cases.case' | typeof kind; readonly id: string; readonly link: string }
  readonly name: { readonly zh: string; readonly en: string }
  readonly of: Belonging
}

/** Every open case and every follow-up that is owed an answer, with what it says today. */
export async function watchAll(
  db: Database,
  context: RequestContext,
): Promise<(WatchedSubject & { readonly signals: readonly Signal[] })[]> {
  const zone = zoneOf(context)
  const moment = { calendar: await zoneCalendar(db, zone.code), today: legalDayOf(context.now) }
  const cases = await watchCases(db, context)
  const names = await projectNames(db, zone.id, [...new Set(cases.map(({ projectId }) => projectId))])
  const watched = cases.map((one) => {
    const { id, projectId, handlerId, department, matter } = one
    const project = names.get(projectId) ?? ''
    return {
      subject: { kind: 'cases.case' as const, id, link: `/cases/${id}` },
      name: { zh: `“${project}”的“${matter.zh}”`, en: `"${matter.en}" of "${project}"` },
      of: { handlerId, personId: null, authority: department, departmentId: null, projectId },
      signals: signalsOfCase(one, moment),
    }
  })
  const owed = (await openIn(db, zone.id)).filter(({ facts }) => isOwed(facts))
  const followUps = owed.map(({ row, facts }) => ({
    subject: { kind, id: row.id, link: `/follow-ups?id=${row.id}` } as const,
    name: { zh: `督办“${row.task}”`, en: `The follow-up "${row.task}"` },
    of: {
      ...{ handlerId: null, authority: null, projectId: row.project_id },
      personId: row.to_kind === 'person' ? row.to_id : null,
      departmentId: row.to_kind === 'department' ? row.to_id : null,
    },
    signals: signalsOfFollowUp(readClock(facts, moment)),
  }))
  const late = (await listLateCallBacks(db, context)).map(
    ({ ratingId, caseId, projectId, authority, matter, ...due }) => ({
      subject: { kind: 'cases.case' as const, id: caseId, link: `/ratings?id=${ratingId}` },
      name: { zh: `“${matter.zh}”的差评`, en: `The bad rating of "${matter.en}"` },
      of: { handlerId: null, personId: null, authority, departmentId: null, projectId },
      signals: [{ cause: 'call_back_late' as const, mark: ratingId, left: null, over: due.late, dueOn: due.dueOn }],
    }),
  )
  return [...watched, ...followUps, ...late]
}

async function projectNames(db: Database, zoneId: string, ids: readonly string[]) {
  const rows = await db
    .selectFrom('projects.projects')
    .select(['id', 'name'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
