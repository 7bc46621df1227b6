import { sql } from 'kysely'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import type { Database } from '../module.ts'
import { searchEntry } from './search-entry.ts'

interface New {
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
}

/** For a module that makes many records at once: what is kept of each to be searched, and the entries by which they are found. */
export function searchEntries(kind: AnyRecordKind, zoneId: string, records: readonly New[]) {
  const entries = records.map(({ values }) => searchEntry(kind, zoneId, values))
  const texts = entries.map(({ text }) => text)
  /** The entries of those records that were made. */
  const insert = async (db: Database, made: ReadonlySet<string>): Promise<void> => {
    const rows = records.flatMap(({ id }, i) => {
      const entry = entries[i]
      return entry && made.has(id) ? [{ id, grams: entry.grams, sounds: entry.sounds }] : []
    })
    if (rows.length === 0) return
    await sql`insert into records.search (zone, id, grams, sounds)
      select ${zoneId}, s.id, s.grams, s.sounds from json_to_recordset(${JSON.stringify(rows)}::json)
        as s(id uuid, grams integer[], sounds integer[])`.execute(db)
  }
  return { texts, insert }
}
