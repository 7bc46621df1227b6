import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { freshDatabase } from '../../../test/setup/database.ts'
import { afterCommit, inTransaction, inZone, openDatabase } from '../database.ts'
import { againWhenGivenUp } from '../http/again.ts'
import type { Database } from '../module.ts'
import { later } from './later.ts'

let [appUrl, ownerUrl] = ['', '']
let owner: pg.Client
let zones: readonly string[] = []
/** One connection: whatever survived on it would be met by the next. */
let db: Database

beforeAll(async () => {
  const database = await freshDatabase()
  ;({ appUrl, ownerUrl } = database)
  owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  db = openDatabase({ url: appUrl, maxConnections: 1 })
  const { rows } = await sql<{ id: string }>`select id from zones.zones order by code limit 2`.execute(db)
  zones = rows.map(({ id }) => id)
})
afterAll(async () => {
  await db.destroy()
  await owner.end()
})

function opened(more: Partial<Parameters<typeof openDatabase>[0]> = {}): Database {
  const made = openDatabase({ url: appUrl, maxConnections: 1, ...more })
  onTestFinished(() => made.destroy())
  return made
}

async function prepared(on: Database): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(on)
  return rows.map(({ statement }) => statement)
}

const settingsOf = (zone: string) => (on: Database) =>
  sql<Record<string, unknown>>`select * from zones.settings where zone_id = ${zone}`.execute(on)

describe('frequent statements', () => {
  it('are prepared from the third time on, and lists of other lengths are other texts', async () => {
    const on = opened()
    for (let i = 0; i < 4; i++) await sql`select ${i}::integer as often`.execute(on)
    for (let i = 1; i < 4; i++)
      await sql`select 1 where 1 in (${sql.join(Array.from({ length: i }, () => 1))})`.execute(on)
    expect(await prepared(on)).toEqual(['select $1::integer as often'])
  })

  it('are not prepared where the installation says so', async () => {
    const on = opened({ prepare: false })
    for (let i = 0; i < 5; i++) await sql`select ${i}::integer as often`.execute(on)
    expect(await prepared(on)).toEqual([])
  })

  it('give right answers for every parameter, before and after PostgreSQL has settled on one plan', async () => {
    const on = opened()
    for (let i = 0; i < 20; i++) {
      const { rows } = await sql`select ${i}::integer * 2 as twice, ${String(i)}::text as text`.execute(on)
      expect(rows).toEqual([{ twice: i * 2, text: String(i) }])
    }
  })
})

describe('a schema that changes under an open connection', () => {
  const addColumn = (name: string) => owner.query(`alter table zones.settings add column ${name} integer default 7`)
  const [zone] = [() => zones[0] ?? '']

  it('is met without a failure outside of transactions', async () => {
    const on = opened()
    const first = await sql<{ id: string }>`select * from zones.zones where id = ${zone()}`.execute(on)
    for (let i = 0; i < 6; i++) await sql`select * from zones.zones where id = ${zone()}`.execute(on)
    await owner.query('alter table zones.zones add column later_one integer default 7')
    const { rows } = await sql<{ later_one: number }>`select * from zones.zones where id = ${zone()}`.execute(on)
    expect(rows).toEqual([{ ...first.rows[0], later_one: 7 }])
  })

  it('costs a transaction a second try, in which everything is done once', async () => {
    const on = opened()
    const change = (column: string) => () =>
      inZone(on, zone(), async (zoned) => {
        await sql`update zones.settings set version = version + 1 where zone_id = ${zone()}`.execute(zoned)
        const { rows } = await settingsOf(zone())(zoned)
        return rows[0]?.[column]
      })
    const version = () => owner.query('select version from zones.settings where zone_id = $1', [zone()])
    for (let i = 0; i < 6; i++) await change('version')()
    const before = (await version()).rows[0]?.version as number
    await addColumn('later_two')
    await expect(againWhenGivenUp(change('later_two'))).resolves.toBe(7)
    expect((await version()).rows[0]?.version).toBe(before + 1)
  })

  it('leaves the pool whole: nothing old is used on any of its connections', async () => {
    const on = opened({ maxConnections: 3 })
    const all = () => Promise.all([1, 2, 3].map(() => againWhenGivenUp(() => inZone(on, zone(), settingsOf(zone())))))
    for (let i = 0; i < 6; i++) await all()
    await addColumn('later_three')
    for (const { rows } of await all()) expect(rows[0]).toMatchObject({ later_three: 7 })
    for (const { rows } of await all()) expect(rows[0]).toMatchObject({ later_three: 7 })
  })

  it('does not try again what failed otherwise', async () => {
    let tries = 0
    const failing = () =>
      inZone(db, zone(), async (zoned) => {
        tries++
        await sql`select 1 / ${0}::integer`.execute(zoned)
      })
    await expect(againWhenGivenUp(failing)).rejects.toMatchObject({ code: '22012' })
    expect(tries).toBe(1)
  })
})

/** Says nothing of the zone on purpose: only row-level security answers. */
async function visible(on: Database): Promise<string[]> {
  const { rows } = await sql<{ zone_id: string }>`select zone_id from zones.settings where version > ${0}`.execute(on)
  return rows.map(({ zone_id }) => zone_id)
}

describe('transactions that save ways', () => {
  const reading = { readOnly: true }

  it('never show another request its rows, however many run at once and whether their end is waited for', async () => {
    const on = opened({ maxConnections: 3 })
    const asked = Array.from({ length: 120 }, (_, i) => zones[i % 2] ?? '')
    const seen = await Promise.all(
      asked.map((zone, i) => (i % 5 === 4 ? visible(on) : inZone(on, zone, visible, i % 3 === 0 ? reading : {}))),
    )
    expect(seen).toEqual(asked.map((zone, i) => (i % 5 === 4 ? [] : [zone])))
  })

  it('leave nothing of a read behind whose end nobody waited for', async () => {
    expect(await inZone(db, zones[0] ?? '', visible, reading)).toEqual([zones[0]])
    expect(await visible(db)).toEqual([])
  })

  it('let a read change nothing: PostgreSQL refuses it', async () => {
    const change = (zoned: Database) =>
      sql`update zones.settings set version = version + 1 where zone_id = ${zones[0]}`.execute(zoned)
    await expect(inZone(db, zones[0] ?? '', change, reading)).rejects.toMatchObject({ code: '25006' })
    await expect(inZone(db, zones[0] ?? '', change)).resolves.toMatchObject({ numAffectedRows: 1n })
  })

  it('go on after a first statement that failed, with the context of the next and no other', async () => {
    const failing = (zoned: Database) => sql`select 1 / ${0}::integer`.execute(zoned)
    for (const options of [{}, reading]) {
      await expect(inZone(db, zones[0] ?? '', failing, options)).rejects.toMatchObject({ code: '22012' })
      expect(await visible(db)).toEqual([])
      expect(await inZone(db, zones[1] ?? '', visible, options)).toEqual([zones[1]])
    }
  })

  it('do not reach PostgreSQL when nothing is asked in them', async () => {
    const at = async () =>
      (await sql<{ now: Date }>`select query_start as now from pg_stat_activity where pid = ${pid}`.execute(beside))
        .rows[0]?.now
    const beside = opened()
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    const pid = rows[0]?.pid
    const before = await at()
    await inZone(db, zones[0] ?? '', async () => 'nothing asked')
    await inTransaction(db, async () => 'nothing either')
    expect(await at()).toEqual(before)
    await visible(db)
    expect(await at()).not.toEqual(before)
  })

  it('leave nothing to the next statement when nothing was asked in them, or when what was asked could not be sent', async () => {
    const held = async () => {
      const { rows } = await owner.query(`select state from pg_stat_activity where datname = current_database()
        and application_name = 'luodi' and state <> 'idle'`)
      return rows
    }
    const circle: Record<string, unknown> = {}
    circle.self = circle
    for (const options of [{}, reading]) {
      await inZone(db, zones[0] ?? '', async () => 'nothing asked', options)
      expect([await visible(db), await visible(db), await held()]).toEqual([[], [], []])
      await expect(
        inZone(db, zones[0] ?? '', (zoned) => sql`select ${circle}::jsonb`.execute(zoned), options),
      ).rejects.toThrow(TypeError)
      expect([await visible(db), await visible(db), await held()]).toEqual([[], [], []])
    }
  })

  it('go on in their zone after a value that could not be sent', async () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    const work = async (zoned: Database) => {
      await expect(sql`select ${circle}::jsonb`.execute(zoned)).rejects.toThrow(TypeError)
      return visible(zoned)
    }
    for (const options of [{}, reading]) expect(await inZone(db, zones[0] ?? '', work, options)).toEqual([zones[0]])
  })

  it('read in as many statements as they like, each with its context and none with a right to write', async () => {
    const work = async (zoned: Database) => {
      const seen = [await visible(zoned), ...(await Promise.all([visible(zoned), visible(zoned)]))]
      const { rows } = await sql<{ off: string }>`select current_setting('transaction_read_only') as off`.execute(zoned)
      return [...seen, rows]
    }
    const own = [zones[1]]
    expect(await inZone(db, zones[1] ?? '', work, reading)).toEqual([own, own, own, [{ off: 'on' }]])
    const { rows } = await sql<{ off: string }>`select current_setting('transaction_read_only') as off`.execute(db)
    expect([await visible(db), rows]).toEqual([[], [{ off: 'off' }]])
  })

  it('roll back what was done when the work fails afterwards', async () => {
    const version = async () =>
      (await owner.query('select version from zones.settings where zone_id = $1', [zones[0]])).rows
    const before = await version()
    const work = async (zoned: Database) => {
      await sql`update zones.settings set version = version + 1 where zone_id = ${zones[0]}`.execute(zoned)
      throw new Error('changed my mind')
    }
    await expect(inZone(db, zones[0] ?? '', work)).rejects.toThrow('changed my mind')
    expect(await version()).toEqual(before)
  })

  it('fail when a statement failed whose failure the work kept to itself: nothing was committed', async () => {
    const work = async (zoned: Database) => {
      await sql`select 1 / ${0}::integer`.execute(zoned).catch(() => undefined)
      return 'as if'
    }
    await expect(inZone(db, zones[0] ?? '', work)).rejects.toThrow()
  })
})

describe('statements that nobody waits for', () => {
  const [zone] = [() => zones[0] ?? '']
  const version = async () =>
    (await owner.query('select version from zones.settings where zone_id = $1', [zone()])).rows[0]?.version as number
  const set = (on: Database, to: number) =>
    later(on, sql`update zones.settings set version = ${to} where zone_id = ${zone()}`.compile(on))
  const read = async (on: Database) => {
    const { rows } = await sql<{
      version: number
    }>`select version from zones.settings where zone_id = ${zone()}`.execute(on)
    return rows[0]?.version
  }

  it('are done in their place: after what came before and before what comes next', async () => {
    await inZone(db, zone(), async (zoned) => {
      await set(zoned, 100)
      await set(zoned, 101)
      expect(await read(zoned)).toBe(101)
      await set(zoned, 102)
      await sql`update zones.settings set version = version * 2 where zone_id = ${zone()}`.execute(zoned)
      await set(zoned, (await read(zoned)) ?? 0)
      await later(zoned, sql`update zones.settings set version = version + 1 where zone_id = ${zone()}`.compile(zoned))
    })
    expect(await version()).toBe(205)
  })

  it('are committed with the end when nothing else was asked, and undone with everything else', async () => {
    await inZone(db, zone(), (zoned) => set(zoned, 300))
    expect(await version()).toBe(300)
    const failing = inZone(db, zone(), async (zoned) => {
      await set(zoned, 301)
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await version()).toBe(300)
  })

  it('fail the commit when they fail: nothing is kept, what was to follow it does not, and the connection goes on', async () => {
    let followed = false
    const failing = inZone(db, zone(), async (zoned) => {
      await sql`update zones.settings set version = 400 where zone_id = ${zone()}`.execute(zoned)
      await later(zoned, sql`select 1 / ${0}::integer`.compile(zoned))
      await set(zoned, 401)
      afterCommit(zoned, () => {
        followed = true
      })
    })
    await expect(failing).rejects.toMatchObject({ code: '22012' })
    expect([await version(), followed, await visible(db)]).toEqual([300, false, []])
    expect(await inZone(db, zone(), read)).toBe(300)
  })

  it('fail the next statement when they fail, which is not done', async () => {
    const failing = inZone(db, zone(), async (zoned) => {
      await later(zoned, sql`select 1 / ${0}::integer`.compile(zoned))
      await sql`update zones.settings set version = 500 where zone_id = ${zone()}`.execute(zoned)
    })
    await expect(failing).rejects.toMatchObject({ code: '22012' })
    expect(await version()).toBe(300)
  })

  it('leave in the zone of their transaction and of no other', async () => {
    await inZone(db, zones[1] ?? '', (zoned) => set(zoned, 600))
    expect(await version()).toBe(300)
  })

  it('are refused in a transaction that reads, and done at once outside of one', async () => {
    await expect(inZone(db, zone(), (zoned) => set(zoned, 700), { readOnly: true })).rejects.toMatchObject({
      code: '25006',
    })
    await expect(later(db, sql`select 1 / ${0}::integer`.compile(db))).rejects.toMatchObject({ code: '22012' })
    expect(await version()).toBe(300)
  })
})
