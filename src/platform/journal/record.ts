import { type RawBuilder, sql } from 'kysely'
import { Problem } from '../../kernel/problem.ts'
import { newId } from '../ids.ts'
import type { Database, RequestContext } from '../module.ts'
import { textArray } from '../wire/arrays.ts'
import { later } from '../wire/later.ts'
import type {} from './table.ts'

/** Who acts, in which zone, when: of a request, or of the program's own work. */
export type Acting = Pick<RequestContext, 'requestId' | 'now' | 'caller' | 'zone'>

export type Values = Readonly<Record<string, unknown>>

/** One event of the journal. */
export interface JournalEntry {
  /** `cases.case`: the record kind, or the module and noun of what a decision is about. */
  readonly subjectKind: string
  readonly subjectId: string
  /** The verb: `create`, `accept`, `suspend`. */
  readonly action: string
  /** The changed fields only, as they were and as they are; null where there was or is nothing. Personal fields as `sealed` makes them. */
  readonly before?: Values | null
  readonly after?: Values | null
  /** The legal time when it is not the moment of recording; the difference shows that it was recorded late. */
  readonly happenedAt?: Date
  readonly note?: string | null
  /** The record on whose time line this is told too: the project of a case. */
  readonly threadId?: string
}

/**
 * Writes one event in the transaction of what it tells: both are there or neither. Call it inside the zone's context. It leaves with the next
 * statement or with the commit. Refuses an event that happens in the future.
 */
export async function record(db: Database, acting: Acting, entry: JournalEntry): Promise<void> {
  await later(db, insertEvent(acting, entry).compile(db))
}

const atOnce = 2_000

/** The same for many events, in few statements: they travel as one text, which costs a fraction of as many parameters. */
export async function recordMany(db: Database, acting: Acting, entries: readonly JournalEntry[]): Promise<void> {
  const { caller, now, requestId } = acting
  const by = actorOf(acting)
  for (let i = 0; i < entries.length; i += atOnce) {
    const rows = entries.slice(i, i + atOnce).map((entry) => jsonOf(acting, entry))
    await sql`insert into journal.events (${eventColumns})
      select ${zoneOf(acting).id}, e.id, ${now}, ${by}, e.happened_at, ${caller.accountId}, ${caller.name}, ${requestId},
        e.subject_kind, e.subject_id, e.action, e.before, e.after, e.note, e.thread_id, pg_current_xact_id()
      from json_to_recordset(${JSON.stringify(rows)}::json) as e(id uuid, happened_at timestamptz, subject_kind text,
        subject_id uuid, action text, before jsonb, after jsonb, note text, thread_id uuid)`.execute(db)
  }
}

/** What happened alike to many subjects, and of each what it has now. */
interface AlikeEntries extends Pick<JournalEntry, 'subjectKind' | 'action'> {
  readonly note?: string | null | undefined
  readonly all: readonly { readonly subjectId: string; readonly after: Values }[]
}

/** One event for each of them, as `record` would write it, where only subject and values differ. */
export async function recordAlike(db: Database, acting: Acting, entries: AlikeEntries): Promise<void> {
  const { caller, now, requestId } = acting
  const { subjectKind, action, note = null } = entries
  for (let i = 0; i < entries.all.length; i += atOnce) {
    const some = entries.all.slice(i, i + atOnce)
    const ids = some.map(() => newId(now))
    const subjects = some.map(({ subjectId }) => subjectId)
    const afters = textArray(some.map(({ after }) => JSON.stringify(after)))
    await sql`insert into journal.events (${eventColumns})
      select ${zoneOf(acting).id}, e.id, ${now}, ${actorOf(acting)}, ${now}, ${caller.accountId}, ${caller.name}, ${requestId},
        ${subjectKind}, e.subject, ${action}, null, e.after::jsonb, ${note}, null, pg_current_xact_id()
      from unnest(${`{${ids.join()}}`}::uuid[], ${`{${subjects.join()}}`}::uuid[], ${afters}::text[]) as e(id, subject, after)`.execute(
      db,
    )
  }
}

function jsonOf({ now }: Acting, entry: JournalEntry) {
  return {
    ...{ id: newId(now), happened_at: happenedAtOf(entry, now), subject_kind: entry.subjectKind },
    ...{ subject_id: entry.subjectId, action: entry.action, before: entry.before, after: entry.after },
    ...{ note: entry.note, thread_id: entry.threadId },
  }
}

/** The same as a piece of SQL, for a statement that writes record and event in one (`with event as (…)`). */
export function insertEvent(acting: Acting, entry: JournalEntry): RawBuilder<unknown> {
  return sql`insert into journal.events (${eventColumns}) values (${sql.join(valuesOf(acting, entry))}, pg_current_xact_id())`
}

const eventColumns = sql.raw(`zone_id, id, created_at, created_by, happened_at, actor_id, actor_name, request_id,
  subject_kind, subject_id, action, before, after, note, thread_id, tx`)

function valuesOf(acting: Acting, entry: JournalEntry): unknown[] {
  const { caller, now, requestId } = acting
  const happenedAt = happenedAtOf(entry, now)
  return [
    ...[zoneOf(acting).id, newId(now), now, actorOf(acting), happenedAt, caller.accountId, caller.name, requestId],
    ...[
      entry.subjectKind,
      entry.subjectId,
      entry.action,
      textOf(entry.before),
      textOf(entry.after),
      entry.note ?? null,
      entry.threadId ?? null,
    ],
  ]
}

function happenedAtOf(entry: JournalEntry, now: Date): Date {
  const { happenedAt = now } = entry
  if (happenedAt > now) throw future()
  return happenedAt
}

/** What `created_by` and `updated_by` say: the account, or the program itself. */
export function actorOf({ caller }: Pick<Acting, 'caller'>): string {
  return caller.accountId ?? 'system'
}

/** The zone of the work; only a zoned endpoint or a timer's work has one. */
export function zoneOf({ zone }: Pick<Acting, 'zone'>): NonNullable<Acting['zone']> {
  if (zone) return zone
  throw new Problem('internal', 'journal.no_zone', {
    zh: '此操作不在任何开发区之内。',
    en: 'This work belongs to no zone.',
  })
}

/** The fields that differ, as they were and as they are. Both are objects of JSON values. */
export function changesOf(before: Values, after: Values): { before: Values; after: Values } {
  const changed = Object.keys({ ...before, ...after }).filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  )
  const pick = (values: Values) => Object.fromEntries(changed.map((name) => [name, values[name] ?? null]))
  return { before: pick(before), after: pick(after) }
}

function textOf(values: Values | null | undefined): string | null {
  return values === null || values === undefined ? null : JSON.stringify(values)
}

function future(): Problem {
  return new Problem('rule_violated', 'journal.future', {
    zh: '发生时间晚于现在。请填写实际发生的时间。',
    en: 'The time at which it happened lies in the future. Give the time when it really happened.',
  })
}
