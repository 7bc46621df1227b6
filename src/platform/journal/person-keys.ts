import { type RawBuilder, sql } from 'kysely'
import { Problem } from '../../kernel/problem.ts'
import type { Database } from '../module.ts'
import { someRandom } from '../random.ts'
import { bytesArray } from '../wire/arrays.ts'
import { later } from '../wire/later.ts'
import { type Acting, actorOf, record, zoneOf } from './record.ts'

const keyBytes = 32

/** A new key for the person of a new record, and what stores it, for a statement that writes both in one. */
export function newPersonKey(
  acting: Acting,
  recordId: string,
): { readonly key: Buffer; readonly insert: RawBuilder<unknown> } {
  const key = someRandom(keyBytes)
  const by = actorOf(acting)
  const insert = sql`insert into journal.person_keys (zone_id, id, version, created_at, created_by, updated_at, updated_by, key)
    values (${zoneOf(acting).id}, ${recordId}, 1, ${acting.now}, ${by}, ${acting.now}, ${by}, ${key})`
  return { key, insert }
}

/** A new key for the person of this record, stored. */
export async function makePersonKey(db: Database, acting: Acting, recordId: string): Promise<Buffer> {
  const [key] = await makePersonKeys(db, acting, [recordId])
  return key as Buffer
}

/** The same for many records at once, in their order. */
export async function makePersonKeys(db: Database, acting: Acting, recordIds: readonly string[]): Promise<Buffer[]> {
  const keys = recordIds.map(() => someRandom(keyBytes))
  const by = actorOf(acting)
  const storing = sql`insert into journal.person_keys (zone_id, id, version, created_at, created_by, updated_at, updated_by, archived_at, key)
    select ${zoneOf(acting).id}, k.id, 1, ${acting.now}, ${by}, ${acting.now}, ${by}, null, k.key
    from unnest(${`{${recordIds.join()}}`}::uuid[], ${bytesArray(keys)}::bytea[]) as k(id, key)`
  // Whatever is sealed under them is written after them: they leave with it.
  await later(db, storing.compile(db))
  return keys
}

/** The key of the person of this record; null when there is none or it was destroyed. */
export async function findPersonKey(db: Database, zoneId: string, recordId: string): Promise<Buffer | null> {
  const row = await db
    .selectFrom('journal.person_keys')
    .select('key')
    .where('zone_id', '=', zoneId)
    .where('id', '=', recordId)
    .executeTakeFirst()
  return row?.key ?? null
}

/** The keys of these records' persons that stand. */
export async function findPersonKeys(
  db: Database,
  zoneId: string,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const { rows } = await sql<{ id: string; key: Buffer }>`select id, key from journal.person_keys
    where zone_id = ${zoneId} and id = any(${recordIds}::uuid[]) and key is not null`.execute(db)
  return new Map(rows.map(({ id, key }) => [id, key]))
}

/**
 * Erases a person: destroys the key of the record, so that its personal fields can be read neither in its row nor in the journal,
 * while every event stays as it is. There is no way back. Refuses a record that has no key or is erased already.
 */
export async function erasePerson(
  db: Database,
  acting: Acting,
  subject: { readonly kind: string; readonly id: string; readonly reason: string },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('journal.person_keys')
    .set((eb) => ({
      key: null,
      version: eb('version', '+', 1),
      updated_at: acting.now,
      updated_by: actorOf(acting),
      archived_at: acting.now,
    }))
    .where('zone_id', '=', zoneOf(acting).id)
    .where('id', '=', subject.id)
    .where('key', 'is not', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw nobody()
  await record(db, acting, { subjectKind: subject.kind, subjectId: subject.id, action: 'erase', note: subject.reason })
}

function nobody(): Problem {
  return new Problem('not_found', 'journal.no_person', {
    zh: '此记录没有可抹除的个人信息，或已经抹除。',
    en: 'This record has no personal data to erase, or it is erased already.',
  })
}
