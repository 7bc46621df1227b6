import type { InputOf } from '../../../kernel/endpoint.ts'
import { isOutsider, notAllowed, notFound, signInNeeded } from '../../../platform/access/caller.ts'
import { hashToken, newToken } from '../../../platform/access/tokens.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { getProject } from '../../projects/server/api.ts'
import type { Feed, openFeed } from '../contract.ts'
import { refreshNow } from './refresh.ts'
import { findReader, projectsOf } from './scope.ts'
import type { FeedRow } from './table.ts'

function accountOf({ caller }: RequestContext): string {
  if (caller.accountId === null) throw signInNeeded()
  return caller.accountId
}

/** Opens an address. Its secret part is told now and never again; who loses it closes the feed and opens another. */
export async function open(
  db: Database,
  context: RequestContext,
  { project }: InputOf<typeof openFeed>,
): Promise<{ feed: Feed; path: string }> {
  const { id: zoneId, code } = zoneOf(context)
  const { now, caller } = context
  const accountId = accountOf(context)
  if (project !== null) {
    if (!caller.permissions.has('projects.read')) throw notAllowed()
    const { enterpriseId } = await getProject(db, zoneId, project)
    if (isOutsider(caller) && enterpriseId !== caller.enterpriseId) throw notFound()
  }
  const token = newToken()
  const by = actorOf(context)
  const row = await db
    .insertInto('calendars.feeds')
    .values({
      ...{ zone_id: zoneId, id: newId(now), version: 1, archived_at: null, read_at: null },
      ...{ created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...{ account_id: accountId, project_id: project, token_hash: hashToken(token) },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const subject = { subjectKind: 'calendars.feed', subjectId: row.id }
  await record(db, context, { ...subject, action: 'open', after: { projectId: project } })
  const reader = await findReader(db, context, accountId)
  await refreshNow(db, context, project !== null ? [project] : reader ? await projectsOf(db, context, reader) : [])
  const [feed] = await shape(db, zoneId, [row])
  if (!feed) throw new RangeError('one row, one feed')
  return { feed, path: `/api/zones/${code}/feeds/${token}` }
}

export async function list(db: Database, context: RequestContext): Promise<{ feeds: Feed[] }> {
  const { id: zoneId } = zoneOf(context)
  const rows = await mine(db, context).orderBy('id', 'desc').limit(100).execute()
  return { feeds: await shape(db, zoneId, rows) }
}

function mine(db: Database, context: RequestContext) {
  return db
    .selectFrom('calendars.feeds')
    .selectAll()
    .where('zone_id', '=', zoneOf(context).id)
    .where('account_id', '=', accountOf(context))
    .where('archived_at', 'is', null)
}

async function shape(db: Database, zoneId: string, rows: readonly FeedRow[]): Promise<Feed[]> {
  const projects = new Map<string, string>()
  for (const id of new Set(rows.flatMap(({ project_id }) => project_id ?? []))) {
    projects.set(id, (await getProject(db, zoneId, id).catch(() => null))?.name ?? '')
  }
  return rows.map((row) => ({
    id: row.id,
    kind: row.project_id === null ? 'person' : 'project',
    project: row.project_id === null ? null : { id: row.project_id, name: projects.get(row.project_id) ?? '' },
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }))
}

/** The address is dead from now on. */
export async function close(db: Database, context: RequestContext, id: string): Promise<{ closed: boolean }> {
  const { now } = context
  const found = await mine(db, context).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!found) throw notFound()
  await db
    .updateTable('calendars.feeds')
    .set({ archived_at: now, updated_at: now, updated_by: actorOf(context), version: found.version + 1 })
    .where('zone_id', '=', zoneOf(context).id)
    .where('id', '=', id)
    .execute()
  await record(db, context, { subjectKind: 'calendars.feed', subjectId: id, action: 'close' })
  return { closed: true }
}
