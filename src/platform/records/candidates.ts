import { sql } from 'kysely'
import type { Database } from '../module.ts'
import type { Wanted } from './wanted.ts'

/** Up to so many candidates are looked at one by one; beyond it the words are common, and reading the list in its order meets a page soon. */
export const mostCandidates = 3_000

/** One way in which records can be found: by hashes of signs, or of sounds. */
export interface Way extends Wanted {
  /** Whose candidates they are: the name of a kind. */
  readonly of: string
  readonly by: 'grams' | 'sounds'
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
  for (const way of ways) if (isBoundless(way) || isTooCommon(way)) found.set(way.of, null)
  const open = ways.filter(({ of }) => found.get(of) !== null)
  if (open.length === 0) return found
  const rows = [
    ...(await idsBy(db, { zoneId, by: 'grams', open, index: 'all' })),
    ...(await idsBy(db, { zoneId, by: 'grams', open, index: 'any' })),
    ...(await idsBy(db, { zoneId, by: 'sounds', open, index: 'all' })),
    ...(await idsBy(db, { zoneId, by: 'sounds', open, index: 'any' })),
  ]
  for (const { n, ids, count } of rows) {
    const way = open[n]
    if (way === undefined) continue
    if (count > mostCandidates) {
      remember(way)
      found.set(way.of, null)
    }
    const all = found.get(way.of)
    for (const id of ids?.split(',') ?? []) all?.push(id)
  }
  return found
}

interface Asked {
  readonly zoneId: string
  readonly by: Way['by']
  readonly open: readonly Way[]
  /** Which of its hashes the index is asked for: all that must be there; where there are none, those of which one must. */
  readonly index: 'all' | 'any'
}

interface Hits {
  readonly n: number
  /** One text for all, in order: thousands of rows cost more on their way than in the index. Null where there is none, and where there are too many. */
  readonly ids: string | null
  readonly count: number
}

/**
 * Of each way its candidates, no more than are of use. The inner query is kept apart so that the planner, who cannot see the hashes, never
 * reads the table from its beginning in the hope of meeting enough of them.
 */
async function idsBy(db: Database, { zoneId, by, open, index }: Asked): Promise<readonly Hits[]> {
  const asked = open.flatMap((way, n) => {
    if (way.by !== by || indexOf(way) !== index) return []
    return [{ n, must: way.all, one: way.any.length === 0 ? null : way.any }]
  })
  if (asked.length === 0) return []
  const column = sql.ref(`s.${by}`)
  const all = sql`${column} @> w.must and (w.one is null or ${column} && w.one)`
  const fits = index === 'all' ? all : sql`${column} && w.one`
  const { rows } =
    await sql<Hits>`select w.n, s.count, s.ids from json_to_recordset(${JSON.stringify(asked)}::json) as w(n integer, must integer[], one integer[])
    cross join lateral (with hit as materialized (select s.id from records.search s
      where s.zone = ${zoneId} and ${fits})
      select count(*)::integer, case when count(*) <= ${sql.lit(mostCandidates)} then array_to_string(array_agg(id order by id), ',') end as ids
      from (select id from hit limit ${sql.lit(mostCandidates + 1)}) as h) s`.execute(db)
  return rows
}

function indexOf({ all }: Way): Asked['index'] {
  return all.length > 0 ? 'all' : 'any'
}

function isBoundless({ all, any }: Way): boolean {
  return all.length + any.length === 0
}

/** Whether this was found to be too common in this process. */
export function isTooCommon(way: Way): boolean {
  return common.has(keyOf(way))
}

function remember(way: Way): void {
  if (common.size >= mostRemembered) common.clear()
  common.add(keyOf(way))
}

/** Hashes are salted with zone and kind: they need neither beside them. */
function keyOf({ by, all, any }: Way): string {
  return `${by} ${all.join(' ')}/${any.join(' ')}`
}
