import { sql } from 'kysely'
import type { Database } from '../../module.ts'
import { latestCheckpoint, readThrough } from './checkpoints.ts'
import { sourceOf } from './source.ts'
import { numbersBeganAgain } from './unsealed.ts'

/** How far the seal of one journal is behind what was written. */
export interface SealingState {
  readonly sealed: number
  readonly waiting: number
  /** Age of the oldest event that waits, seconds. */
  readonly lagSeconds: number
  readonly checkpointAt: Date | null
}

/** Of a zone's journal, or of the log of sign-ins; in its context. */
export async function sealingState(db: Database, zoneId: string, now: Date): Promise<SealingState> {
  const newest = await latestCheckpoint(db, zoneId)
  const sealed = Number(newest?.size ?? 0)
  const through = newest ? readThrough(newest) : null
  const after = through !== null && !(await numbersBeganAgain(db, through)) ? through : null
  const unsealed = after
    ? sql`(e.tx, e.id) > (${after.tx}::text::xid8, ${after.id}::uuid)`
    : sql`not exists (select from journal.leaves l where l.zone_id = ${zoneId} and l.id = e.id)`
  const { table, own, recordedAt } = sourceOf(zoneId)
  const { rows } = await sql<{ waiting: number; oldest: Date | null }>`select count(*)::int as waiting,
    min(${recordedAt}) as oldest from ${table} e where ${own} and ${unsealed}`.execute(db)
  const { waiting = 0, oldest = null } = rows[0] ?? {}
  const lagSeconds = oldest ? Math.max(0, now.getTime() - oldest.getTime()) / 1_000 : 0
  return { sealed, waiting, lagSeconds, checkpointAt: newest?.created_at ?? null }
}
