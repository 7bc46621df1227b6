import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { hashToken } from '../../../platform/access/tokens.ts'
import { findRules } from '../../../platform/delivery/copies.ts'
import { Direct } from '../../../platform/http/direct.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { getProject } from '../../projects/server/api.ts'
import { getZone } from '../../zones/server/api.ts'
import { countRead } from './pace.ts'
import { printCalendar } from './print.ts'
import { findReader, projectsOf, type Reader } from './scope.ts'
import type { EntryRow, FeedRow } from './table.ts'

/** So long a cancelled entry is told, and so far back days stand. */
const keptDays = 60
const entriesAtMost = 2_000

/** The calendar behind an address. One that is closed, or whose owner has left the zone, is not there. */
export async function readFeed(db: Database, context: RequestContext, token: string): Promise<Direct> {
  const zone = zoneOf(context)
  const hash = hashToken(token.replace(/\.ics$/, ''))
  countRead(context, hash)
  const feed = await db
    .selectFrom('calendars.feeds')
    .selectAll()
    .where('zone_id', '=', zone.id)
    .where('token_hash', '=', hash)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  const reader = feed && (await findReader(db, context, feed.account_id))
  if (!feed || !reader) throw notFound()
  const entries = await entriesFor(db, context, { feed, reader })
  const rules = await findRules(db, zone.id)
  const name = await nameOf(db, context, feed)
  const text = printCalendar(entries, { name, uidAt: `${zone.code}.luodi`, pagesAt: rules?.pages_at ?? null })
  return answer(text, entries)
}

async function nameOf(db: Database, context: RequestContext, feed: FeedRow): Promise<string> {
  const { id, code } = zoneOf(context)
  if (feed.project_id !== null) return (await getProject(db, id, feed.project_id)).name
  return `落地 · ${(await getZone(db, code)).name.zh}`
}

async function entriesFor(
  db: Database,
  context: RequestContext,
  { feed, reader }: { readonly feed: FeedRow; readonly reader: Reader },
): Promise<EntryRow[]> {
  const since = dayFromNumber(dayNumber(legalDayOf(context.now)) - keptDays)
  const sinceAt = new Date(context.now.getTime() - keptDays * 86_400_000)
  let query = db
    .selectFrom('calendars.entries')
    .selectAll()
    .where('zone_id', '=', zoneOf(context).id)
    .where('on_day', '>=', since)
    .where((eb) => eb.or([eb('cancelled_at', 'is', null), eb('cancelled_at', '>=', sinceAt)]))
  if (reader.outside) query = query.where('internal', '=', false)
  if (feed.project_id !== null) query = query.where('project_id', '=', feed.project_id)
  else {
    const projects = await projectsOf(db, context, reader)
    query = query.where((eb) =>
      eb.or([
        eb.and([eb('internal', '=', false), eb('project_id', '=', sql<string>`any(${projects}::uuid[])`)]),
        eb('case_handler_id', '=', reader.accountId),
        eb('issuer_id', '=', reader.accountId),
        eb('to_id', '=', sql<string>`any(${reader.places}::uuid[])`),
      ]),
    )
  }
  return query.orderBy('on_day').orderBy('key').limit(entriesAtMost).execute()
}

/** With validators, so that a program that asks every quarter of an hour mostly gets 304. */
function answer(text: string, entries: readonly EntryRow[]): Direct {
  // DTSTAMP and the like are those of the entries: the same entries print the same file.
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
  const changed = new Date(Math.max(0, ...entries.map(({ updated_at }) => updated_at.getTime())))
  return new Direct((request, reply) => {
    reply
      .header('etag', etag)
      .header('last-modified', changed.toUTCString())
      .header('cache-control', 'private, max-age=300')
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.type('text/calendar; charset=utf-8').send(text)
  })
}
