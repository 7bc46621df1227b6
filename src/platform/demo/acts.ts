import { newId } from '../ids.ts'
import type { Database, ZoneRef } from '../module.ts'
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

/**
 * Does an act unless it has been done, and answers what it left behind then. Call it in the zone's context: the mark commits with the
 * act, or neither does.
 */
export async function actOnce(db: Database, marking: Marking, act: () => Promise<Refs>): Promise<Refs> {
  const done = await findAct(db, marking.zone.id, marking.key)
  if (done !== undefined) return done as Refs
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
  await db
    .insertInto('demo.acts')
    .values({
      zone_id: zone.id,
      id: newId(now),
      created_at: now,
      created_by: 'system',
      key,
      answer: JSON.stringify(answer),
    })
    .execute()
}
