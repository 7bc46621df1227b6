import { type RawBuilder, sql } from 'kysely'
import type { ZoneRef } from '../../module.ts'
import { accessColumns, type SealedText, sealedColumns } from './line.ts'

/**
 * The log of sign-ins and of what happens to accounts: of the installation, not of a zone. Its tree stands among those of the zones under
 * a name that no zone can have.
 */
export const accessLog: ZoneRef = { id: '00000000-0000-7000-8000-000000000acc', code: '_access' }

/** Where the events of a tree lie: rows named `e`, with `id` and `tx`. */
export interface Source {
  readonly table: RawBuilder<unknown>
  /** What is sealed of a row. */
  readonly columns: RawBuilder<SealedText>
  /** The rows of this tree. */
  readonly own: RawBuilder<boolean>
  readonly recordedAt: RawBuilder<Date>
}

export function sourceOf(zoneId: string): Source {
  if (zoneId === accessLog.id) {
    const at = sql<Date>`e.at`
    return { table: sql`access.events`, columns: accessColumns, own: sql<boolean>`true`, recordedAt: at }
  }
  const own = sql<boolean>`e.zone_id = ${zoneId}`
  return { table: sql`journal.events`, columns: sealedColumns, own, recordedAt: sql<Date>`e.created_at` }
}
