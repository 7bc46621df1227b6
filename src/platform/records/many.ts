import { sql } from 'kysely'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import type { Database } from '../module.ts'
import { gramsOf, saltOf, searchText } from './search.ts'

interface New {
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
}

/** For a module that makes many records at once: what is kept of each to be searched, and the entries by which they are found. */
export function searchEntries(kind: AnyRecordKind, zoneId: string, records: readonly New[]) {
  const texts = records.map(({ values }) => searchText(kind.search.map((name) => values[name] as string | null)))
  const salt = saltOf(kind, zoneId)
  /** The entries of those records that were made. */
  const insert = async (db: Database, made: ReadonlySet<string>): Promise<void> => {
    const rows = records.flatMap(({ id }, i) =>
      made.has(id) ? [sql`(${zoneId}::uuid, ${id}::uuid, ${gramsOf(texts[i] ?? '', salt)}::integer[])`] : [],
    )
    if (rows.length > 0) await sql`insert into records.search (zone, id, grams) values ${sql.join(rows)}`.execute(db)
  }
  return { texts, insert }
}
