import { sql } from 'kysely'
import { newId } from '../ids.ts'
import { type Acting, actorOf, zoneOf } from '../journal/record.ts'
import { wakeWorker } from '../live/announce.ts'
import type { Database } from '../module.ts'
import { later } from '../wire/later.ts'
import type {} from '../worker/table.ts'

/** One row that leaves with this transaction. */
export interface OutboxItem {
  /** `event`, `listener.<module>`, `send.<channel>`: who works it. */
  readonly kind: string
  /** Unique within the kind; a row with a known key is not put again. Absent: the row's own id. */
  readonly key?: string
  readonly subjectKind: string
  readonly subjectId: string
  /** JSON; ids, codes and texts that may be read by whoever runs the zone's jobs. */
  readonly payload: unknown
  /** When it is to leave; at once when absent. */
  readonly dueAt?: Date
}

/** Puts a row into the outbox and wakes the worker after the commit. Answers its id, or undefined when the key was there already. */
export async function putOut(db: Database, acting: Acting, item: OutboxItem): Promise<string | undefined> {
  const { id, inserting } = insertOf(db, acting, item)
  if (item.key === undefined) {
    // Its key is its own id, which is new: there is nothing to ask.
    await leave(db, acting, inserting)
    return id
  }
  const row = await orNothing(inserting).returning('id').executeTakeFirst()
  if (row) wakeWorker(db, zoneOf(acting).id)
  return row?.id
}

/** The same where it does not matter whether the key was there: the row leaves with whatever comes next in this transaction. */
export async function putOutUnasked(db: Database, acting: Acting, item: OutboxItem): Promise<void> {
  await leave(db, acting, orNothing(insertOf(db, acting, item).inserting))
}

type Inserting = ReturnType<typeof insertOf>['inserting']

const orNothing = (inserting: Inserting) =>
  inserting.onConflict((conflict) => conflict.columns(['zone_id', 'kind', 'key']).doNothing())

async function leave(db: Database, acting: Acting, inserting: Inserting): Promise<void> {
  await later(db, inserting.compile())
  wakeWorker(db, zoneOf(acting).id)
}

function insertOf(db: Database, acting: Acting, item: OutboxItem) {
  const { now } = acting
  const zoneId = zoneOf(acting).id
  const id = newId(now)
  const by = actorOf(acting)
  const { kind, key = id, subjectKind, subjectId, dueAt = now } = item
  // One more than the last of this kind and subject. Whoever holds the subject's lock comes in its order; without it there is no order to keep.
  const turn = sql<number>`(select coalesce(max(turn), 0) + 1 from ${sql.table('jobs.outbox')}
    where zone_id = ${zoneId} and subject_id = ${subjectId} and kind = ${kind})`
  const inserting = db.insertInto('jobs.outbox').values({
    ...{ zone_id: zoneId, id, version: 1, archived_at: null, kind, key, turn, attempts: 0 },
    ...{ created_at: now, created_by: by, updated_at: now, updated_by: by, due_at: dueAt, next_at: dueAt },
    ...{ subject_kind: subjectKind, subject_id: subjectId, payload: JSON.stringify(item.payload ?? null) },
    ...{ error: null, done_at: null, dead_at: null },
  })
  return { id, inserting }
}
