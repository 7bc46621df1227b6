import { sql } from 'kysely'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import type { Database } from '../module.ts'
import { intArray } from '../wire/arrays.ts'
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
    if (rows.length < worthABatch) return insertEntries(db, zoneId, rows)
    await sql`set local gin_pending_list_limit = '64MB'`.execute(db)
    await sql`set local work_mem = '64MB'`.execute(db)
    await insertEntries(db, zoneId, rows.slice(1))
    // What waits is more than this session may leave behind: the last row enters it all, sorted.
    await sql`set local gin_pending_list_limit to default`.execute(db)
    await insertEntries(db, zoneId, rows.slice(0, 1))
    await sql`set local work_mem to default`.execute(db)
  }
  return { texts, insert }
}

/** Fewer rows wait for the next to come, as those of single writes do. */
const worthABatch = 100

interface Row {
  readonly id: string
  readonly grams: readonly number[]
  readonly sounds: readonly number[]
}

/** All hashes travel as one array, and each row says how far its own go. */
async function insertEntries(db: Database, zoneId: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const [grams, sounds] = [flat(rows.map((row) => row.grams)), flat(rows.map((row) => row.sounds))]
  await sql`insert into records.search (zone, id, grams, sounds)
    select ${zoneId}, r.id, (${grams.all}::integer[])[r.grams_from:r.grams_to], (${sounds.all}::integer[])[r.sounds_from:r.sounds_to]
    from unnest(${`{${rows.map(({ id }) => id).join()}}`}::uuid[], ${grams.from}::integer[], ${grams.to}::integer[], ${sounds.from}::integer[],
      ${sounds.to}::integer[]) as r(id, grams_from, grams_to, sounds_from, sounds_to)`.execute(db)
}

function flat(lists: readonly (readonly number[])[]) {
  const [all, from, to]: [number[], number[], number[]] = [[], [], []]
  for (const list of lists) {
    from.push(all.length + 1)
    for (const hash of list) all.push(hash)
    to.push(all.length)
  }
  return { all: intArray(all), from: intArray(from), to: intArray(to) }
}
