import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportView } from '../../src/kernel/sheet-view.ts'
import { openDatabase } from '../../src/platform/database.ts'
import type { Database } from '../../src/platform/module.ts'
import { openBeside } from '../../src/platform/postgres/beside.ts'
import { freePort } from '../../src/platform/postgres/cluster.ts'
import { installInto } from '../runtime/installed.ts'
import { cleanUp, openFolder, type Program, postmasterPid, ready, startServer, until } from '../runtime/program.ts'
import { signedInAs } from '../support/accounts.ts'

/** The short form: fewer rows, still twelve steps of each stage in which three kills may fall. */
const long = process.env.LUODI_LONG === '1'
const many = long ? 40_000 : 24_000
const killsAStage = long ? 10 : 3

let dataFolder = ''
let port = 0
let program: Program
let db: Database
let cookie = ''

beforeEach(async () => {
  dataFolder = await openFolder()
  await installInto(dataFolder)
  port = await freePort()
  program = await startAgain()
  const { ownerUrl } = await openBeside({ dataFolder })
  db = openDatabase({ url: ownerUrl })
  cookie = (await signedInAs(db, { zone: 'linyi', roles: ['officer'] })).headers.cookie
}, 200_000)

afterEach(async () => {
  program?.child.kill('SIGKILL')
  await db?.destroy()
  await cleanUp(dataFolder)
})

async function startAgain(): Promise<Program> {
  const started = startServer(dataFolder, { PORT: String(port), LUODI_EMPTY: '1' })
  // A database that was killed with its program first reads its log again.
  await until(() => /is ready at/.test(started.stdout()) || started.child.exitCode !== null, 150_000)
  await ready(started)
  return started
}

/** Kills the program, every second time the database too, and starts again. */
async function kill(round: number): Promise<void> {
  const postmaster = postmasterPid(dataFolder)
  program.child.kill('SIGKILL')
  if (round % 2 === 1 && postmaster !== null) process.kill(postmaster, 'SIGKILL')
  await program.ended
  program = await startAgain()
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const url = `http://127.0.0.1:${port}/api/zones/linyi${path}`
  const answer = await fetch(url, { ...init, headers: { cookie, ...init.headers } })
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}

const seen = ({ id }: Pick<ImportView, 'id'>) => ask<ImportView>(`/sheet-imports/${id}`)

/** Waits until the stage has moved on from where it was, or is over. */
async function moved(before: ImportView): Promise<ImportView> {
  for (;;) {
    const now = await seen(before)
    if (now.state !== before.state || now.progress.done > before.progress.done) return now
    await sleep(20)
  }
}

/** Kills a stage in its middle again and again, then lets it end. Answers how often it was really met at work. */
async function killThrough(start: ImportView): Promise<number> {
  let met = 0
  let now = start
  for (let i = 0; i < killsAStage; i++) {
    now = await moved(now)
    if (now.state !== start.state) break
    await sleep(Math.random() * 150)
    await kill(i)
    now = await seen(now)
    if (now.state === start.state) met++
  }
  while (now.state === start.state) now = await moved(now)
  return met
}

test(`an import of ${many} rows is killed while it is compared and while it is written: it goes on, nothing lost, nothing doubled`, async () => {
  const csv = `企业名称,状态\n${Array.from({ length: many }, (_, i) => `导入企业${i},${i % 20 === 3 ? '开业' : '在产'}\n`).join('')}`
  const body = new FormData()
  body.append('file', new Blob([csv]), 'many.csv')
  const view = await ask<ImportView>('/enterprises/sheet/imports', { method: 'POST', body })
  const compared = await killThrough(view)
  const good = many - many / 20
  expect(await seen(view)).toMatchObject({ state: 'compared', counts: { new: good, bad: many / 20 } })
  const headers = { 'content-type': 'application/json' }
  const path = `/enterprises/sheet/imports/${view.id}/confirm`
  const written = await killThrough(await ask<ImportView>(path, { method: 'POST', body: '{}', headers }))
  process.stdout.write(`killed ${compared} times while comparing, ${written} times while writing\n`)
  expect(written).toBeGreaterThan(0)
  expect(await seen(view)).toMatchObject({ state: 'done', counts: { created: good, bad: many / 20 } })

  const owner = new pg.Client({ connectionString: (await openBeside({ dataFolder })).ownerUrl })
  await owner.connect()
  const read = async (sql: string) => (await owner.query(sql)).rows[0]
  const named = await read(`select count(*)::int as rows, count(distinct name)::int as names
    from enterprises.enterprises where name like '导入企业%'`)
  const told = await read(`select count(*)::int as events, count(distinct subject_id)::int as subjects
    from journal.events where subject_kind = 'enterprises.enterprise' and action = 'create'`)
  await owner.end()
  expect({ ...named, ...told }).toEqual({ rows: good, names: good, events: good, subjects: good })
}, 900_000)
