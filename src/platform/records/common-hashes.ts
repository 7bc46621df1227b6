import { sql } from 'kysely'
import type { Database } from '../module.ts'
import { mostCandidates } from './candidates.ts'
import type { Wanted } from './wanted.ts'

const keptMs = 600_000

interface Known {
  readonly until: number
  readonly hashes: ReadonlySet<number>
}

/** By what a database and all its transactions have in common. */
const kept = new WeakMap<object, Known>()

/**
 * Whether each of what a search wants stands in so many records that the index would be asked in vain, as PostgreSQL's statistics have it: what it
 * does not count there is rare or new. Says nothing of how often they stand together. Asked of the catalog every ten minutes.
 */
export async function areCommon(db: Database, { all, any }: Wanted): Promise<boolean> {
  const { adapter } = db.getExecutor()
  let known = kept.get(adapter)
  if (known === undefined || known.until < performance.now()) {
    known = { until: performance.now() + keptMs, hashes: await commonHashes(db) }
    kept.set(adapter, known)
  }
  const { hashes: common } = known
  const one = any.length > 0 ? any.some((hash) => common.has(hash)) : all.length > 0
  return one && all.every((hash) => common.has(hash))
}

async function commonHashes(db: Database): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ hash: number }>`select m.hash
    from pg_stats s join pg_class c on c.oid = 'records.search'::regclass,
      unnest(s.most_common_elems::text::integer[], s.most_common_elem_freqs) as m(hash, share)
    where s.schemaname = 'records' and s.tablename = 'search' and s.attname = 'grams' and m.share * c.reltuples > ${mostCandidates}`.execute(
    db,
  )
  return new Set(rows.map(({ hash }) => hash))
}
