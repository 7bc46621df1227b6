import { sql } from 'kysely'
import type { Acting } from '../../../platform/journal/record.ts'
import type { Database } from '../../../platform/module.ts'
import { newRow } from './store.ts'

interface Series {
  readonly issuerId: string
  readonly sign: string
  readonly year: number
}

/**
 * The next number of an office, a series and a year. Its row stays locked until the transaction ends: whoever comes at the same time waits,
 * and a transaction that is refused afterwards gives its number back.
 */
export async function nextOrdinal(db: Database, acting: Acting, { issuerId, sign, year }: Series): Promise<number> {
  const { last } = await db
    .insertInto('writs.series')
    .values({ ...newRow(acting), issuer_id: issuerId, sign, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['zone_id', 'issuer_id', 'sign', 'year']).doUpdateSet({
        last: sql<number>`series.last + 1`,
        version: sql<number>`series.version + 1`,
        updated_at: acting.now,
      }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}
