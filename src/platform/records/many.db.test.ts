import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../../test/setup/client.ts'
import { freshDatabase, type TestDatabase } from '../../../test/setup/database.ts'
import { Enterprise } from '../../modules/enterprises/contract/enterprise.ts'
import { inTransaction, openDatabase } from '../database.ts'
import { newId } from '../ids.ts'
import type { Database } from '../module.ts'
import { searchEntries } from './many.ts'
import { searchEntry } from './search-entry.ts'

const zone = '01900000-0000-7000-8000-000000000001'
let database: TestDatabase
let db: Database

beforeAll(async () => {
  database = await freshDatabase()
  db = openDatabase({ url: database.appUrl })
})
afterAll(() => db.destroy())

function load(count: number) {
  const records = Array.from({ length: count }, (_, i) => {
    return {
      id: newId(new Date()),
      values: { name: `临猗${i}食品（${count}）`, uscc: i % 3 === 0 ? null : `91350100M${i}` },
    }
  })
  const { insert } = searchEntries(Enterprise, zone, records)
  return inTransaction(db, async (joined) => {
    await insert(joined, new Set(records.map(({ id }) => id)))
    return records
  })
}

test.each([1, 99, 100, 2_000])('%i records are kept with the hashes of each, as one by one', async (count) => {
  const records = await load(count)
  await withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; grams: number[]; sounds: number[] }>(
      'select id, grams, sounds from records.search where zone = $1 and id = any($2::uuid[])',
      [zone, records.map(({ id }) => id)],
    )
    const found = new Map(rows.map((row) => [row.id, row]))
    for (const { id, values } of records) {
      const { grams, sounds } = searchEntry(Enterprise, zone, values)
      expect(found.get(id)).toEqual({ id, grams, sounds })
    }
  })
})

test('a load leaves no hash behind that waits to be entered, and its connection as it was', async () => {
  await load(1_500)
  await withClient(database.ownerUrl, async (client) => {
    // How many pages of the list were entered only now.
    const { rows } = await client.query<Record<string, string>>(
      `select gin_clean_pending_list('records.search_by_grams') as grams, gin_clean_pending_list('records.search_by_sounds') as sounds`,
    )
    expect(rows).toEqual([{ grams: '0', sounds: '0' }])
  })
  const settings = await inTransaction(db, async (joined) => {
    const { rows } =
      await sql`select current_setting('gin_pending_list_limit') as waiting, current_setting('work_mem') as memory`.execute(
        joined,
      )
    return rows
  })
  expect(settings).toEqual([{ waiting: '256kB', memory: '4MB' }])
})

test('a few rows wait in the list of the index', async () => {
  await load(20)
  await withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ pages: string }>(
      `select gin_clean_pending_list('records.search_by_sounds') as pages`,
    )
    expect(Number(rows[0]?.pages)).toBeGreaterThan(0)
  })
})
