import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/platform/database.ts'
import { openBeside } from '../../src/platform/postgres/beside.ts'
import { installInto } from '../runtime/installed.ts'
import { cleanUp, openFolder, type Program, ready, startServer, until } from '../runtime/program.ts'
import { withDatabase } from '../setup/template.ts'
import { signedInAs } from '../support/accounts.ts'
import { type SmallDisk, smallDisk } from '../support/small-disk.ts'

let dataFolder = ''
let disk: SmallDisk | null = null
let program: Program
let address = ''
let ownerUrl = ''
let headers: { cookie: string }

/** One server for all: it is to be well again after each misfortune but the last. */
beforeAll(async () => {
  dataFolder = await openFolder()
  disk = smallDisk(dataFolder, 360)
  await installInto(dataFolder)
  program = startServer(dataFolder, { LUODI_EMPTY: '1' })
  await until(() => /is ready at/.test(program.stdout()) || program.child.exitCode !== null, 150_000)
  address = await ready(program)
  ownerUrl = (await openBeside({ dataFolder })).ownerUrl
  const db = openDatabase({ url: ownerUrl })
  headers = (await signedInAs(db, { zone: 'linyi', roles: ['admin', 'officer'] })).headers
  await db.destroy()
}, 200_000)

afterAll(async () => {
  disk?.free()
  program.child.kill('SIGTERM')
  await program.ended
  await cleanUp(dataFolder).catch(() => undefined)
  disk?.unmount()
  await cleanUp(dataFolder)
}, 60_000)

interface Told {
  readonly status: number
  readonly code?: string
  readonly retryAfter: string | null
  readonly text?: { readonly zh: string; readonly en: string }
}

async function told(answer: Response): Promise<Told> {
  const body = (await answer.json()) as Pick<Told, 'code' | 'text'>
  return {
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    code: body.code,
    text: body.text,
  } as Told
}

async function make(name: string): Promise<Told> {
  const more = { 'content-type': 'application/json', 'idempotency-key': `department-${name}` }
  const init = { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify({ name }) }
  return told(await fetch(`${address}/api/zones/linyi/departments`, init))
}

async function send(path: string, content: string, name: string): Promise<Told> {
  const body = new FormData()
  body.set('file', new Blob([content]), name)
  return told(await fetch(`${address}/api/zones/linyi${path}`, { method: 'POST', headers, body }))
}

async function owner<T>(work: (client: pg.Client) => Promise<T>, url = ownerUrl): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const status = async (path: string) => (await fetch(`${address}${path}`, { headers })).status
const arrivals = () => readdirSync(join(dataFolder, 'files', 'incoming'))

test.runIf(process.platform === 'linux')(
  'a disk that is full refuses in one sentence what it cannot keep, loses nothing that it kept, and is well again when there is space',
  async (context) => {
    // Without the right to mount one there is no disk to fill: whoever runs this is told, not shown a green line.
    if (!disk) return context.skip('this user may not mount a small disk')
    const kept = ['before-1', 'before-2']
    for (const name of kept) expect(await make(name)).toMatchObject({ status: 200 })
    expect(await send('/files', 'x'.repeat(100_000), 'a.txt')).toMatchObject({ status: 200 })
    disk.fill()
    expect(await send('/files', 'y'.repeat(200_000), 'b.txt')).toMatchObject({
      ...{ status: 503, code: 'storage.full', retryAfter: '60' },
    })
    expect(arrivals()).toEqual([])
    const refused: Told[] = []
    for (let i = 0; i < 60 && refused.length < 5; i++) {
      const answer = await send(
        '/enterprises/sheet/imports',
        `企业名称,状态\n${randomBytes(500_000).toString('hex')},在产\n`,
        'a.csv',
      )
      if (answer.status !== 200) refused.push(answer)
    }
    expect(refused.length).toBeGreaterThan(0)
    for (const { status: given, code, text, retryAfter } of refused) {
      expect([given, code]).toEqual([
        503,
        expect.stringMatching(/^(storage\.full|storage\.unwritable|database\.unavailable)$/),
      ])
      expect(text?.zh).toMatch(/。$/)
      expect(Number(retryAfter)).toBeGreaterThan(0)
    }
    const during = `during-${randomUUID()}`
    const answer = await make(during)
    expect([200, 503]).toContain(answer.status)
    if (answer.status === 200) kept.push(during)
    expect(program.child.exitCode, program.stderr()).toBeNull()

    disk.free()
    await expect.poll(async () => (await make('after')).status, { timeout: 90_000, interval: 500 }).toBe(200)
    expect(await status('/readyz')).toBe(200)
    expect(await send('/files', 'z'.repeat(3_000_000), 'c.txt')).toMatchObject({ status: 200 })
    const { rows } = await owner((client) =>
      client.query(`select name, count(*)::int as times from organisation.departments group by name order by name`),
    )
    const times = new Map(rows.map(({ name, times: count }) => [name, count]))
    for (const name of [...kept, 'after']) expect([name, times.get(name)]).toEqual([name, 1])
    process.stdout.write(`${refused.map(({ code }) => code).join(', ')}\n`)
  },
  300_000,
)

test('a database that may only be read is read, refuses to keep anything in one sentence, and is well again by itself', async () => {
  expect(await make('before-turn')).toMatchObject({ status: 200 })
  const turn = (how: 'on' | 'off') =>
    owner(async (client) => {
      await client.query('set default_transaction_read_only = off')
      await client.query(`alter database luodi set default_transaction_read_only = ${how}`)
      await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'luodi'`)
    })
  await turn('on')
  await expect.poll(() => status('/api/zones/linyi/departments'), { timeout: 20_000 }).toBe(200)
  expect(await make('refused')).toMatchObject({ status: 503, code: 'database.read_only', retryAfter: '30' })
  expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503])
  await turn('off')
  await expect.poll(async () => (await make('after-turn')).status, { timeout: 20_000 }).toBe(200)
  expect(await status('/readyz')).toBe(200)
  const { rows } = await owner((client) =>
    client.query(
      `select name from organisation.departments where name in ('before-turn', 'refused', 'after-turn') order by name`,
    ),
  )
  expect(rows.map(({ name }) => name)).toEqual(['after-turn', 'before-turn'])

  // At the very end somebody deletes its files while it runs: what is asked of it then says so, and is no error of ours.
  const { rows: at } = await owner((client) =>
    client.query(`select current_setting('data_directory') || '/base/' || oid as folder from pg_database
      where datname = current_database()`),
  )
  for (const file of readdirSync(at[0].folder)) rmSync(join(at[0].folder, file))
  const gone = { status: 503, code: expect.stringMatching(/^database\.(damaged|unavailable)$/) }
  // From beside it: nobody gets into it any more, and who is in it might go on for a while with what is in memory.
  await owner(
    (client) => client.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = 'luodi'`),
    withDatabase(ownerUrl, 'postgres'),
  )
  expect(await told(await fetch(`${address}/healthz`))).toMatchObject(gone)
  expect(await make('lost')).toMatchObject(gone)
  expect(program.child.exitCode, program.stderr()).toBeNull()
}, 120_000)
