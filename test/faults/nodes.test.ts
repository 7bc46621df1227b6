import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { believedMs } from '../../src/platform/access/known-callers.ts'
import { inZone } from '../../src/platform/database.ts'
import type { ZoneRef } from '../../src/platform/module.ts'
import { send } from '../../src/platform/outbox/send.ts'
import { project as example } from '../plans/given.ts'
import { ready } from '../runtime/program.ts'
import { within } from '../runtime/within.ts'
import { signedInAs, testContext, zoneRef } from '../support/accounts.ts'
import { type HookReceiver, hookReceiver } from '../support/receivers.ts'
import {
  accountIn,
  ask,
  folderElsewhere,
  logged,
  openPage,
  openPair,
  type Pair,
  password,
  type RunningNode,
} from './pair.ts'

const long = process.env.LUODI_LONG === '1'
const messages = long ? 5_000 : 500
const writes = long ? 400 : 60
const departments = '/api/zones/linyi/departments'

let pair: Pair
let hook: HookReceiver
let zone: ZoneRef
let admin = ''
let officer = ''
let reader = ''
let [a, b] = [] as unknown as [RunningNode, RunningNode]

/** One account hears of everything by a webhook of its zone. */
beforeAll(async () => {
  hook = await hookReceiver()
  pair = await openPair({ LUODI_ALLOW_HOSTS: `127.0.0.1:${hook.port}`, LUODI_SLOW_MS: '1' })
  ;[a, b] = pair.nodes as [RunningNode, RunningNode]
  const { db } = pair.installation
  zone = await zoneRef(db, 'linyi')
  admin = (await signedInAs(db, { zone: 'linyi', roles: ['admin'] })).headers.cookie
  const person = await signedInAs(db, { zone: 'linyi', roles: ['officer', 'agent'] })
  officer = person.headers.cookie
  reader = person.accountId
  const channel = { shape: 'json', name: 'hook', address: `http://127.0.0.1:${hook.port}/`, secret: 'sec-ret-1' }
  const made = await ask(a, '/api/zones/linyi/delivery/channels', { cookie: admin, body: channel })
  const { channels } = JSON.parse(made.text) as { channels: { id: string }[] }
  const ways = { channels: ['webhook'], webhookId: channels[0]?.id, mail: null, phone: null, version: 0 }
  const wishes = { ...ways, quiet: null, urgentPasses: true, digestAt: null, language: 'zh' }
  expect(await ask(b, '/api/zones/linyi/delivery/mine', { cookie: officer, body: wishes })).toMatchObject({
    status: 200,
  })
}, 200_000)

afterAll(async () => {
  await pair?.close()
  await hook?.close()
}, 60_000)

test('two nodes begin at the same moment on an empty database: one migrates, the other waits, and both serve', async () => {
  expect(pair.nodes.flatMap((node) => logged(node, 'migrated'))).toHaveLength(1)
  for (const node of pair.nodes) expect(await ask(node, '/healthz')).toMatchObject({ status: 200 })
  const keys = await pair.owner.query('select id from journal.signing_keys')
  expect(keys.rows, 'both sign with one key').toHaveLength(1)
})

test('a session opened on one node holds on the other, and ended on one it is out on the other; attempts are counted together', async () => {
  const login = 'both@linyi.test'
  await accountIn(pair.installation.db, zone, login)
  const signIn = (node: RunningNode, given = password) =>
    ask(node, '/api/session', { body: { login, password: given } })
  const { status, cookie } = await signIn(a)
  expect(status).toBe(200)
  expect(await ask(b, departments, { cookie })).toMatchObject({ status: 200 })
  expect(await ask(a, '/api/session', { cookie, method: 'DELETE', body: {} })).toMatchObject({ status: 200 })
  // The other node may believe what it knew for half a second (ADR 41), and not longer.
  await sleep(believedMs)
  expect(await ask(b, departments, { cookie })).toMatchObject({ status: 401 })
  const wrong = []
  for (const node of [a, b, a, b, a]) wrong.push((await signIn(node, 'not the password')).status)
  expect(wrong).toEqual([401, 401, 401, 401, 401])
  expect(await signIn(b), 'locked by what both counted').toMatchObject({ status: 429 })
})

test('what is changed through one node, a page that is open on the other hears; also after both have lost their connection for signals', async () => {
  const first = await openPage(b, admin)
  const made = async (path: string, body: unknown) => {
    const { text } = await ask(a, `/api/zones/linyi${path}`, { cookie: officer, body })
    return (JSON.parse(text) as { record?: { id: string } }).record?.id
  }
  const enterpriseId = await made('/enterprises', { name: '示例食品有限公司', status: 'building' })
  const project = await made('/projects', { name: '示例食品工厂', kind: 'industrial', enterpriseId })
  const { facts } = example('food-factory')
  let version = 0
  const change = () => {
    const body = { version: version++, facts, startOn: '2026-03-02' }
    return ask(a, `/api/zones/linyi/projects/${project}/basis`, { cookie: officer, body })
  }
  const word = `{"topic":"projects.changed","id":"${project}"}`
  expect(await change()).toMatchObject({ status: 200 })
  await expect.poll(first.told, { timeout: 10_000 }).toContain(word)
  const lost = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'luodi-signals'`
  expect((await pair.owner.query(lost)).rowCount).toBe(2)
  // What was told meanwhile is not known: the page is let go, comes again and asks anew.
  expect(await change()).toMatchObject({ status: 200 })
  await expect.poll(first.over, { timeout: 20_000 }).toBe(true)
  const again = await openPage(b, admin)
  const heard = async () => {
    await change()
    return again.told()
  }
  await expect.poll(heard, { timeout: 20_000, interval: 300 }).toContain(word)
  await again.close()
})

test('a file taken in by one node is read from the other', async () => {
  const body = new FormData()
  body.set('file', new Blob(['一份说明']), '说明.txt')
  const init = { method: 'POST', headers: { cookie: admin, 'idempotency-key': randomUUID() }, body }
  const taken = await fetch(`${a.address}/api/zones/linyi/files`, init)
  const { id } = (await taken.json()) as { id: string }
  expect(await ask(b, `/api/zones/linyi/files/${id}`, { cookie: admin })).toMatchObject({
    status: 200,
    text: '一份说明',
  })
})

/** Puts out so many messages in one transaction; the texts are told apart by `mark`. */
async function putOutMessages(mark: string, count: number): Promise<void> {
  const { db } = pair.installation
  await inZone(db, zone.id, async (zoned) => {
    for (let i = 0; i < count; i++) {
      const text = { zh: `${mark}-${i}`, en: `${mark}-${i}` }
      const subject = { subjectKind: 'trial.thing', subjectId: randomUUID() }
      const message = { channel: 'app' as const, key: `${mark}-${i}`, ...subject, to: [{ accountId: reader }], text }
      await send(zoned, testContext(new Date(), zone), { ...message, link: null })
    }
  })
}

/** What the receiver was sent with this mark: by the key that a repetition has too, how often, and the text. */
function receivedOf(mark: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { headers, body } of hook.received) {
    const { text } = JSON.parse(body) as { text: string }
    const key = String(headers['idempotency-key'])
    if (text.startsWith(`${mark}-`)) found.set(key, [...(found.get(key) ?? []), text])
  }
  return found
}

async function allReceived(mark: string, count: number): Promise<string[][]> {
  await expect.poll(() => receivedOf(mark).size, { timeout: long ? 600_000 : 60_000, interval: 100 }).toBe(count)
  // What would come a second time comes within the first back-off.
  await sleep(2_500)
  const texts = [...receivedOf(mark).values()]
  expect(new Set(texts.flat()).size).toBe(count)
  expect(texts.filter((same) => new Set(same).size !== 1)).toEqual([])
  return texts
}

/** Rows that tell of a job which is not done, or was told twice to its reader within the program. */
async function leftOver(mark: string) {
  const { rows: open } = await pair.owner.query('select kind, error from jobs.outbox where done_at is null')
  const { rows: told } = await pair.owner.query(
    'select text_zh from jobs.notifications where starts_with(text_zh, $1) group by text_zh having count(*) <> 1',
    [`${mark}-`],
  )
  return { open, told }
}

test(`${messages} messages leave by both nodes: none is lost, none doubled`, async () => {
  await putOutMessages('calm', messages)
  const texts = await allReceived('calm', messages)
  expect(texts.filter((same) => same.length !== 1)).toEqual([])
  expect(await leftOver('calm')).toEqual({ open: [], told: [] })
  for (const node of pair.nodes) expect(node.program.stderr(), 'this node sent too').toContain('"by":"send.webhook"')
}, 900_000)

/** Writes through one node; where it is gone, the same with the same key through the other. Answers the names that were accepted. */
async function writeThrough(nodes: readonly RunningNode[], count: number): Promise<string[]> {
  const accepted: string[] = []
  for (let i = 0; i < count; i++) {
    const name = `dept-${randomUUID()}`
    const headers = { cookie: admin, 'content-type': 'application/json', 'idempotency-key': name }
    const init = { method: 'POST', headers, body: JSON.stringify({ name }) }
    for (let attempt = 0; accepted.at(-1) !== name && attempt < 20; attempt++) {
      const node = nodes[attempt % nodes.length]
      const answer = await fetch(`${node?.address}${departments}`, init).catch(() => undefined)
      if (answer?.ok) accepted.push(name)
    }
  }
  return accepted
}

test(`one node is killed amid ${messages} messages and its writers: the other goes on, nothing is lost or doubled`, async () => {
  const writing = Promise.all([writeThrough([a, b], writes), writeThrough([b], writes)])
  await putOutMessages('kill', messages)
  await expect.poll(() => receivedOf('kill').size, { timeout: 60_000, interval: 20 }).toBeGreaterThan(messages / 5)
  expect(receivedOf('kill').size).toBeLessThan(messages)
  a.program.child.kill('SIGKILL')
  const texts = await allReceived('kill', messages)
  // What the killed node had in hand may have been sent already: the receiver knows it again by its key.
  expect(texts.filter((same) => same.length > 1).length).toBeLessThanOrEqual(2)
  expect(await leftOver('kill')).toEqual({ open: [], told: [] })
  const accepted = (await writing).flat()
  expect(accepted).toHaveLength(2 * writes)
  const { rows } = await pair.owner.query<{ name: string; events: number }>(
    `select d.name, (select count(*)::int from journal.events e where e.subject_id = d.id) as events
     from organisation.departments d where d.name = any ($1)`,
    [accepted],
  )
  expect(rows.map(({ name }) => name).sort()).toEqual(accepted.sort())
  expect(rows.filter(({ events }) => events !== 1)).toEqual([])
}, 900_000)

test('the journal that two nodes have sealed is one tree, and verifies with every checkpoint in and outside the database', async () => {
  const sealed = pair.nodes.map((node) => logged(node, 'journal sealed').filter((line) => line.zone === 'linyi'))
  const unsealed = `select count(*)::int as left from journal.events e where not exists
    (select from journal.leaves l where l.zone_id = e.zone_id and l.id = e.id)`
  await expect.poll(async () => (await pair.owner.query(unsealed)).rows[0].left, { timeout: 60_000 }).toBe(0)
  const sizes = sealed.flat().map(({ size }) => size)
  expect(sizes.length).toBeGreaterThan(1)
  expect(new Set(sizes).size).toBe(sizes.length)
  if (long) for (const node of sealed) expect(node.length).toBeGreaterThan(0)
  const verified = await within(pair.shared, ['journal', 'verify'], { DATABASE_URL: pair.ownerUrl })
  expect(verified, verified.stderr).toMatchObject({ code: 0 })
  const lines = readFileSync(join(pair.shared, 'checkpoints', 'linyi.jsonl'), 'utf8')
    .trim()
    .split('\n')
  expect(lines.every((line) => JSON.parse(line).statement.length > 0)).toBe(true)
  expect(lines.length).toBeGreaterThanOrEqual(sizes.length)
})

test('a node with another data folder is refused, and so is an upgrade under a node that serves', async () => {
  const elsewhere = pair.begin({ LUODI_DATA: folderElsewhere(pair) })
  expect(await elsewhere.ended).toBe(1)
  expect(elsewhere.stderr()).toMatch(
    /^Another node runs on this database with another data folder than .*LUODI_DATA\)\.$/m,
  )
  expect(existsSync(join(pair.shared, '..', 'elsewhere', 'secret-key')), 'it left nothing there').toBe(false)
  const upgrade = () => within(pair.shared, ['migrate'], { DATABASE_URL: pair.ownerUrl })
  const newest = 'select name, sha256, applied_at from platform.migrations order by applied_at desc, name desc limit 1'
  const { rows } = await pair.owner.query(newest)
  await pair.owner.query('delete from platform.migrations where name = $1', [rows[0].name])
  const upgraded = await upgrade()
  expect(upgraded).toMatchObject({ code: 1, stdout: '' })
  expect(upgraded.stderr).toBe('1 node(s) of the older program still serve this database: stop them, then upgrade.\n')
  const { name, sha256, applied_at } = rows[0]
  await pair.owner.query('insert into platform.migrations values ($1, $2, $3)', [name, sha256, applied_at])
  expect(await upgrade()).toMatchObject({ code: 0, stdout: '' })
})

test('the killed node comes back beside the other', async () => {
  const again = { program: pair.begin(), address: '' }
  const address = await ready(again.program)
  expect(await ask({ ...again, address }, departments, { cookie: admin })).toMatchObject({ status: 200 })
  expect(b.program.child.exitCode).toBeNull()
})
