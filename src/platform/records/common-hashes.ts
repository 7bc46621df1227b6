import { sql } from 'kysely'
import type { Database } from '../module.ts'
import { mostCandidates } from './candidates.ts'
import type { Wanted } from './wanted.ts'

const keptMs = 600_000
/** What fewer records have is found at once by reading them all. */
const fewestCounted = 500

/** What PostgreSQL's statistics say of the search's entries. */
interface Known {
  /** Of hashes of signs, in how many records each stands; what is not there is rare or new. */
  readonly counts: ReadonlyMap<number, number>
  /** Ids between which equal shares of all entries lie, rising. */
  readonly bounds: readonly string[]
  /** How many there are, about. */
  readonly entries: number
}

/** By what a database and all its transactions have in common. */
const kept = new WeakMap<object, Known & { readonly until: number }>()

/** Asked of the catalog every ten minutes. */
async function knownOf(db: Database): Promise<Known> {
  const { adapter } = db.getExecutor()
  let known = kept.get(adapter)
  if (known === undefined || known.until < performance.now()) {
    known = { until: performance.now() + keptMs, counts: await countsOfHashes(db), ...(await idsOfEntries(db)) }
    kept.set(adapter, known)
  }
  return known
}

/**
 * Whether each of what a search wants stands in so many records that the index would be asked in vain. Says nothing of how often they stand
 * together.
 */
export async function areCommon(db: Database, { all, any }: Wanted): Promise<boolean> {
  const { counts } = await knownOf(db)
  const isCommon = (hash: number) => (counts.get(hash) ?? 0) > mostCandidates
  const one = any.length > 0 ? any.some(isCommon) : all.length > 0
  return one && all.every(isCommon)
}

/** Of what must be there the rarest, with the number of records that have it. Null where that is rare. */
export async function rarestOf(db: Database, { all }: Wanted): Promise<{ hash: number; count: number } | null> {
  const { counts } = await knownOf(db)
  let rarest: { hash: number; count: number } | null = null
  for (const hash of all) {
    const count = counts.get(hash)
    if (count === undefined) return null
    if (rarest === null || count < rarest.count) rarest = { hash, count }
  }
  return rarest
}

/** How many entries there are, as PostgreSQL counted them last. */
export async function entriesCounted(db: Database): Promise<number> {
  return (await knownOf(db)).entries
}

/** The id behind which, in falling or rising order from `from` on, about this share of all entries lies; null where there are not so many. */
export async function endOfShare(
  db: Database,
  share: number,
  { from, falling }: { readonly from: string | null; readonly falling: boolean },
): Promise<string | null> {
  const { bounds } = await knownOf(db)
  const steps = Math.ceil(share * (bounds.length - 1))
  if (falling) {
    const above = from === null ? bounds.length : bounds.findIndex((bound) => bound >= from)
    return bounds[(above < 0 ? bounds.length : above) - 1 - steps] ?? null
  }
  return bounds[(from === null ? -1 : bounds.findLastIndex((bound) => bound <= from)) + 1 + steps] ?? null
}

/** Of frequent ones. */
async function countsOfHashes(db: Database): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ hash: number; count: number }>`select m.hash, m.share * c.reltuples as count
    from pg_stats s join pg_class c on c.oid = 'records.search'::regclass,
      unnest(s.most_common_elems::text::integer[], s.most_common_elem_freqs) as m(hash, share)
    where s.schemaname = 'records' and s.tablename = 'search' and s.attname = 'grams' and m.share * c.reltuples > ${fewestCounted}`.execute(
    db,
  )
  return new Map(rows.map(({ hash, count }) => [hash, count]))
}

async function idsOfEntries(db: Database): Promise<Pick<Known, 'bounds' | 'entries'>> {
  const { rows } = await sql<
    Pick<Known, 'bounds' | 'entries'>
  >`select s.histogram_bounds::text::text[] as bounds, c.reltuples as entries
    from pg_stats s join pg_class c on c.oid = 'records.search'::regclass
    where s.schemaname = 'records' and s.tablename = 'search' and s.attname = 'id'`.execute(db)
  return { bounds: rows[0]?.bounds ?? [], entries: rows[0]?.entries ?? 0 }
}
