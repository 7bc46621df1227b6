import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import type { RowState } from '../../kernel/sheet-view.ts'
import { newId } from '../ids.ts'
import { type Acting, actorOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { type ComparedRow, countsOf, type KeptRow, wholeRow } from './compared.ts'
import type { RawRow } from './raw.ts'
import type { Import } from './store.ts'

/** Rows that are compared and written in one step. */
export const rowsOfChunk = 2_000

export async function addChunks(db: Database, acting: Acting, one: Import, rows: readonly RawRow[]): Promise<number> {
  const { now } = acting
  const by = actorOf(acting)
  let place = 0
  for (let i = 0; i < rows.length; i += rowsOfChunk) {
    const some = rows.slice(i, i + rowsOfChunk)
    await db
      .insertInto('sheets.chunks')
      .values({
        ...{ zone_id: one.zone_id, id: newId(now), version: 1, archived_at: null },
        ...{ created_at: now, created_by: by, updated_at: now, updated_by: by },
        ...{ import_id: one.id, place, last_row: some.at(-1)?.number ?? 0, counts: '{}', rows: JSON.stringify(some) },
      })
      .execute()
    place++
  }
  return place
}

export async function rawChunk(db: Database, one: Import, place: number): Promise<readonly RawRow[]> {
  return JSON.parse(await textOf(db, one, place)) as RawRow[]
}

export async function comparedChunk(db: Database, one: Import, place: number): Promise<readonly KeptRow[]> {
  return JSON.parse(await textOf(db, one, place)) as KeptRow[]
}

async function textOf(db: Database, { zone_id, id }: Import, place: number): Promise<string> {
  const row = await db
    .selectFrom('sheets.chunks')
    .select('rows')
    .where('zone_id', '=', zone_id)
    .where('import_id', '=', id)
    .where('place', '=', place)
    .executeTakeFirst()
  return row?.rows ?? '[]'
}

export async function setChunk(
  db: Database,
  acting: Acting,
  { one, place, rows }: { readonly one: Import; readonly place: number; readonly rows: readonly KeptRow[] },
): Promise<void> {
  await db
    .updateTable('sheets.chunks')
    .set((eb) => ({
      ...{ rows: JSON.stringify(rows), counts: JSON.stringify(countsOf(rows)) },
      ...{ updated_at: acting.now, updated_by: actorOf(acting), version: eb('version', '+', 1) },
    }))
    .where('zone_id', '=', one.zone_id)
    .where('import_id', '=', one.id)
    .where('place', '=', place)
    .execute()
}

/** Compared rows behind a line, at most `limit`, of one state or of all. Chunks without such rows are not read. */
export async function rowsAfter(
  db: Database,
  { one, kind }: { readonly one: Import; readonly kind: AnyRecordKind },
  { after, limit, state }: { readonly after: number; readonly limit: number; readonly state?: RowState | undefined },
): Promise<readonly ComparedRow[]> {
  const found: KeptRow[] = []
  for (const place of await placesWith(db, one, { after, state })) {
    const rows = await comparedChunk(db, one, place)
    found.push(...rows.filter((row) => row.number > after && (state === undefined || row.state === state)))
    if (found.length >= limit) break
  }
  return found.slice(0, limit).map((row) => wholeRow(kind, row))
}

async function placesWith(
  db: Database,
  one: Import,
  { after, state }: { readonly after: number; readonly state: RowState | undefined },
): Promise<readonly number[]> {
  const chunks = await db
    .selectFrom('sheets.chunks')
    .select(['place', 'counts'])
    .where('zone_id', '=', one.zone_id)
    .where('import_id', '=', one.id)
    .where('last_row', '>', after)
    .orderBy('place')
    .execute()
  const compared = chunks.filter(({ counts }) => Object.keys(counts).length > 0)
  return compared.filter(({ counts }) => state === undefined || (counts[state] ?? 0) > 0).map(({ place }) => place)
}
