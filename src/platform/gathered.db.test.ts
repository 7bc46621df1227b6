import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../test/setup/database.ts'
import { withClient } from '../../test/support/server.ts'
import { inTransaction, inZone, openDatabase } from './database.ts'
import type { Database } from './module.ts'

let database: TestDatabase
let db: Database
let [home, other] = ['', '']

beforeAll(async () => {
  database = await freshDatabase()
  // One connection: whatever one transaction leaves behind, the next one meets.
  db = openDatabase({ url: database.appUrl, maxConnections: 1 })
  const { rows } = await sql<{ id: string }>`select id from zones.zones order by code`.execute(db)
  home = rows[0]?.id ?? ''
  other = rows[1]?.id ?? ''
})
afterAll(() => db.destroy())

const seen = async (on: Database) =>
  (await sql<{ zone_id: string }>`select zone_id from zones.settings`.execute(on)).rows.map((row) => row.zone_id)
const reading = (id: string) => inZone(db, { id, readOnly: true }, seen)
const setParallel = (on: Database, zone: string) =>
  sql`update zones.settings set parallel = parallel where zone_id = ${zone}`.execute(on)

it('shows each reader its own zone, one after the other on one connection, and none outside of a transaction', async () => {
  expect([await reading(home), await reading(other), await seen(db), await reading(home)]).toEqual([
    [home],
    [other],
    [],
    [home],
  ])
})

it('refuses a write in a transaction that only reads, and goes on afterwards', async () => {
  const writing = inZone(db, { id: home, readOnly: true }, (zoned) => setParallel(zoned, home))
  await expect(writing).rejects.toMatchObject({ code: '25006' })
  expect(await inZone(db, home, (zoned) => setParallel(zoned, home))).toMatchObject({ numAffectedRows: 1n })
})

it('ends a reading transaction soon, although nothing comes after it', async () => {
  await reading(home)
  await expect
    .poll(() =>
      withClient(database.ownerUrl, async (client) => {
        const { rows } = await client.query<{ state: string }>(
          `select state from pg_stat_activity where application_name = 'luodi' and datname = current_database()`,
        )
        return rows.map(({ state }) => state)
      }),
    )
    .toEqual(['idle'])
})

it('has committed a write when its transaction returns', async () => {
  const named = `name-${home}`
  await inTransaction(db, (open) => sql`update zones.zones set name_en = ${named} where id = ${home}`.execute(open))
  const { rows } = await withClient(database.ownerUrl, (client) =>
    client.query('select name_en from zones.zones where id = $1', [home]),
  )
  expect(rows).toEqual([{ name_en: named }])
})

it('sends nothing for a transaction in which nothing was asked', async () => {
  expect(await inTransaction(db, async () => 'done')).toBe('done')
  expect(await inZone(db, home, async () => 'done')).toBe('done')
  await expect(inZone(db, other, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect([await seen(db), await reading(other)]).toEqual([[], [other]])
})

it('tells the error of the statement that failed, rolls back and keeps the connection', async () => {
  for (let times = 0; times < 5; times++) {
    const dividing = inZone(db, home, async (zoned) => {
      await setParallel(zoned, home)
      return sql`select 1 / ${0}::integer`.execute(zoned)
    })
    await expect(dividing).rejects.toMatchObject({ code: '22012' })
  }
  expect(await reading(home)).toEqual([home])
})

it('goes on after a table that a prepared statement reads has got another column', async () => {
  await withClient(database.ownerUrl, async (client) => {
    await client.query('create table public.grown (a integer); insert into public.grown values (1)')
    await client.query('grant usage on schema public to public; grant select on public.grown to public')
  })
  const all = async () => (await sql`select * from public.grown where a = ${1}`.execute(db)).rows
  for (let times = 0; times < 4; times++) expect(await all()).toEqual([{ a: 1 }])
  await withClient(database.ownerUrl, (client) => client.query('alter table public.grown add b integer'))
  await expect(all()).rejects.toMatchObject({ code: '0A000' })
  expect(await all()).toEqual([{ a: 1, b: null }])
})
