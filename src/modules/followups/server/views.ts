import { sql } from 'kysely'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type {} from '../../cases/server/table.ts'
import { listStaff } from '../../organisation/server/api.ts'
import type {} from '../../projects/server/table.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { allowedSteps, type Side } from '../contract/steps.ts'
import type { FollowUp } from '../contract.ts'
import { isOwed, readClock } from '../domain/follow-up.ts'
import type { Scope, StoredFollowUp } from './store.ts'
import type { FollowUpRow } from './table.ts'

/** On which sides of a follow-up the caller stands; what a rule has issued is for whoever may issue. */
export function sidesOf(row: FollowUpRow, { caller, departmentId, personIds }: Scope): Side[] {
  const mine = row.to_kind === 'person' ? personIds.includes(row.to_id) : row.to_id === departmentId
  const given = row.issuer_id === null ? caller.permissions.has('followups.issue') : row.issuer_id === caller.accountId
  return [...(mine ? (['addressee'] as const) : []), ...(given ? (['issuer'] as const) : [])]
}

/** Follow-ups as the caller reads them today. */
export async function viewsOf(
  db: Database,
  context: RequestContext,
  { scope, stored }: { readonly scope: Scope; readonly stored: readonly StoredFollowUp[] },
): Promise<FollowUp[]> {
  if (stored.length === 0) return []
  const zone = zoneOf(context)
  const moment = { calendar: await zoneCalendar(db, zone.code), today: legalDayOf(context.now) }
  const subjects = await subjectNames(db, zone.id, stored)
  const { people, departments } = await listStaff(db, zone.id)
  const names = new Map([...people, ...departments].map(({ id, name }) => [id, name]))
  return stored.map(({ row, facts, actions }) => {
    const clock = readClock(facts, moment)
    const sides = sidesOf(row, scope)
    return {
      ...{ id: row.id, version: row.version, sentence: row.sentence, task: row.task, state: row.state },
      to: { kind: row.to_kind, id: row.to_id, name: names.get(row.to_id) ?? '' },
      issuer: row.issuer_name,
      subject: subjectOf(row, subjects),
      issuedOn: actions[0]?.happened_on ?? moment.today,
      dueOn: clock.dueOn,
      late: isOwed(facts) ? clock.late : 0,
      urged: row.urged,
      answer:
        row.answer_words === null || row.answer_at === null
          ? null
          : { words: row.answer_words, by: row.answer_by ?? '', at: row.answer_at.toISOString() },
      steps: allowedSteps({ state: row.state, sides }, scope.caller.permissions),
      sample: row.sample,
    }
  })
}

function subjectOf(row: FollowUpRow, names: ReadonlyMap<string, string>): FollowUp['subject'] {
  const { subject_kind: kind, subject_id: id, project_id: projectId } = row
  if (kind === null || id === null || projectId === null) return null
  const project = names.get(projectId) ?? ''
  const name = kind === 'cases.case' ? `${project} · ${names.get(id) ?? ''}` : project
  return { kind, id, projectId, name, link: kind === 'cases.case' ? `/cases/${id}` : `/projects/${id}` }
}

/** Names of projects, and of cases by their matter; archived ones included: what was ordered stays. */
async function subjectNames(db: Database, zoneId: string, stored: readonly StoredFollowUp[]) {
  const ids = (of: (row: FollowUpRow) => string | null) => stored.flatMap(({ row }) => of(row) ?? [])
  const projects = await db
    .selectFrom('projects.projects')
    .select(['id', 'name'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', sql<string>`any(${ids((row) => row.project_id)}::uuid[])`)
    .execute()
  const cases = await db
    .selectFrom('cases.cases')
    .select(['id', 'matter_name_zh as name'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', sql<string>`any(${ids((row) => row.subject_id)}::uuid[])`)
    .execute()
  return new Map([...projects, ...cases].map(({ id, name }) => [id, name]))
}
