import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../src/platform/database.ts'
import type { Database } from '../../src/platform/module.ts'
import { openBeside } from '../../src/platform/postgres/beside.ts'
import { freePort } from '../../src/platform/postgres/cluster.ts'
import { project as example } from '../plans/given.ts'
import { installInto } from '../runtime/installed.ts'
import { cleanUp, openFolder, type Program, postmasterPid, ready, startServer, until } from '../runtime/program.ts'
import { signedInAs } from '../support/accounts.ts'

/** The long form: more kills, and an officer who decides on one case all the while. The short one kills each victim three times. */
const long = process.env.LUODI_LONG === '1'
const kills = long ? 100 : 9
const writers = 4

let dataFolder = ''
let port = 0
let program: Program
let db: Database
let owner: pg.Client
let cookie = ''
let officer = ''

beforeEach(async () => {
  dataFolder = await openFolder()
  await installInto(dataFolder)
  port = await freePort()
  program = await startAgain()
  const { ownerUrl } = await openBeside({ dataFolder })
  db = openDatabase({ url: ownerUrl })
  cookie = (await signedInAs(db, { zone: 'linyi', roles: ['admin'] })).headers.cookie
  officer = (await signedInAs(db, { zone: 'linyi', roles: ['officer', 'agent'] })).headers.cookie
}, 120_000)

afterEach(async () => {
  program?.child.kill('SIGKILL')
  await db?.destroy()
  await cleanUp(dataFolder)
})

async function startAgain(): Promise<Program> {
  const started = startServer(dataFolder, { PORT: String(port), LUODI_EMPTY: '1' })
  await ready(started)
  return started
}

const address = (path: string) => `http://127.0.0.1:${port}${path}`

/** What the server said yes to; a writer that hears nothing sends the same again under the same key, as a page would. */
interface Ledger {
  readonly sent: string[]
  readonly acknowledged: string[]
}

/**
 * One write until it is answered, to the last byte; what the server refuses for now (503) or does not answer is sent again. An answer that is
 * cut off after its head is none. Undefined: the test was over first.
 */
async function insist(send: () => Promise<Response>, stopped: () => boolean): Promise<string | undefined> {
  while (!stopped()) {
    const answer = await whole(send).catch(() => undefined)
    if (answer?.ok) return answer.text
    if (answer && answer.status < 500) throw new Error(`${answer.status}: ${answer.text}`)
    await sleep(50)
  }
  return undefined
}

async function whole(send: () => Promise<Response>): Promise<{ ok: boolean; status: number; text: string }> {
  const answer = await send()
  return { ok: answer.ok, status: answer.status, text: await answer.text() }
}

async function writeDepartments(ledger: Ledger, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    const name = `dept-${randomUUID()}`
    ledger.sent.push(name)
    const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': name }
    const init = { method: 'POST', headers, body: JSON.stringify({ name }) }
    const url = address('/api/zones/linyi/departments')
    const answer = await insist(() => fetch(url, { ...init, signal: AbortSignal.timeout(10_000) }), stopped)
    if (answer !== undefined) ledger.acknowledged.push(name)
  }
}

/** Uploads of half a megabyte, many of which are cut off halfway. The ledger holds their hashes. */
async function uploadFiles(ledger: Ledger, stopped: () => boolean): Promise<void> {
  while (!stopped()) {
    const text = randomBytes(256 * 1024).toString('hex')
    const sha256 = createHash('sha256').update(text).digest('hex')
    ledger.sent.push(sha256)
    const headers = { cookie, 'idempotency-key': sha256 }
    const send = () => {
      const body = new FormData()
      body.set('file', new Blob([text]), 'a.txt')
      const url = address('/api/zones/linyi/files')
      return fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) })
    }
    if ((await insist(send, stopped)) !== undefined) ledger.acknowledged.push(sha256)
  }
}

/** As the officer, beneath the zone; answers what was answered. */
async function ask(path: string, body: unknown, more: { key: string; stopped: () => boolean }) {
  const headers = { cookie: officer, 'content-type': 'application/json', 'idempotency-key': more.key }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const send = () => fetch(address(`/api/zones/linyi${path}`), { ...init, signal: AbortSignal.timeout(10_000) })
  const answer = await insist(send, more.stopped)
  return answer === undefined ? undefined : (JSON.parse(answer) as Record<string, unknown>)
}

/** An application of a project with its facts, waiting for decisions. */
async function openCase(): Promise<{ id: string; version: number }> {
  const stopped = () => false
  const made = async (path: string, body: unknown) => {
    const answer = await ask(path, body, { key: randomUUID(), stopped })
    return (answer?.record as { id: string } | undefined)?.id ?? ''
  }
  const enterpriseId = await made('/enterprises', { name: '示例食品有限公司', status: 'building' })
  const project = await made('/projects', { name: '示例食品工厂', kind: 'industrial', enterpriseId })
  const { facts } = example('food-factory')
  const basis = { version: 0, facts, startOn: '2026-03-02' }
  await ask(`/projects/${project}/basis`, basis, { key: randomUUID(), stopped })
  const filed = { project, matter: 'entry-review', papers: [] }
  const opened = await ask('/cases', filed, { key: randomUUID(), stopped })
  return { id: String(opened?.id), version: Number(opened?.version) }
}

/** One decision after the other on one case, each on the version that the one before has left. */
async function decide(opened: { id: string; version: number }, ledger: Ledger, stopped: () => boolean): Promise<void> {
  let { version } = opened
  while (!stopped()) {
    const reason = `note-${randomUUID()}`
    ledger.sent.push(reason)
    const answer = await ask(`/cases/${opened.id}/record`, { version, reason }, { key: reason, stopped })
    if (answer === undefined) return
    ledger.acknowledged.push(reason)
    version = Number(answer.version)
  }
}

/** The case is what its actions say: each acknowledged one once, versions and journal without gap or twin. */
async function expectWholeCase(client: pg.Client, caseId: string, { sent, acknowledged }: Ledger): Promise<void> {
  const read = async (sql: string) => (await client.query(sql, [caseId])).rows
  const [stored] = await read('select version from cases.cases where id = $1')
  const actions = await read(`select reason as key from cases.actions where case_id = $1 order by ordinal`)
  const notes = counts(actions.filter(({ key }) => key !== null))
  expect(acknowledged.filter((reason) => notes.get(reason) !== 1)).toEqual([])
  expect([...notes].filter(([reason, count]) => count !== 1 || !sent.includes(reason))).toEqual([])
  expect(stored.version).toBe(actions.length)
  const told = await read(`select note as key from journal.events
    where subject_id = $1 and action = 'record' order by id`)
  expect(told.map(({ key }) => key)).toEqual(actions.slice(1).map(({ key }) => key))
}

const victims = ['app', 'postmaster', 'both'] as const

/** Kills, and brings back what does not come back by itself. Answers how long nobody was answered. */
async function kill(victim: (typeof victims)[number]): Promise<number> {
  const postmaster = postmasterPid(dataFolder)
  const since = Date.now()
  if (victim !== 'postmaster') program.child.kill('SIGKILL')
  if (victim !== 'app' && postmaster !== null) process.kill(postmaster, 'SIGKILL')
  if (victim !== 'postmaster') {
    await program.ended
    program = await startAgain()
    if (victim === 'app') expect(postmasterPid(dataFolder), 'the orphan is adopted').toBe(postmaster)
  } else {
    await until(() => ![null, postmaster].includes(postmasterPid(dataFolder)))
  }
  while ((await fetch(address('/healthz')).catch(() => undefined))?.status !== 200) await sleep(20)
  return Date.now() - since
}

function counts(rows: readonly { readonly key: string }[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const { key } of rows) found.set(key, (found.get(key) ?? 0) + 1)
  return found
}

test(
  `${writers} writers and an uploader${long ? ', an officer who decides' : ''}, ${kills} kills of app, postmaster or both: nothing acknowledged is lost, nothing done twice`,
  async () => {
    const departments: Ledger = { sent: [], acknowledged: [] }
    const uploads: Ledger = { sent: [], acknowledged: [] }
    const notes: Ledger = { sent: [], acknowledged: [] }
    const opened = long ? await openCase() : null
    let over = false
    const stopped = () => over
    const work = Promise.all([
      ...Array.from({ length: writers }, () => writeDepartments(departments, stopped)),
      uploadFiles(uploads, stopped),
      ...(opened ? [decide(opened, notes, stopped)] : []),
    ])
    const away: Record<string, number[]> = { app: [], postmaster: [], both: [] }
    for (let i = 0; i < kills; i++) {
      await sleep(150 + Math.random() * 500)
      const victim = victims[i % victims.length] ?? 'app'
      away[victim]?.push(await kill(victim))
      expect(program.child.exitCode, program.stderr()).toBeNull()
    }
    // On a busy machine a kill may meet every upload so far: after the last one they get through.
    await until(() => departments.acknowledged.length > kills && uploads.acknowledged.length > 2, 60_000)
    await sleep(500)
    over = true
    await work
    process.stdout.write(
      `${departments.acknowledged.length} writes, ${uploads.acknowledged.length} uploads, ${notes.acknowledged.length} decisions; away, ms: ${JSON.stringify(away)}\n`,
    )
    expect(departments.acknowledged.length).toBeGreaterThan(kills)
    expect(uploads.acknowledged.length).toBeGreaterThan(2)
    if (opened) expect(notes.acknowledged.length).toBeGreaterThan(2)

    owner = new pg.Client({ connectionString: (await openBeside({ dataFolder })).ownerUrl })
    await owner.connect()
    if (opened) await expectWholeCase(owner, opened.id, notes)
    const named = counts(
      (await owner.query(`select name as key from organisation.departments where name like 'dept-%'`)).rows,
    )
    expect(departments.acknowledged.filter((name) => named.get(name) !== 1)).toEqual([])
    expect([...named].filter(([name, count]) => count !== 1 || !departments.sent.includes(name))).toEqual([])
    const journal = await owner.query(`select after->>'name' as key from journal.events where action = 'create'
    and after->>'name' like 'dept-%'`)
    expect(counts(journal.rows)).toEqual(named)

    const stored = counts((await owner.query('select sha256 as key from files.files')).rows)
    await owner.end()
    expect(uploads.acknowledged.filter((sha256) => stored.get(sha256) !== 1)).toEqual([])
    for (const [sha256, count] of stored) {
      expect(count).toBe(1)
      const content = readFileSync(join(dataFolder, 'files', sha256.slice(0, 2), sha256))
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    }
    expect(Math.max(...(away.postmaster ?? []))).toBeLessThan(5_000)
  },
  long ? 3_000_000 : 600_000,
)
