import { sql } from 'kysely'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type {} from '../../../platform/access/table.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type {} from '../../cases/server/table.ts'
import { findPerson, peopleActedFor } from '../../organisation/server/api.ts'
import type {} from '../../projects/server/table.ts'
import type { FeedRow } from './table.ts'

/** Whose calendar: what the account is in the zone today. Null when it is no member any more: its addresses are dead. */
export interface Reader {
  readonly accountId: string
  readonly enterpriseId: string | null
  /** Own person and department, and people whom it stands in for. */
  readonly places: readonly string[]
  readonly outside: boolean
}

const outsiders = ['enterprise', 'intermediary', 'talent']

export async function findReader(db: Database, context: RequestContext, accountId: string): Promise<Reader | null> {
  const { id: zoneId } = zoneOf(context)
  const row = await db
    .selectFrom('access.memberships as membership')
    .innerJoin('access.accounts as account', 'account.id', 'membership.account_id')
    .select(['membership.roles', 'membership.person_id', 'membership.enterprise_id'])
    .where('membership.zone_id', '=', zoneId)
    .where('membership.account_id', '=', accountId)
    .where('membership.archived_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const outside = row.roles.every((role) => outsiders.includes(role))
  return { accountId, enterpriseId: row.enterprise_id, places: await placesOf(db, context, row.person_id), outside }
}

async function placesOf(db: Database, context: RequestContext, personId: string | null): Promise<string[]> {
  if (personId === null) return []
  const { id: zoneId } = zoneOf(context)
  const department = (await findPerson(db, zoneId, personId))?.departmentId ?? null
  const others = await peopleActedFor(db, { zoneId, personId, day: legalDayOf(context.now) })
  const people = [personId, ...others]
  return department === null ? people : [...people, department]
}

/** Projects that a person has to do with: as liaison, as handler of a case, or as the enterprise. */
export async function projectsOf(db: Database, context: RequestContext, reader: Reader): Promise<string[]> {
  const { id: zoneId } = zoneOf(context)
  const { enterpriseId, accountId, places } = reader
  const { rows } = await sql<{ id: string }>`
    select p.id from projects.projects p where p.zone_id = ${zoneId} and p.archived_at is null and (
      (${enterpriseId}::uuid is not null and p.enterprise_id = ${enterpriseId}::uuid)
      or exists (select from projects.liaisons l where l.zone_id = ${zoneId} and l.project_id = p.id and l.archived_at is null
        and l.person_id = any(${places}::uuid[]) and (l.until is null or l.until >= ${legalDayOf(context.now)}::date))
      or exists (select from cases.cases c where c.zone_id = ${zoneId} and c.project_id = p.id and c.open
        and c.handler_id = ${accountId}::uuid))
    order by p.id limit 200`.execute(db)
  return rows.map(({ id }) => id)
}

/** Projects with a case that waits for the opinion of this person's department: of these only that day is theirs. */
async function askingProjects(db: Database, context: RequestContext, { places }: Reader): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct c.project_id as id from cases.cases c where c.zone_id = ${zoneOf(context).id} and c.open and c.asking && ${places}::uuid[]
    order by 1 limit 200`.execute(db)
  return rows.map(({ id }) => id)
}

/** Every project that stands in somebody's calendar. */
export async function projectsOfFeeds(
  db: Database,
  context: RequestContext,
): Promise<{ readonly any: boolean; readonly projects: ReadonlySet<string> }> {
  const feeds: readonly FeedRow[] = await db
    .selectFrom('calendars.feeds')
    .selectAll()
    .where('zone_id', '=', zoneOf(context).id)
    .where('archived_at', 'is', null)
    .execute()
  const projects = new Set(feeds.flatMap(({ project_id }) => project_id ?? []))
  for (const accountId of new Set(feeds.filter((feed) => feed.project_id === null).map((feed) => feed.account_id))) {
    const reader = await findReader(db, context, accountId)
    if (!reader) continue
    for (const id of await projectsOf(db, context, reader)) projects.add(id)
    for (const id of await askingProjects(db, context, reader)) projects.add(id)
  }
  return { any: feeds.length > 0, projects }
}
