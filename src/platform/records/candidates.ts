import { sql } from 'kysely'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import type { Database } from '../module.ts'
import type { Condition } from './filters.ts'
import { gramsOfWords, saltOf, wordsOf } from './search.ts'

/** Up to so many candidates are looked at one by one; beyond it the words are common, and reading the list in its order meets a page soon. */
const mostCandidates = 3_000

/**
 * The conditions of a search. Two steps, since row-level security keeps the planner from an array index beside a walled table, and since it
 * cannot know how often neighbouring pairs of signs come together: first the grams name the candidates, then the record's text decides.
 */
export async function searchConditions(
  db: Database,
  { kind, zoneId, query }: { readonly kind: AnyRecordKind; readonly zoneId: string; readonly query: string },
): Promise<readonly Condition[]> {
  const words = wordsOf(query)
  if (words.length === 0) return []
  const inText = words.map((word) => sql<boolean>`strpos(t.search_text, ${word}) > 0`)
  const ids = await candidates(db, zoneId, gramsOfWords(words, saltOf(kind, zoneId)))
  return ids === null ? inText : [sql`t.id = any(${ids}::uuid[])`, ...inText]
}

const common = new Set<string>()
const mostRemembered = 10_000

/** Ids of the records that have all these grams; null when they are too many to be of use, which is remembered for this process. */
async function candidates(db: Database, zoneId: string, grams: readonly number[]): Promise<readonly string[] | null> {
  const key = grams.join(' ')
  if (common.has(key)) return null
  const { rows } = await sql<{ id: string }>`select s.id from records.search s
    where s.zone = ${zoneId} and s.grams @> ${grams}::integer[] limit ${mostCandidates + 1}`.execute(db)
  if (rows.length <= mostCandidates) return rows.map(({ id }) => id)
  if (common.size >= mostRemembered) common.clear()
  common.add(key)
  return null
}
