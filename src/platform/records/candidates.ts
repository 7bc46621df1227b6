import { sql } from 'kysely'
import type { Database } from '../module.ts'

/** Up to so many candidates are looked at one by one; beyond it the words are common, and reading the list in its order meets a page soon. */
const mostCandidates = 3_000

/** One way in which records can be found: all these hashes of signs, or all these of sounds. */
export interface Way {
  /** Whose candidates they are: the name of a kind. */
  readonly of: string
  readonly by: 'grams' | 'sounds'
  readonly hashes: readonly number[]
}

const common = new Set<string>()
const mostRemembered = 10_000

/**
 * By kind the ids of the records that go one of its ways; null when they are too many to be of use, which is remembered for this process.
 * One statement for all kinds, the ways in its parameter: written out one by one, hundreds of them cost more to plan than to look up. Two
 * steps are needed since row-level security keeps the planner from an array index beside a walled table, and since it cannot know how often
 * neighbouring pairs of signs come together.
 */
export async function candidates(
  db: Database,
  zoneId: string,
  ways: readonly Way[],
): Promise<ReadonlyMap<string, readonly string[] | null>> {
  const found = new Map<string, string[] | null>(ways.map(({ of }) => [of, []]))
  for (const way of ways) if (way.hashes.length === 0 || common.has(keyOf(way))) found.set(way.of, null)
  const open = ways.filter(({ of }) => found.get(of) !== null)
  if (open.length === 0) return found
  const rows = [
    ...(await idsBy(db, { zoneId, by: 'grams', open })),
    ...(await idsBy(db, { zoneId, by: 'sounds', open })),
  ]
  const byWay = new Map(rows.map(({ n, ids }) => [n, ids?.split(',') ?? []]))
  for (const [n, way] of open.entries()) {
    const ids = byWay.get(n) ?? []
    if (ids.length > mostCandidates) {
      remember(way)
      found.set(way.of, null)
    }
    const all = found.get(way.of)
    for (const id of ids) all?.push(id)
  }
  return found
}

interface Asked {
  readonly zoneId: string
  readonly by: Way['by']
  readonly open: readonly Way[]
}

interface Hits {
  readonly n: number
  /** One text for all: thousands of rows cost more on their way than in the index. */
  readonly ids: string | null
}

/**
 * Of each way its candidates, no more than are of use. The inner query is kept apart so that the planner, who cannot see the hashes, never
 * reads the table from its beginning in the hope of meeting enough of them.
 */
async function idsBy(db: Database, { zoneId, by, open }: Asked): Promise<readonly Hits[]> {
  const asked = open.flatMap((way, n) => (way.by === by ? [{ n, hashes: way.hashes }] : []))
  if (asked.length === 0) return []
  const { rows } =
    await sql<Hits>`select w.n, s.ids from json_to_recordset(${JSON.stringify(asked)}::json) as w(n integer, hashes integer[])
    cross join lateral (with hit as materialized (select s.id from records.search s
      where s.zone = ${zoneId} and ${sql.ref(`s.${by}`)} @> w.hashes)
      select string_agg(id::text, ',') as ids from (select id from hit limit ${sql.lit(mostCandidates + 1)}) as h) s`.execute(
      db,
    )
  return rows
}

function remember(way: Way): void {
  if (common.size >= mostRemembered) common.clear()
  common.add(keyOf(way))
}

/** Hashes are salted with zone and kind: they need neither beside them. */
function keyOf({ by, hashes }: Way): string {
  return `${by} ${hashes.join(' ')}`
}
