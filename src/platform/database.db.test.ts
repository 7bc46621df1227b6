import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase } from '../../test/setup/database.ts'
import { inZone, openDatabase } from './database.ts'
import type { Database } from './module.ts'

let db: Database
let [home, other] = ['', '']

beforeAll(async () => {
  const { appUrl } = await freshDatabase()
  // One connection, so that a context that survived its transaction would be seen by the next query.
  db = openDatabase({ url: appUrl, maxConnections: 1 })
  const { rows } = await sql<{ id: string }>`select id from zones.zones order by code`.execute(db)
  home = rows[0]?.id ?? ''
  other = rows[1]?.id ?? ''
})
afterAll(() => db.destroy())

/** Says nothing of the zone on purpose: only row-level security answers. */
async function visibleZones(on: Database): Promise<string[]> {
  const { rows } = await sql<{ zone_id: string }>`select zone_id from zones.settings`.execute(on)
  return rows.map((row) => row.zone_id)
}

it('shows no row of a zoned table without a context', async () => {
  expect(await visibleZones(db)).toEqual([])
})

it('shows the rows of the zone in context and of no other', async () => {
  expect(await inZone(db, home, visibleZones)).toEqual([home])
  expect(await inZone(db, other, visibleZones)).toEqual([other])
})

it('leaves no context behind on the connection, neither after success nor after a failure', async () => {
  await inZone(db, home, visibleZones)
  expect(await visibleZones(db)).toEqual([])
  await expect(inZone(db, home, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
  expect(await visibleZones(db)).toEqual([])
})

it('clears the context within a longer transaction, so that zones follow one another', async () => {
  const seen = await db
    .transaction()
    .execute(async (transaction) => [
      await inZone(transaction, home, visibleZones),
      await visibleZones(transaction),
      await inZone(transaction, other, visibleZones),
    ])
  expect(seen).toEqual([[home], [], [other]])
})

it('lets the same zone nest and refuses another one', async () => {
  expect(await inZone(db, home, (outer) => inZone(outer, home, visibleZones))).toEqual([home])
  expect(await inZone(db, home, (outer) => inZone(outer, home, visibleZones).then(() => visibleZones(outer)))).toEqual([
    home,
  ])
  await expect(inZone(db, home, (outer) => inZone(outer, other, visibleZones))).rejects.toMatchObject({
    code: 'database.zone_nested',
  })
})

it('refuses a zone id that is no uuid before it reaches the database', async () => {
  await expect(inZone(db, "x'; drop table zones.zones; --", visibleZones)).rejects.toMatchObject({
    code: 'database.zone_id_malformed',
  })
})

it('refuses to write a row of another zone', async () => {
  const change = (zoned: Database) =>
    sql`update zones.settings set zone_id = ${other} where zone_id = ${home}`.execute(zoned)
  await expect(inZone(db, home, change)).rejects.toMatchObject({ code: '42501' })
  const { numAffectedRows } = await inZone(db, home, (zoned) =>
    sql`update zones.settings set version = version where zone_id = ${other}`.execute(zoned),
  )
  expect(numAffectedRows).toBe(0n)
})

it('reads legal days as text, in columns and in lists', async () => {
  const { rows } = await sql`select date '2026-03-02' as day, array[date '2026-01-01', '2026-01-02'] as days,
    '{}'::date[] as none`.execute(db)
  expect(rows).toEqual([{ day: '2026-03-02', days: ['2026-01-01', '2026-01-02'], none: [] }])
})

it('cuts a statement that takes too long', async () => {
  const { appUrl } = await freshDatabase()
  const hurried = openDatabase({ url: appUrl, statementTimeoutMs: 50 })
  await expect(sql`select pg_sleep(2)`.execute(hurried)).rejects.toMatchObject({ code: '57014' })
  await hurried.destroy()
})
