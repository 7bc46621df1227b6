import { sql } from 'kysely'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import type { ListInput } from '../../kernel/record-list.ts'
import { type Acting, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { personColumns, rowJson, tableRef } from './columns.ts'
import { areCommon } from './common-hashes.ts'
import { plainConditions } from './conditions.ts'
import type { Place } from './cursor.ts'
import type { Condition } from './filters.ts'
import { nextShare } from './next-share.ts'
import type { Registry } from './registry.ts'
import { wordsOf } from './search.ts'
import { amongIds, candidatesOf, textConditions, wayBySigns } from './words.ts'

/** A row of a page as the database gives it. `value`: of the sort field, for the cursor. */
export interface Found {
  readonly row: string
  readonly value: string | null
  readonly id: string
  readonly sealed: boolean
  readonly erased: boolean
}

interface Searched {
  readonly kind: AnyRecordKind
  readonly registry: Registry
  readonly input: ListInput
  readonly place: Place | null
  readonly falling: boolean
}

/** So many of the newest records are looked through for common words before the index is asked, which would first count out all that have them. */
const lookedThrough = 4_000
/** Candidates are laid beside the text by so many pages at a time: nearly all of them are hits. */
const pagesAtOnce = 2

/**
 * The next hits of a search in the order of creation, one more than a page has if there are. Of up to thousands of candidates only those are
 * read that come next in this order.
 */
export async function newestHits(db: Database, acting: Acting, searched: Searched): Promise<readonly Found[]> {
  const { kind, input, place, falling } = searched
  const query = { kind, zoneId: zoneOf(acting).id, query: input.q ?? '' }
  const conditions = [...plainConditions(acting, { kind, input }), ...textConditions(kind, wordsOf(query.query))]
  const beyond: readonly Condition[] = place ? [sql`t.id ${sql.raw(falling ? '<' : '>')} ${place.id}::uuid`] : []
  const read = rowsOf(db, searched)
  const among: Read = (some) => read(tableRef(kind), [...conditions, amongIds(some)])
  const bySigns = wayBySigns(query)
  if (bySigns !== null && (await areCommon(db, bySigns))) {
    const some = sql`(select t.* from ${tableRef(kind)} t where ${sql.join([sql`t.zone_id = ${query.zoneId}`, ...beyond], sql` and `)}
      order by t.id ${way(falling)} limit ${sql.lit(lookedThrough)})`
    const found = await read(some, conditions)
    if (found.length > input.limit) return found
  } else if (bySigns !== null) {
    const asked = { zoneId: query.zoneId, limit: input.limit, from: place?.id ?? null, falling }
    const found = await amongNext(await nextShare(db, bySigns, asked), { ...searched, read: among })
    if (found.length > input.limit) return found
  }
  const ids = await candidatesOf(db, query)
  if (ids === null) return read(tableRef(kind), [...conditions, ...beyond])
  return amongNext(ids, { ...searched, read: among })
}

type Read = (ids: readonly string[]) => Promise<readonly Found[]>

/** Ids sort as texts as they sort in the database. */
async function amongNext(
  ids: readonly string[],
  { input, place, falling, read }: Searched & { readonly read: Read },
): Promise<readonly Found[]> {
  const sorted = [...new Set(ids)].sort()
  if (falling) sorted.reverse()
  const next = place === null ? sorted : sorted.filter((id) => (falling ? id < place.id : id > place.id))
  const found: Found[] = []
  let [from, count] = [0, pagesAtOnce * (input.limit + 1)]
  while (from < next.length && found.length <= input.limit) {
    found.push(...(await read(next.slice(from, from + count))))
    from += count
    // What filters or walls leave little of is not looked for by many small questions.
    count *= 8
  }
  return found.slice(0, input.limit + 1)
}

function way(falling: boolean) {
  return sql.raw(falling ? 'desc' : 'asc')
}

function rowsOf(db: Database, { kind, registry, input, falling }: Searched) {
  return async (from: ReturnType<typeof sql>, conditions: readonly Condition[]): Promise<readonly Found[]> => {
    const { rows } =
      await sql<Found>`select ${rowJson(kind, registry, 'sealed')} as row, null::text as value, t.id::text as id, ${personColumns(kind)}
      from ${from} t where ${sql.join(conditions, sql` and `)} order by t.id ${way(falling)} limit ${input.limit + 1}`.execute(
        db,
      )
    return rows
  }
}
