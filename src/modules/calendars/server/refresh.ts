import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { addWorkdays } from '../../../kernel/workdays.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, DomainEvent, RequestContext, Timer } from '../../../platform/module.ts'
import { schedule } from '../../../platform/timers/schedule.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { type Change, changesOf } from '../domain/entry.ts'
import { projectsOfFeeds } from './scope.ts'
import { entriesOfOrders, entriesOfProject, type OwnedEntry } from './sources.ts'
import type {} from './table.ts'

export const refreshKind = 'calendars.refresh'
export const dailyKind = 'calendars.daily'
const orders = 'orders'
const bucketMs = 60_000
/** 05:00: what moves with the day alone has moved before anybody looks. */
const earlyMs = 5 * 3_600_000

/** What is told of a part now against what was told last; only differences are written. */
export async function refreshPart(db: Database, context: RequestContext, part: string): Promise<void> {
  const wanted =
    part === orders
      ? await entriesOfOrders(db, context)
      : await entriesOfProject(db, context, part.slice('project:'.length))
  const { id: zoneId } = zoneOf(context)
  const rows = await db
    .selectFrom('calendars.entries')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('part', '=', part)
    .forUpdate()
    .execute()
  const kept = rows.map((row) => ({
    ...{ key: row.key, on: row.on_day, text: { zh: row.text_zh, en: row.text_en }, link: row.link },
    ...{ sequence: row.sequence, cancelled: row.cancelled_at !== null },
  }))
  const owners = new Map(wanted.map((entry) => [entry.key, entry]))
  for (const change of changesOf(kept, wanted)) {
    await write(db, context, { part, change, owner: owners.get(change.entry.key) })
  }
}

async function write(
  db: Database,
  context: RequestContext,
  { part, change, owner }: { part: string; change: Change; owner: OwnedEntry | undefined },
): Promise<void> {
  const { now } = context
  const by = actorOf(context)
  const { entry, sequence, cancelled } = change
  const set = {
    ...{ on_day: entry.on, text_zh: entry.text.zh, text_en: entry.text.en, link: entry.link, sequence },
    ...{ cancelled_at: cancelled ? now : null, updated_at: now, updated_by: by, version: sequence + 1 },
    ...(owner && {
      ...{ project_id: owner.project_id, case_handler_id: owner.case_handler_id, to_id: owner.to_id },
      ...{ issuer_id: owner.issuer_id, internal: owner.internal },
    }),
  }
  const owned = { project_id: null, case_handler_id: null, to_id: null, issuer_id: null, internal: true, ...set }
  await db
    .insertInto('calendars.entries')
    .values({
      ...{ zone_id: zoneOf(context).id, id: newId(now), created_at: now, created_by: by, archived_at: null },
      ...{ part, key: entry.key, ...owned },
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'key']).doUpdateSet(set))
    .execute()
}

/** What happened in a project, or with an order, is told within a minute where somebody has a calendar of it. */
export async function hearChange(db: Database, event: DomainEvent, context: RequestContext): Promise<void> {
  const feeds = await projectsOfFeeds(db, context)
  if (!feeds.any) return
  const projectId = event.subjectKind === 'projects.project' ? event.subjectId : projectIn(event.payload)
  if (event.subjectKind === 'followups.followUp') await setRefresh(db, context, orders)
  if (projectId !== null && feeds.projects.has(projectId)) await setRefresh(db, context, `project:${projectId}`)
}

function projectIn(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || !('projectId' in payload)) return null
  return typeof payload.projectId === 'string' ? payload.projectId : null
}

async function setRefresh(db: Database, context: RequestContext, part: string): Promise<void> {
  const { now } = context
  const bucket = Math.floor(now.getTime() / bucketMs) + 1
  const [dueAt, subjectId] = [
    new Date(bucket * bucketMs),
    part === orders ? zoneOf(context).id : part.slice('project:'.length),
  ]
  const subject = { subjectKind: part === orders ? 'zones.zone' : 'projects.project', subjectId }
  await schedule(db, context, { kind: refreshKind, key: `${part}:${bucket}`, ...subject, dueAt, payload: { part } })
}

export async function refresh(db: Database, timer: Timer, context: RequestContext): Promise<void> {
  await refreshPart(db, context, (timer.payload as { part: string }).part)
}

/** Every part that has a reader, each morning: plans move with the day. */
export async function daily(db: Database, _timer: Timer, context: RequestContext): Promise<void> {
  const { any, projects } = await projectsOfFeeds(db, context)
  if (!any) return
  for (const id of projects) await setRefresh(db, context, `project:${id}`)
  await setRefresh(db, context, orders)
  await setDaily(db, context)
}

export async function setDaily(db: Database, context: RequestContext): Promise<void> {
  const { id, code } = zoneOf(context)
  const day = addWorkdays(await zoneCalendar(db, code), legalDayOf(context.now), 1)
  const dueAt = new Date(beginningOf(day).getTime() + earlyMs)
  await schedule(db, context, { kind: dailyKind, key: day, subjectKind: 'zones.zone', subjectId: id, dueAt })
}

/** A new feed is complete at once. */
export async function refreshNow(db: Database, context: RequestContext, projects: readonly string[]): Promise<void> {
  for (const id of projects) await refreshPart(db, context, `project:${id}`)
  await refreshPart(db, context, orders)
  await setDaily(db, context)
}
