import { type RawBuilder, sql } from 'kysely'
import { notHeld } from '../backup/holds.ts'
import { inZone } from '../database.ts'
import type { Database, Timer } from '../module.ts'
import { asLast, nothingFollows } from '../wire/last.ts'
import type {} from './table.ts'

/** The two tables of work. */
const queues = ['timers', 'outbox'] as const
export type Queue = (typeof queues)[number]

/** A row whose next attempt has been counted and is to be made now. */
export interface Job extends Timer {
  readonly queue: Queue
  readonly zoneId: string
  /** This attempt included. */
  readonly attempt: number
}

/** After that many attempts a job is dead: somebody has to look at it. */
export const maxAttempts = 5
/** How long until the attempt after this one: short enough to recover from a crash, long enough to outlast a fault elsewhere. */
const backOffMs = [1_000, 10_000, 60_000, 300_000, 300_000]

export function nextTry(now: Date, attempt: number): Date {
  return new Date(now.getTime() + (backOffMs[attempt - 1] ?? 0))
}

export const tableOf = (queue: Queue) => sql.table(`jobs.${queue}`)
export const open = sql.raw('done_at is null and dead_at is null and archived_at is null')

/** Rows of one subject go one after another: what stands before in the same kind must be done or dead. Timers have no order. */
function inTurn(queue: Queue, zoneId: string) {
  if (queue === 'timers') return sql`true`
  return sql`(kind like 'send.%' or not exists (select from ${tableOf('outbox')} before where before.zone_id = ${zoneId}
    and before.subject_id = job.subject_id and before.kind = job.kind and (before.turn, before.id) < (job.turn, job.id)
    and before.done_at is null and before.dead_at is null and before.archived_at is null))`
}

interface ClaimedRow {
  readonly queue: Queue
  readonly id: string
  readonly kind: string
  readonly key: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly due_at: Date
  readonly payload: unknown
  /** This attempt included. */
  readonly attempts: number
}

interface Asked {
  readonly zoneId: string
  readonly now: Date
}

/**
 * Takes the next due job of a zone, timers first: counts the attempt and moves the next one behind the back-off, committed before the work
 * begins, so that work which ends the process counts too. A row on which somebody works is locked and passed over. One statement, which is a
 * transaction by itself: a busy zone claims as often as it works.
 */
export async function claim(db: Database, asked: Asked): Promise<Job | undefined> {
  const { zoneId } = asked
  const taking = sql<ClaimedRow>`with ${taken('timers', asked, sql`true`)},
    ${taken('outbox', asked, sql`not exists (select from timers_taken)`)}
    select * from timers_taken union all select * from outbox_taken`
  const alone = !db.isTransaction
  const { rows } = await inZone(db, zoneId, (zoned) => {
    if (alone) nothingFollows(zoned)
    return zoned.executeQuery(asLast(zoned, taking.compile(zoned)))
  })
  return rows[0] && jobOf(zoneId, rows[0])
}

/**
 * The next due job of a queue where nothing speaks against it. In the same statement what never came back is buried: a job whose last attempt
 * has not ended has ended its process each time, and is dead. One that is still being worked on is locked.
 */
function taken(queue: Queue, { zoneId, now }: Asked, unless: RawBuilder<unknown>) {
  const table = tableOf(queue)
  const [buried, due, result] = ['buried', 'due', 'taken'].map((name) => sql.raw(`${queue}_${name}`))
  // Said outside too: the few rows in question come from the index, and mostly there are none.
  const unfinished = sql`${open} and attempts >= ${maxAttempts} and next_at <= ${now}`
  return sql`${buried} as (
      update ${table} set dead_at = ${now}, updated_at = ${now}, error = coalesce(error, 'worker.never_came_back')
      where zone_id = ${zoneId} and ${unfinished} and id in (select id from ${table} where zone_id = ${zoneId}
        and ${unfinished} for update skip locked) returning id),
    ${due} as (
      select id from ${table} job where ${unless} and zone_id = ${zoneId} and ${open} and attempts < ${maxAttempts}
        and next_at <= ${now} and ${inTurn(queue, zoneId)} and ${queue === 'outbox' ? notHeld(zoneId) : sql`true`}
      order by next_at, id limit 1 for update skip locked),
    ${result} as (
      update ${table} job set attempts = job.attempts + 1, updated_at = ${now},
        next_at = ${now}::timestamptz + (${backOffMs}::integer[])[job.attempts + 1] * interval '1 millisecond'
      from ${due} due where job.zone_id = ${zoneId} and job.id = due.id
      returning ${sql.lit(queue)} as queue, job.id, kind, key, subject_kind, subject_id, due_at, payload, attempts)`
}

function jobOf(zoneId: string, row: ClaimedRow): Job {
  const { queue, id, kind, key, payload } = row
  const subject = { subjectKind: row.subject_kind, subjectId: row.subject_id }
  return { queue, zoneId, id, kind, key, payload, ...subject, dueAt: row.due_at, attempt: row.attempts }
}

/**
 * Does the work and marks it done in one transaction, under the row's lock. Another worker that is just passing over the row is waited for.
 * Answers false when the job is no longer this attempt's.
 */
export async function complete(
  db: Database,
  job: Job,
  { now, work }: { now: Date; work: (zoned: Database) => Promise<void> },
): Promise<boolean> {
  const { queue, zoneId, id, attempt } = job
  const alone = !db.isTransaction
  return inZone(db, zoneId, async (zoned) => {
    const mine = await sql`select from ${tableOf(queue)} where zone_id = ${zoneId} and id = ${id} and ${open}
      and attempts = ${attempt} for update`.execute(zoned)
    if (mine.rows.length === 0) return false
    await work(zoned)
    const done = sql`update ${tableOf(queue)} set done_at = ${now}, updated_at = ${now}, error = null
      where zone_id = ${zoneId} and id = ${id}`
    // Only now: until here the work's own last statement was not the last one.
    if (alone) nothingFollows(zoned)
    await zoned.executeQuery(asLast(zoned, done.compile(zoned)))
    return true
  })
}

/** Keeps what went wrong. The last attempt's failure makes the job dead; answers whether it is. */
export async function fail(db: Database, job: Job, { now, error }: { now: Date; error: string }): Promise<boolean> {
  const { queue, zoneId, id, attempt } = job
  const deadAt = attempt >= maxAttempts ? now : null
  await inZone(db, zoneId, (zoned) =>
    sql`update ${tableOf(queue)} set error = ${error}, dead_at = ${deadAt}, next_at = ${nextTry(now, attempt)}, updated_at = ${now}
      where zone_id = ${zoneId} and id = ${id} and attempts = ${attempt} and ${open}`.execute(zoned),
  )
  return deadAt !== null
}

/** When the next open job of a zone is to be tried; null when nothing is open. */
export async function nextAt(db: Database, zoneId: string): Promise<Date | null> {
  const earliest = (queue: Queue) =>
    sql`select min(next_at) as next_at from ${tableOf(queue)} where zone_id = ${zoneId} and ${open}`
  const { rows } = await inZone(db, zoneId, (zoned) =>
    sql<{
      next_at: Date | null
    }>`select min(next_at) as next_at from (${earliest('timers')} union all ${earliest('outbox')}) queues`.execute(
      zoned,
    ),
  )
  return rows[0]?.next_at ?? null
}
