import { newId } from '../ids.ts'
import type { Database, ZoneRef } from '../module.ts'
import { later } from '../wire/later.ts'
import type {} from './table.ts'

/** A record that an act has made or changed, as the acts after it need it. */
export interface Ref {
  readonly id: string
  readonly version: number
}

/** What an act leaves behind, by the names that the script gives to its records. */
export type Refs = Readonly<Record<string, Ref>>

interface Marking {
  readonly zone: ZoneRef
  readonly key: string
  readonly now: Date
}

/** What every act that has been done in a zone has left behind, by its key. */
export async function actsDone(db: Database, zoneId: string): Promise<ReadonlyMap<string, Refs>> {
  const rows = await db.selectFrom('demo.acts').select(['key', 'answer']).where('zone_id', '=', zoneId).execute()
  return new Map(rows.map(({ key, answer }) => [key, answer as Refs]))
}

/**
 * Does an act that has not been done, and answers what it leaves behind. Call it in the zone's context: the mark commits with the act, or
 * neither does; of two who do the same act at once, one is refused.
 */
export async function actOnce(db: Database, marking: Marking, act: () => Promise<Refs>): Promise<Refs> {
  const answer = await act()
  await markAct(db, marking, answer)
  return answer
}

/** What stands at this key; undefined when nothing does. */
export async function findAct(db: Database, zoneId: string, key: string): Promise<unknown> {
  const row = await db
    .selectFrom('demo.acts')
    .select('answer')
    .where('zone_id', '=', zoneId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.answer
}

export async function markAct(db: Database, { zone, key, now }: Marking, answer: unknown): Promise<void> {
  const stamps = { zone_id: zone.id, id: newId(now), created_at: now, created_by: 'system' }
  const marking = db.insertInto('demo.acts').values({ ...stamps, key, answer: JSON.stringify(answer) })
  await later(db, marking.compile())
}
