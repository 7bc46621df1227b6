import { sql } from 'kysely'
import { newId } from '../ids.ts'
import { type Acting, actorOf, zoneOf } from '../journal/record.ts'
import { wakeWorker } from '../live/announce.ts'
import type { Database } from '../module.ts'
import type {} from '../worker/table.ts'

export interface NewTimer {
  /** `module.what`; the module's `timers` say what it does. */
  readonly kind: string
  /** What makes it the only one of its kind. To have it done again later, say in the key what makes it another: a day, a round. */
  readonly key: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly dueAt: Date
  /** JSON: ids and codes, never personal fields. */
  readonly payload?: unknown
}

/**
 * Sets a timer in this transaction. One that is set already, cancelled or dead is moved to the new moment; one that has been done stays done.
 * Answers false in that last case.
 */
export async function schedule(db: Database, acting: Acting, timer: NewTimer): Promise<boolean> {
  const { now } = acting
  const zoneId = zoneOf(acting).id
  const by = actorOf(acting)
  const { kind, key, subjectKind, subjectId, dueAt } = timer
  const set = {
    ...{ subject_kind: subjectKind, subject_id: subjectId, payload: JSON.stringify(timer.payload ?? null) },
    ...{ due_at: dueAt, next_at: dueAt, attempts: 0, error: null, dead_at: null, archived_at: null },
    ...{ updated_at: now, updated_by: by },
  }
  const row = await db
    .insertInto('jobs.timers')
    .values({
      ...{ zone_id: zoneId, id: newId(now), version: 1, created_at: now, created_by: by, kind, key, done_at: null },
      ...set,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['zone_id', 'kind', 'key'])
        .doUpdateSet({ ...set, version: sql`timers.version + 1` })
        .where('jobs.timers.done_at', 'is', null),
    )
    .returning('id')
    .executeTakeFirst()
  if (row) wakeWorker(db, zoneId)
  return row !== undefined
}

/** Takes an open timer back; answers false when there was none. One that is just being worked is waited for. */
export async function cancel(
  db: Database,
  acting: Acting,
  { kind, key }: Pick<NewTimer, 'kind' | 'key'>,
): Promise<boolean> {
  const { now } = acting
  const { numUpdatedRows } = await db
    .updateTable('jobs.timers')
    .set({ archived_at: now, updated_at: now, updated_by: actorOf(acting) })
    .where('zone_id', '=', zoneOf(acting).id)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('done_at', 'is', null)
    .where('archived_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
