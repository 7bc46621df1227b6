import { afterCommit } from '../database.ts'
import { type Acting, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { type Audience, type Signal, signalsOf } from './signals.ts'

export interface Announcement {
  /** `records.changed`, `cases.changed`, `notifications`. */
  readonly topic: string
  /** Of what has changed. */
  readonly id: string
  readonly audience?: Audience
}

/** Tells open pages of the zone, once this transaction has committed, that something changed. Nothing is told when it does not. */
export function announce(db: Database, acting: Pick<Acting, 'zone'>, { topic, id, audience = {} }: Announcement): void {
  raiseAfterCommit(db, { what: 'live', zoneId: zoneOf(acting).id, topic, id, audience })
}

/** Wakes the worker for this zone once the transaction has committed. */
export function wakeWorker(db: Database, zoneId: string): void {
  raiseAfterCommit(db, { what: 'jobs', zoneId })
}

function raiseAfterCommit(db: Database, signal: Signal): void {
  afterCommit(db, (pool) => signalsOf(pool).raise(signal))
}
