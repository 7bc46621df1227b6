import { sql } from 'kysely'
import type { Database } from '../module.ts'
import { open, type Queue, tableOf } from './queue.ts'

export interface JobCounts {
  /** To be done, now or later. */
  readonly open: number
  /** Due and not done. */
  readonly overdue: number
  readonly dead: number
  /** For how long the oldest due job has waited. */
  readonly lagSeconds: number
}

/** How the jobs of a zone stand. */
export async function countJobs(db: Database, zoneId: string, now: Date): Promise<JobCounts> {
  const timers = await countQueue(db, 'timers', { zoneId, now })
  const outbox = await countQueue(db, 'outbox', { zoneId, now })
  return {
    open: timers.open + outbox.open,
    overdue: timers.overdue + outbox.overdue,
    dead: timers.dead + outbox.dead,
    lagSeconds: Math.max(timers.lagSeconds, outbox.lagSeconds),
  }
}

async function countQueue(
  db: Database,
  queue: Queue,
  { zoneId, now }: { zoneId: string; now: Date },
): Promise<JobCounts> {
  const { rows } = await sql<{ open: string; overdue: string; dead: string; oldest: Date | null }>`
    select count(*) filter (where ${open}) as open, count(*) filter (where ${open} and next_at <= ${now}) as overdue,
      count(*) filter (where dead_at is not null) as dead, min(next_at) filter (where ${open} and next_at <= ${now}) as oldest
    from ${tableOf(queue)} where zone_id = ${zoneId} and done_at is null and archived_at is null`.execute(db)
  const [row] = rows
  const lagMs = row?.oldest ? now.getTime() - row.oldest.getTime() : 0
  const { open: opened = 0, overdue = 0, dead = 0 } = row ?? {}
  return { open: Number(opened), overdue: Number(overdue), dead: Number(dead), lagSeconds: lagMs / 1_000 }
}
