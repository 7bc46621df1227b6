import { sql } from 'kysely'
import { Problem } from '../../kernel/problem.ts'
import type { Acting } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { changeRecord } from '../records/change.ts'
import { createRecords } from '../records/create-many.ts'
import type { Known } from '../records/statement.ts'
import type { KeptRow } from './compared.ts'
import { issuesOf } from './row-issues.ts'

interface Writing {
  readonly known: Known
  readonly rows: readonly KeptRow[]
  readonly sample: boolean
  /** For the journal: which file it came with. */
  readonly note: string
}

/**
 * Writes what the comparison has found good, each row with its own event through the rules of records. What another has changed or taken in
 * the meantime is refused by itself, and the rest goes in. Answers the rows as they are now.
 */
export async function writeRows(db: Database, acting: Acting, writing: Writing): Promise<readonly KeptRow[]> {
  const made = await createNew(db, acting, writing)
  const rows: KeptRow[] = []
  for (const row of writing.rows) {
    if (row.state === 'changed') rows.push(await change(db, acting, { ...writing, row }))
    else rows.push(made.get(row.number) ?? row)
  }
  return rows
}

async function createNew(
  db: Database,
  acting: Acting,
  { known, rows, sample, note }: Writing,
): Promise<ReadonlyMap<number, KeptRow>> {
  const fresh = rows.filter(({ state }) => state === 'new')
  const made = await createRecords(db, acting, { ...known, all: fresh.map(({ values }) => values), sample, note })
  return new Map(
    fresh.map((row, i) => {
      const one = made[i]
      if (one && 'id' in one) return [row.number, { ...row, state: 'created', id: one.id, version: 1 }]
      return [row.number, refused(row, one?.problem)]
    }),
  )
}

async function change(
  db: Database,
  acting: Acting,
  { known, row, note }: Writing & { readonly row: KeptRow },
): Promise<KeptRow> {
  const { id, version, values } = row
  if (typeof id !== 'string' || typeof version !== 'number') return row
  await sql`savepoint change`.execute(db)
  try {
    const { record } = await changeRecord(db, acting, { ...known, id, version, values, note })
    await sql`release savepoint change`.execute(db)
    return { ...row, state: 'updated', version: record.version }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await sql`rollback to savepoint change`.execute(db)
    await sql`release savepoint change`.execute(db)
    return refused(row, error)
  }
}

function refused(row: KeptRow, problem: Problem | undefined): KeptRow {
  return { ...row, state: 'refused', ...(problem && { issues: issuesOf(problem) }) }
}
