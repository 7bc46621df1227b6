import type { Database } from '../../../platform/module.ts'
import type { TwinDecision } from '../contract/words.ts'
import type {} from './table.ts'

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** What was last said about this lead and others, by the other's id. */
export async function decisionsAbout(
  db: Database,
  zoneId: string,
  id: string,
): Promise<ReadonlyMap<string, TwinDecision>> {
  const rows = await db
    .selectFrom('promotion.twin_decisions')
    .select(['a_id', 'b_id', 'decision'])
    .where('zone_id', '=', zoneId)
    .where((eb) => eb.or([eb('a_id', '=', id), eb('b_id', '=', id)]))
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ a_id, b_id, decision }) => [a_id === id ? b_id : a_id, decision]))
}

/** Whether anything was said about a pair. */
export async function decidedPairs(db: Database, zoneId: string): Promise<(a: string, b: string) => boolean> {
  const rows = await db
    .selectFrom('promotion.twin_decisions')
    .select(['a_id', 'b_id'])
    .where('zone_id', '=', zoneId)
    .execute()
  const decided = new Set(rows.map(({ a_id, b_id }) => keyOf(a_id, b_id)))
  return (a, b) => decided.has(keyOf(a, b))
}
