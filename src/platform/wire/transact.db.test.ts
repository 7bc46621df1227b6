import { Socket } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { freshDatabase } from '../../../test/setup/database.ts'
import { inZone, openDatabase } from '../database.ts'
import type { Database } from '../module.ts'

/** One connection: whatever was left on it would be met by the next. */
let db: Database
let zones: readonly string[] = []

beforeAll(async () => {
  const { appUrl } = await freshDatabase()
  db = openDatabase({ url: appUrl, maxConnections: 1 })
  zones = (await sql<{ id: string }>`select id from zones.zones order by code limit 2`.execute(db)).rows.map(
    ({ id }) => id,
  )
})
afterAll(() => db.destroy())

const reading = { readOnly: true }
const zoneAt = (n: number) => zones[n] ?? ''
const settings = (on: Database, zone: string) =>
  sql<{ zone_id: string }>`select zone_id from zones.settings where zone_id = ${zone}`.execute(on)
const number = async (on: Database, n: number) =>
  (await sql<{ n: number }>`select ${n}::integer as n`.execute(on)).rows[0]?.n

type Writing = { _write: (...given: unknown[]) => void; _writev: (...given: unknown[]) => void }

/** How often something was written to a socket meanwhile. */
async function writesOf(work: () => Promise<unknown>): Promise<number> {
  const sockets = Socket.prototype as unknown as Writing
  const spies = [vi.spyOn(sockets, '_write'), vi.spyOn(sockets, '_writev')]
  await work()
  const times = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
  for (const spy of spies) spy.mockRestore()
  return times
}

it('sends what is asked at once as one, and answers each with its own', async () => {
  const three = (on: Database) => Promise.all([number(on, 1), number(on, 2), number(on, 3)])
  for (let i = 0; i < 4; i++) expect(await inZone(db, zoneAt(0), three, reading)).toEqual([1, 2, 3])
  expect(await writesOf(() => inZone(db, zoneAt(0), three, reading))).toBe(1)
  const inTurn = async (on: Database) => {
    for (const n of [1, 2, 3]) await number(on, n)
  }
  expect(await writesOf(() => inZone(db, zoneAt(0), inTurn, reading))).toBe(3)
})

it('shows each of them the rows of the zone, and of no other', async () => {
  const found = await inZone(
    db,
    zoneAt(0),
    (on) => Promise.all([settings(on, zoneAt(0)), settings(on, zoneAt(1)), settings(on, zoneAt(0))]),
    reading,
  )
  expect(found.map(({ rows }) => rows.length)).toEqual([1, 0, 1])
})

it('lets none of them write', async () => {
  const write = (on: Database) =>
    sql`update zones.settings set version = version where zone_id = ${zoneAt(0)}`.execute(on)
  await expect(
    inZone(db, zoneAt(0), (on) => Promise.all([settings(on, zoneAt(0)), write(on)]), reading),
  ).rejects.toMatchObject({ code: '25006' })
})

it('ends after all of them when one fails, and leaves nothing to the next on the connection', async () => {
  let slow: unknown = 'not answered'
  const asked = inZone(
    db,
    zoneAt(0),
    (on) =>
      Promise.all([
        sql`select 1 / 0`.execute(on),
        sql`select pg_sleep(0.05)`.execute(on).then(({ rows }) => {
          slow = rows.length
        }),
      ]),
    reading,
  )
  await expect(asked).rejects.toMatchObject({ code: '22012' })
  expect(slow).toBe(1)
  const next = await inZone(
    db,
    zoneAt(1),
    (on) => Promise.all([settings(on, zoneAt(0)), settings(on, zoneAt(1))]),
    reading,
  )
  expect(next.map(({ rows }) => rows.length)).toEqual([0, 1])
})

it('refuses a statement that comes after the end', async () => {
  let [kept, late]: [Database | undefined, Promise<unknown> | undefined] = [undefined, undefined]
  const asked = inZone(
    db,
    zoneAt(0),
    (on) => {
      kept = on
      const second = number(on, 1).then(() => new Promise((resolve) => setTimeout(resolve, 20)))
      late = second.then(() => number(on, 2))
      late.catch(() => undefined)
      return sql`select 1 / 0`.execute(on)
    },
    reading,
  )
  await expect(asked).rejects.toMatchObject({ code: '22012' })
  await expect(late).rejects.toThrow(/transaction (has ended|is already)/i)
  await expect(settings(kept as unknown as Database, zoneAt(0))).rejects.toThrow(/transaction (has ended|is already)/i)
})

it('does what a transaction that writes asks at once in its order, and all or nothing', async () => {
  const mark = (on: Database, version: number) =>
    sql`update zones.settings set version = ${version}::integer where zone_id = ${zoneAt(0)}`.execute(on)
  const versionNow = async (on: Database) =>
    (await sql<{ version: number }>`select version from zones.settings where zone_id = ${zoneAt(0)}`.execute(on))
      .rows[0]?.version
  const before = await inZone(db, zoneAt(0), versionNow)
  const fails = inZone(db, zoneAt(0), (on) =>
    Promise.all([mark(on, 700), sql`select 1 / 0`.execute(on), mark(on, 701)]),
  )
  await expect(fails).rejects.toMatchObject({ code: '22012' })
  expect(await inZone(db, zoneAt(0), versionNow)).toBe(before)
  const seen = await inZone(db, zoneAt(0), (on) =>
    Promise.all([mark(on, 800), versionNow(on), mark(on, 801), versionNow(on)]),
  )
  expect([seen[1], seen[3]]).toEqual([800, 801])
  expect(await inZone(db, zoneAt(0), versionNow)).toBe(801)
})
