import { sql } from 'kysely'
import { Problem } from '../../../kernel/problem.ts'
import type { Database } from '../../module.ts'

export interface Failure {
  readonly id: string
  readonly zh: string
  readonly en: string
}

/**
 * Does the work for one row after the other in one transaction: a row that is refused leaves no trace and is told, the others stand.
 * With `trial` everything is taken back in the end.
 */
export async function eachRow<R extends { readonly id: string }>(
  db: Database,
  { rows, trial, work }: { rows: readonly R[]; trial: boolean; work: (row: R) => Promise<void> },
): Promise<Failure[]> {
  const failures: Failure[] = []
  if (trial) await sql`savepoint whole`.execute(db)
  for (const row of rows) {
    await sql`savepoint one`.execute(db)
    try {
      await work(row)
      await sql`release savepoint one`.execute(db)
    } catch (error) {
      if (!(error instanceof Problem) || error.kind === 'internal') throw error
      await sql`rollback to savepoint one`.execute(db)
      failures.push({ id: row.id, ...error.text })
    }
  }
  if (trial) await sql`rollback to savepoint whole`.execute(db)
  return failures
}
