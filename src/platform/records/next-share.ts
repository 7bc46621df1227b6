import { sql } from 'kysely'
import type { Database } from '../module.ts'
import type { Way } from './candidates.ts'
import { endOfShare, entriesCounted, rarestOf } from './common-hashes.ts'

interface Asked {
  readonly zoneId: string
  readonly limit: number
  /** The id behind which the page begins; null: it is the first. */
  readonly from: string | null
  readonly falling: boolean
  /** Of fewer entries none. */
  readonly worthFrom?: number
}

/** In the part of the entries that is asked, so many pages of candidates are expected; from the part that is larger nothing is gained. */
const pagesExpected = 3
const largestShare = 0.25
/** Below it PostgreSQL would take the index of ids first, by whole pages, and compare all that lies on them; and few pages are as soon visited. */
const entriesWorth = 500_000

/**
 * Of words that hundreds or thousands of records have, the candidates that come next in the order of creation, from a part of all entries: each
 * candidate is a page of the table to be visited. None where the words are too rare for that, or unknown to PostgreSQL's statistics. The index of ids
 * (BRIN) tells coarsely where the part lies, and the ids themselves what is in it.
 */
export async function nextShare(
  db: Database,
  way: Way,
  { zoneId, limit, from, falling, worthFrom = entriesWorth }: Asked,
): Promise<readonly string[]> {
  if ((await entriesCounted(db)) < worthFrom) return []
  const rarest = await rarestOf(db, way)
  const share = rarest === null ? 1 : (pagesExpected * (limit + 1)) / rarest.count
  if (rarest === null || share > largestShare) return []
  const end = await endOfShare(db, share, { from, falling })
  if (end === null) return []
  const [low, high] = falling ? [end, from] : [from, end]
  const conditions = [
    // The planner takes hashes that stand together for independent of each other, and would do without the ids: it is told of one, the rest is looked at where that one is.
    sql`s.zone = ${zoneId} and s.grams @> array[${rarest.hash}::integer]`,
    ...(way.all.length > 1 ? [sql`(s.grams @> ${[...way.all]}::integer[]) is true`] : []),
    ...(way.any.length > 0 ? [sql`(s.grams && ${[...way.any]}::integer[]) is true`] : []),
    ...(low === null ? [] : [sql`s.id > ${low}::uuid`]),
    ...(high === null ? [] : [sql`s.id < ${high}::uuid`]),
  ]
  // Kept apart from the order: reading entries by id in the hope of meeting the words would read very many.
  const { rows } = await sql<{ ids: string | null }>`with hit as materialized (select s.id from records.search s
      where ${sql.join(conditions, sql` and `)})
    select string_agg(h.id::text, ',') as ids
    from (select id from hit order by id ${sql.raw(falling ? 'desc' : 'asc')} limit ${sql.lit(2 * pagesExpected * (limit + 1))}) as h`.execute(
    db,
  )
  return rows[0]?.ids?.split(',') ?? []
}
