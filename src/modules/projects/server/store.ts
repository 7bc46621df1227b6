import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import type { Caller, Database } from '../../../platform/module.ts'
import type { EvidenceKind } from '../contract/stage.ts'
import type {} from './table.ts'

/** Which projects a caller may see: an enterprise its own, everybody else the zone's. */
export interface Scope {
  readonly zoneId: string
  readonly caller: Caller
}

/** A project that this caller may see, archived ones left out. `lock` holds it until the transaction ends. */
export async function findVisible(db: Database, { zoneId, caller }: Scope, id: string, lock = false) {
  let query = db
    .selectFrom('projects.projects')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
  if (isOutsider(caller)) query = query.where('enterprise_id', '=', caller.enterpriseId)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** The same; 404 when it is not there for this caller. */
export async function getVisible(db: Database, scope: Scope, id: string, lock = false) {
  const row = await findVisible(db, scope, id, lock)
  if (row) return row
  throw notFound()
}

export function findBasis(db: Database, zoneId: string, projectId: string) {
  return db
    .selectFrom('projects.bases')
    .select(['version', 'facts', 'start_on', 'catalogue_version_id'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', projectId)
    .executeTakeFirst()
}

export function listEvidence(db: Database, zoneId: string, projectId: string) {
  return db
    .selectFrom('projects.evidence')
    .select(['id', 'kind', 'title', 'happened_on'])
    .where('zone_id', '=', zoneId)
    .where('project_id', '=', projectId)
    .where('archived_at', 'is', null)
    .orderBy('happened_on')
    .orderBy('id')
    .execute()
}

export async function evidenceKindsOf(db: Database, zoneId: string, projectId: string): Promise<EvidenceKind[]> {
  const rows = await listEvidence(db, zoneId, projectId)
  return [...new Set(rows.map(({ kind }) => kind))]
}

export function listLiaisons(db: Database, zoneId: string, projectId: string) {
  return db
    .selectFrom('projects.liaisons as liaison')
    .innerJoin('organisation.people as person', (join) =>
      join.onRef('person.zone_id', '=', 'liaison.zone_id').onRef('person.id', '=', 'liaison.person_id'),
    )
    .select(['liaison.role', 'person.name as person', 'liaison.since', 'liaison.until'])
    .where('liaison.zone_id', '=', zoneId)
    .where('person.zone_id', '=', zoneId)
    .where('liaison.project_id', '=', projectId)
    .where('liaison.archived_at', 'is', null)
    .orderBy('liaison.since')
    .orderBy('liaison.id')
    .execute()
}

const eventsAtOnce = 50

/**
 * What happened on a project, newest first: events of the project itself, and of what belongs to it (evidence, liaisons, and
 * whatever a module names as a subject in `related`).
 */
export async function listEvents(
  db: Database,
  zoneId: string,
  asked: { readonly projectId: string; readonly before: string | undefined },
) {
  const own = db
    .selectFrom('projects.evidence')
    .select('id')
    .where('zone_id', '=', zoneId)
    .where('project_id', '=', asked.projectId)
    .union(
      db
        .selectFrom('projects.liaisons')
        .select('id')
        .where('zone_id', '=', zoneId)
        .where('project_id', '=', asked.projectId),
    )
  let query = db
    .selectFrom('journal.events')
    .select(['id', 'created_at', 'happened_at', 'actor_name', 'subject_kind', 'subject_id', 'action', 'note'])
    .where('zone_id', '=', zoneId)
    .where((eb) =>
      eb.or([
        eb('thread_id', '=', asked.projectId),
        eb('subject_id', '=', asked.projectId),
        eb('subject_id', 'in', own),
      ]),
    )
  if (asked.before !== undefined) query = query.where('id', '<', asked.before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(eventsAtOnce + 1)
    .execute()
  const events = rows.slice(0, eventsAtOnce)
  return { events, next: rows.length > eventsAtOnce ? (events.at(-1)?.id ?? null) : null }
}
