import type { Database } from '../../../platform/module.ts'
import type {} from '../../projects/server/table.ts'
import type {} from './table.ts'

/** Notes of projects that are not archived, in the order of their making; `personId`: of those that the person answers for. */
export function listNotes(db: Database, zoneId: string, personId: string | null) {
  let query = db
    .selectFrom('liaisons.notes as note')
    .innerJoin('projects.projects as project', (join) =>
      join.onRef('project.zone_id', '=', 'note.zone_id').onRef('project.id', '=', 'note.project_id'),
    )
    .select(['note.id', 'note.project_id', 'note.words', 'note.next_step', 'note.follow_up_on', 'project.name'])
    .where('note.zone_id', '=', zoneId)
    .where('note.archived_at', 'is', null)
    .where('project.archived_at', 'is', null)
    .where('project.condition', '!=', 'withdrawn')
    .orderBy('note.happened_on')
    .orderBy('note.id')
  if (personId !== null) {
    query = query.where('note.project_id', 'in', (eb) =>
      eb
        .selectFrom('projects.liaisons')
        .select('project_id')
        .where('zone_id', '=', zoneId)
        .where('person_id', '=', personId)
        .where('until', 'is', null)
        .where('archived_at', 'is', null),
    )
  }
  return query.execute()
}

export function listShownNotes(db: Database, zoneId: string, projectId: string) {
  return db
    .selectFrom('liaisons.notes')
    .select(['id', 'words', 'happened_on', 'next_step'])
    .where('zone_id', '=', zoneId)
    .where('project_id', '=', projectId)
    .where('told', '=', true)
    .where('archived_at', 'is', null)
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
}

export function listLetters(db: Database, zoneId: string, projectId?: string) {
  const query = db
    .selectFrom('liaisons.agency_letters')
    .select(['id', 'number', 'project_id', 'signed_on', 'valid_until'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
  return (projectId === undefined ? query : query.where('project_id', '=', projectId)).execute()
}

export async function letterExists(db: Database, zoneId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('liaisons.agency_letters')
    .select('id')
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
