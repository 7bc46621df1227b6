import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { freshDatabase } from '../../../test/setup/database.ts'
import { inZone, openDatabase } from '../database.ts'
import type { Database } from '../module.ts'
import { asLast, nothingFollows } from './last.ts'
import { later } from './later.ts'

let appUrl = ''
let owner: pg.Client
let zoneId = ''
/** One connection: whatever survived on it would be met by the next. */
let db: Database
const zone = () => zoneId

beforeAll(async () => {
  const database = await freshDatabase()
  appUrl = database.appUrl
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  db = openDatabase({ url: appUrl, maxConnections: 1 })
  const { rows } = await sql<{ id: string }>`select id from zones.zones order by code limit 1`.execute(db)
  zoneId = rows[0]?.id ?? ''
})
afterAll(async () => {
  await db.destroy()
  await owner.end()
})

describe('the last statement of a transaction', () => {
  const raise = (on: Database, by = 1) =>
    sql`update zones.settings set version = version + ${by} where zone_id = ${zone()} returning version`.compile(on)
  const version = async () => {
    const { rows } = await owner.query('select version from zones.settings where zone_id = $1', [zone()])
    return rows[0]?.version as number
  }
  const ending = (work: (zoned: Database) => Promise<unknown>, on = db) =>
    inZone(on, zone(), (zoned) => {
      nothingFollows(zoned)
      return work(zoned)
    })

  it('is committed when it is answered, and answers its own rows', async () => {
    const before = await version()
    await ending(async (zoned) => {
      await later(zoned, raise(zoned))
      const { rows, numAffectedRows } = await zoned.executeQuery(asLast(zoned, raise(zoned)))
      expect({ rows, numAffectedRows }).toEqual({ rows: [{ version: before + 2 }], numAffectedRows: 1n })
      expect(await version(), 'seen by others while the work is not at its end').toBe(before + 2)
    })
  })

  it('is one like any other where something may follow', async () => {
    const before = await version()
    await inZone(db, zone(), async (zoned) => {
      await zoned.executeQuery(asLast(zoned, raise(zoned)))
      expect(await version()).toBe(before)
      await zoned.executeQuery(raise(zoned))
    })
    expect(await version()).toBe(before + 2)
  })

  it('leaves nothing when it fails, or when one fails that was sent with it', async () => {
    const before = await version()
    const broken = sql`select 1 / 0`
    for (const [first, last] of [
      [raise(db), broken.compile(db)],
      [broken.compile(db), raise(db)],
    ] as const) {
      const failing = ending(async (zoned) => {
        await later(zoned, first)
        await zoned.executeQuery(asLast(zoned, last))
      })
      await expect(failing).rejects.toThrow('division by zero')
    }
    expect(await version()).toBe(before)
    expect((await sql`select current_setting('luodi.zone_id', true) as zone`.execute(db)).rows).toEqual([{ zone: '' }])
  })

  it('is a transaction of its own where it is all that is done, and leaves no context behind', async () => {
    const before = await version()
    const none = (await ending((zoned) =>
      zoned.executeQuery(asLast(zoned, sql`select pg_current_xact_id()`.compile(db))),
    )) as {
      rows: unknown[]
    }
    expect(none.rows).toHaveLength(1)
    await ending((zoned) => zoned.executeQuery(asLast(zoned, raise(zoned))))
    expect(await version()).toBe(before + 1)
    await expect(ending((zoned) => zoned.executeQuery(asLast(zoned, sql`select 1 / 0`.compile(db))))).rejects.toThrow()
    const { rows } =
      await sql<object>`select current_setting('luodi.zone_id', true) as zone, pg_current_xact_id_if_assigned() as tx`.execute(
        db,
      )
    expect(rows).toEqual([{ zone: '', tx: null }])
  })

  it('ends a transaction in which something was asked before', async () => {
    const before = await version()
    await ending(async (zoned) => {
      await sql`select * from zones.settings where zone_id = ${zone()}`.execute(zoned)
      await zoned.executeQuery(asLast(zoned, raise(zoned)))
      expect(await version()).toBe(before + 1)
    })
    const failing = ending(async (zoned) => {
      await zoned.executeQuery(raise(zoned))
      await zoned.executeQuery(asLast(zoned, sql`select 1 / 0`.compile(db)))
    })
    await expect(failing).rejects.toThrow('division by zero')
    expect(await version()).toBe(before + 1)
  })

  it('lets nothing follow it, and leaves the connection clean for the next', async () => {
    const before = await version()
    const following = ending(async (zoned) => {
      await zoned.executeQuery(asLast(zoned, raise(zoned)))
      await zoned.executeQuery(raise(zoned))
    })
    await expect(following).rejects.toThrow('has ended')
    expect(await version()).toBe(before + 1)
    await ending(async (zoned) => zoned.executeQuery(asLast(zoned, raise(zoned))))
    expect(await version()).toBe(before + 2)
  })

  it('answers rightly once it is prepared', async () => {
    const on = openDatabase({ url: appUrl, maxConnections: 1 })
    onTestFinished(() => on.destroy())
    const before = await version()
    for (let i = 1; i < 7; i++) {
      const { rows } = (await ending((zoned) => zoned.executeQuery(asLast(zoned, raise(zoned))), on)) as {
        rows: unknown
      }
      expect(rows).toEqual([{ version: before + i }])
    }
    const { rows } = await sql<object>`select 1 from pg_prepared_statements where statement like 'update%'`.execute(on)
    expect(rows).toHaveLength(1)
  })

  it('is given up by a deferred rule as by any other, and says why', async () => {
    const before = await version()
    await owner.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'refused at the end'; end $$`,
    )
    await owner.query(
      'create constraint trigger refuse_late after update on zones.settings deferrable initially deferred for each row execute function refuse()',
    )
    onTestFinished(async () => {
      await owner.query('drop function refuse cascade')
    })
    const refused = ending(async (zoned) => zoned.executeQuery(asLast(zoned, raise(zoned))))
    await expect(refused).rejects.toThrow('refused at the end')
    expect(await version()).toBe(before)
  })
})
