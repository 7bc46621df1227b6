import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { withClient } from '../../../test/setup/client.ts'
import { freshDatabase } from '../../../test/setup/database.ts'
import { type Line, openLine } from '../../../test/support/line.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { openDatabase } from '../database.ts'
import { findMigrations } from '../migration-files.ts'
import { type Database, defineModule, handle } from '../module.ts'
import { createServer, type RunningServer } from '../server.ts'

const summary = { zh: '试验', en: 'Trial' }
const base = { method: 'POST', permission: 'public', effect: 'write', summary } as const
const done = z.object({ done: z.boolean() })
/** Adds its mark to one zone's name, waits for `meet`, adds it to the other's. */
const both = endpoint({
  ...{ ...base, name: 'trial.both', path: '/api/trial/both', output: done },
  input: z.object({ first: z.string(), second: z.string(), mark: z.string() }),
})
const fail = endpoint({
  ...{ ...base, name: 'trial.fail', path: '/api/trial/fail', output: done },
  input: z.object({ sqlstate: z.string() }),
})
const rest = endpoint({
  ...{ ...base, name: 'trial.rest', path: '/api/trial/rest', output: done },
  input: z.object({ seconds: z.number() }),
})

let meet: () => Promise<void> = async () => undefined
let runs = 0
const add = (db: Database, code: string, mark: string) =>
  sql`update zones.zones set name_en = name_en || ${mark} where code = ${code}`.execute(db)
const trial = defineModule({
  name: 'trial',
  handlers: [
    handle(both, async (db, { first, second, mark }) => {
      runs++
      await add(db, first, mark)
      await meet()
      await add(db, second, mark)
      return { done: true }
    }),
    handle(fail, async (db, { sqlstate }) => {
      runs++
      await add(db, 'linyi', '#')
      await sql`do ${sql.lit(`begin raise exception 'no' using errcode = '${sqlstate}'; end`)}`.execute(db)
      return { done: true }
    }),
    handle(rest, async (db, { seconds }) => {
      await sql`select pg_sleep(${seconds})`.execute(db)
      return { done: true }
    }),
  ],
})

let line: Line
let db: Database
let server: RunningServer
let ownerUrl = ''

beforeAll(async () => {
  const database = await freshDatabase()
  ownerUrl = database.ownerUrl
  const url = new URL(database.appUrl)
  line = await openLine(Number(url.port))
  url.port = String(line.port)
  // A line of the network: a socket of files has no port to stand between.
  url.hostname = '127.0.0.1'
  db = openDatabase({ url: url.href, maxConnections: 2, statementTimeoutMs: 1_500 })
  const log = pino({ level: 'silent' })
  server = await createServer({ db, modules: [trial], migrations: findMigrations(), log })
})

afterAll(async () => {
  await server?.close()
  await db?.destroy()
  await line?.close()
})

beforeEach(() => {
  runs = 0
  meet = async () => undefined
})

async function post(path: string, body: unknown) {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${server.url}/api/trial/${path}`, { method: 'POST', body: JSON.stringify(body), headers })
  const told = (await answer.json()) as { code?: string; text?: { zh: string; en: string } }
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), ...told }
}

async function nameOf(code: string): Promise<string> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query('select name_en from zones.zones where code = $1', [code])
    return rows[0].name_en
  })
}

const marks = (name: string, mark: string) => name.split(mark).length - 1

describe('two requests that wait for each other', () => {
  it('are both answered: the one that the database gives up is done once more, each exactly once', async () => {
    let here = 0
    let open: () => void = () => undefined
    const together = new Promise<void>((resolve) => {
      open = resolve
    })
    meet = async () => {
      here++
      if (here === 2) open()
      if (here <= 2) await together
    }
    const [one, two] = await Promise.all([
      post('both', { first: 'linyi', second: 'jiexiu', mark: '<' }),
      post('both', { first: 'jiexiu', second: 'linyi', mark: '<' }),
    ])
    expect([one.status, two.status]).toEqual([200, 200])
    expect(runs).toBe(3)
    expect([marks(await nameOf('linyi'), '<'), marks(await nameOf('jiexiu'), '<')]).toEqual([2, 2])
  })

  it('are told to try again when that fails twice, and nothing of it is kept', async () => {
    expect(await post('fail', { sqlstate: '40P01' })).toMatchObject({
      ...{ status: 503, code: 'database.contended', retryAfter: '1' },
    })
    expect(runs).toBe(2)
    expect(await nameOf('linyi')).not.toContain('#')
  })
})

describe('what the database says of itself', () => {
  it.each([
    ['a full disk', '53100', 'storage.full', '60'],
    ['a disk that cannot be read or written', '58030', 'storage.unwritable', '60'],
    ['a database that is only read', '25006', 'database.read_only', '30'],
    ['too many connections', '53300', 'database.busy', '2'],
    ['no memory', '53200', 'database.busy', '2'],
    ['a start or a stop', '57P03', 'database.unavailable', '5'],
    ['a statement that was cut off', '57014', 'database.too_slow', '5'],
    ['files that are gone', '58P01', 'database.damaged', '60'],
    ['a damaged page', 'XX001', 'database.damaged', '60'],
    ['a database that is gone', '3D000', 'database.damaged', '60'],
    ['a login that it does not let in', '28P01', 'database.unavailable', '5'],
  ])('%s is told in one sentence, once, with a time to come back', async (_what, sqlstate, code, retryAfter) => {
    const told = await post('fail', { sqlstate })
    expect(told).toMatchObject({ status: 503, code, retryAfter })
    expect(told.text?.zh).toMatch(/[。]$/)
    expect(told.text?.en).toMatch(/\.$/)
    expect(runs).toBe(1)
    expect(await nameOf('linyi')).not.toContain('#')
  })
})

describe('health', () => {
  it('is 503 in a sentence, never an error of ours, when the database does not answer as it should', async () => {
    await withClient(ownerUrl, (client) => client.query('alter table platform.migrations rename to gone'))
    const answer = await fetch(`${server.url}/healthz`)
    await withClient(ownerUrl, (client) => client.query('alter table platform.gone rename to migrations'))
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('5')
    expect(await answer.json()).toMatchObject({ code: 'health.database', text: { zh: expect.stringMatching(/。$/) } })
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})

describe('a database that is slow', () => {
  it('holds nobody longer than a statement may take, and whoever finds no connection is told that the system is busy', async () => {
    const long = [post('rest', { seconds: 60 }), post('rest', { seconds: 60 })]
    expect(await Promise.all(long)).toMatchObject([
      { status: 503, code: 'database.too_slow' },
      { status: 503, code: 'database.too_slow' },
    ])
    let free: () => void = () => undefined
    const until = new Promise<void>((resolve) => {
      free = resolve
    })
    meet = () => until
    const holders = ['linyi', 'jiexiu'].map((zone) => post('both', { first: zone, second: zone, mark: '>' }))
    await expect.poll(() => runs).toBe(2)
    expect(await post('rest', { seconds: 0 })).toMatchObject({ status: 503, code: 'database.busy', retryAfter: '2' })
    free()
    expect(await Promise.all(holders)).toMatchObject([{ status: 200 }, { status: 200 }])
    expect(await post('rest', { seconds: 0 })).toMatchObject({ status: 200 })
  })

  it('that has fallen silent is given up in time; when it speaks again, nothing that was refused is found done', async () => {
    let reached: () => void = () => undefined
    const begun = new Promise<void>((resolve) => {
      reached = resolve
    })
    meet = async () => {
      line.freeze()
      reached()
    }
    const asked = post('both', { first: 'linyi', second: 'linyi', mark: '~' })
    await begun
    expect(await asked).toMatchObject({ status: 503, code: 'database.too_slow' })
    expect(await post('rest', { seconds: 0 })).toMatchObject({ status: 503 })
    line.thaw()
    meet = async () => undefined
    await expect.poll(async () => (await post('rest', { seconds: 0 })).status, { timeout: 15_000 }).toBe(200)
    expect(await post('both', { first: 'linyi', second: 'jiexiu', mark: '+' })).toMatchObject({ status: 200 })
    expect([marks(await nameOf('linyi'), '~'), marks(await nameOf('linyi'), '+')]).toEqual([0, 1])
  }, 60_000)
})

describe('a line that is cut', () => {
  it('in the middle of a write leaves nothing of it, and the next request is answered', async () => {
    meet = async () => line.cut()
    expect(await post('both', { first: 'linyi', second: 'linyi', mark: '?' })).toMatchObject({
      ...{ status: 503, code: 'database.unavailable', retryAfter: '5' },
    })
    meet = async () => undefined
    await expect.poll(async () => (await post('rest', { seconds: 0 })).status).toBe(200)
    expect(await nameOf('linyi')).not.toContain('?')
  })

  it('and stays so is told until it is mended', async () => {
    line.cut('refuse')
    for (let i = 0; i < 3; i++) {
      expect(await post('rest', { seconds: 0 })).toMatchObject({ status: 503, code: 'database.unavailable' })
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(503)
    line.thaw()
    expect(await post('rest', { seconds: 0 })).toMatchObject({ status: 200 })
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})
