import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { inZone, openDatabase } from '../../src/platform/database.ts'
import type { Database } from '../../src/platform/module.ts'
import { type NewMessage, send } from '../../src/platform/outbox/send.ts'
import type { RunningServer } from '../../src/platform/server.ts'
import { start } from '../../src/platform/start.ts'
import { openTelemetry } from '../../src/platform/telemetry/telemetry.ts'
import { traced, tracer } from '../../src/platform/telemetry/tracer.ts'
import { freshDatabase, type TestDatabase } from '../setup/database.ts'
import { type SignedInAs, signedInAs, testContext, zoneRef } from '../support/accounts.ts'
import { type HookReceiver, hookReceiver } from '../support/receivers.ts'
import { openReceiver, type Receiver, words } from './receiver.ts'

const log = pino({ level: 'silent' })
const dataFolder = mkdtempSync(join(tmpdir(), 'luodi-telemetry-'))
const often = { serviceName: 'luodi-test', ratio: 1, everyMs: 50, metricsEveryMs: 200 }
let collector: Receiver
let database: TestDatabase
let server: RunningServer
let db: Database
let officer: SignedInAs
let hook: HookReceiver

beforeAll(async () => {
  collector = await openReceiver()
  hook = await hookReceiver()
  vi.stubEnv('LUODI_ALLOW_HOSTS', `127.0.0.1:${hook.port}`)
  database = await freshDatabase()
  const { ownerUrl } = database
  const telemetry = { ...often, endpoint: collector.url }
  server = await start({ ownerUrl, dataFolder, host: '127.0.0.1', port: 0, log, journalHash: 'sha256', telemetry })
  db = openDatabase({ url: database.appUrl })
  officer = await signedInAs(db, { zone: 'linyi', roles: ['officer'] })
}, 600_000)

afterAll(async () => {
  await db?.destroy()
  await server?.close()
  await collector?.stop()
  await hook?.close()
  vi.unstubAllEnvs()
  await rm(dataFolder, { recursive: true, force: true })
})

const given = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' }
const traceparent = `00-${given.traceId}-${given.spanId}-01`
const secret = '欧阳示例'

/** Waits until the collector has what is looked for. */
async function until<T>(find: () => T | undefined): Promise<T> {
  return expect
    .poll(() => find() !== undefined, { timeout: 30_000 })
    .toBe(true)
    .then(() => find() as T)
}

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...officer.headers, traceparent }
  return fetch(`${server.url}${path}`, { ...init, headers })
}

describe('a request', { timeout: 60_000 }, () => {
  it('is one span of whoever asked, named by its endpoint, with its statements beneath', async () => {
    const made = await ask('/api/zones/linyi/enterprises', {
      method: 'POST',
      body: JSON.stringify({ name: `${secret}有限公司`, status: 'planned' }),
    })
    expect(made.status).toBe(200)
    const span = await until(() =>
      collector.spans.find((one) => words(one)['http.response.status_code'] === 200 && one.traceId === given.traceId),
    )
    expect(span).toMatchObject({ parentSpanId: given.spanId, kind: 2 })
    expect(words(span)).toMatchObject({
      ...{ 'http.request.method': 'POST', 'http.route': '/api/zones/:zone/enterprises' },
      ...{ 'http.response.status_code': 200, 'luodi.zone': 'linyi' },
    })
    const beneath = () => collector.spans.filter(({ parentSpanId }) => parentSpanId === span.spanId)
    await until(() => beneath().find(({ name }) => name.startsWith('insert ')))
    expect(span.name).toMatch(/^enterprises\./)
    expect(beneath().map(({ name }) => name)).toContain('select access.sessions')
    for (const one of beneath()) expect(Object.keys(words(one)).every((key) => key.startsWith('db.'))).toBe(true)
  })

  it('that is refused tells its status and no more', async () => {
    expect((await ask('/api/zones/linyi/enterprises/0190a000-0000-7000-8000-000000000000')).status).toBe(404)
    const span = await until(() =>
      collector.spans.find((one) => words(one)['http.response.status_code'] === 404 && one.traceId === given.traceId),
    )
    expect(span.status.message ?? '').toBe('')
    expect(words(span)['luodi.zone']).toBeUndefined()
  })

  it('begins a trace of its own when nobody asked in one', async () => {
    await fetch(`${server.url}/api/zones`, { headers: { traceparent: 'nonsense' } })
    const span = await until(() => collector.spans.find((one) => words(one)['http.route'] === '/api/zones'))
    expect(span.traceId).not.toBe(given.traceId)
    expect(span.parentSpanId ?? '').toBe('')
  })
})

it('a message to a robot of the zone carries the trace of the job that sends it', { timeout: 60_000 }, async () => {
  const admin = await signedInAs(db, { zone: 'linyi', roles: ['admin'] })
  const postAs = async (who: SignedInAs, path: string, body: object): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', ...who.headers }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${server.url}/api/zones/linyi/delivery/${path}`, init)
    expect(answer.status).toBe(200)
    return answer.json()
  }
  const address = `http://127.0.0.1:${hook.port}/robot`
  const robot = { shape: 'json', name: '机器人', address, secret: 'sec-ret-1' }
  const { channels } = (await postAs(admin, 'channels', robot)) as { channels: { id: string }[] }
  const mine = { version: 0, mail: null, phone: null, channels: ['webhook'], webhookId: channels[0]?.id, quiet: null }
  await postAs(officer, 'mine', { ...mine, urgentPasses: true, digestAt: null, language: 'zh' })
  const zone = await zoneRef(db, 'linyi')
  const message: NewMessage = {
    channel: 'app',
    ...{ key: 'traced', subjectKind: 'trial.thing', subjectId: zone.id, link: '/cases/1' },
    ...{ to: [{ accountId: officer.accountId }], text: { zh: '请补正材料', en: 'Please complete the papers' } },
  }
  await inZone(db, zone.id, (zoned) => send(zoned, testContext(new Date(), zone), message))
  const sent = await until(() => hook.received[0])
  const [, traceId, spanId] = String(sent.headers.traceparent).split('-')
  const post = await until(() => collector.spans.find((span) => span.spanId === spanId))
  expect(post).toMatchObject({ traceId, name: 'outbox post', kind: 3 })
  expect(words(post)).toEqual({ 'http.request.method': 'POST', 'server.address': '127.0.0.1' })
  const job = await until(() => collector.spans.find((span) => span.spanId === post.parentSpanId))
  expect(job).toMatchObject({ traceId, kind: 1 })
  expect(words(job)).toMatchObject({ 'luodi.zone': 'linyi', 'luodi.attempt': 1 })
})

it('the sealer and the figures tell of themselves', { timeout: 60_000 }, async () => {
  const sealed = await until(() => collector.spans.find(({ name }) => name === 'journal seal'))
  expect(words(sealed)).toMatchObject({ 'luodi.zone': expect.any(String), 'luodi.sealed': expect.any(Number) })
  await until(() => (collector.metrics.has('luodi_sealing_lag_seconds') ? true : undefined))
  for (const name of ['luodi_request_seconds', 'luodi_pool_connections', 'luodi_jobs']) {
    expect([...collector.metrics]).toContain(name)
  }
})

it('nothing that leaves holds a name, an address, a login, a session or a value of a statement', async () => {
  const text = collector.bodies.join('\n')
  const cookie = officer.headers.cookie.split('=')[1] ?? 'none'
  expect(text.length).toBeGreaterThan(1_000)
  for (const word of [secret, cookie, '$1', 'where ', officer.login]) expect(text).not.toContain(word)
})

describe('a collector that is down', { timeout: 60_000 }, () => {
  it('breaks no work, fills no memory, and is told of with a count', async () => {
    const warned: { dropped: number }[] = []
    const told = { warn: (what: { dropped: number }) => warned.push(what), debug() {}, info() {}, error() {} }
    const before = tracer()
    const telemetry = await openTelemetry({ ...often, endpoint: 'http://127.0.0.1:9' }, told)
    for (let i = 0; i < 10_000; i++) expect(await traced({ name: 'work' }, async () => i)).toBe(i)
    await expect.poll(() => warned.length, { timeout: 30_000 }).toBeGreaterThan(0)
    expect(warned[0]?.dropped).toBeGreaterThan(0)
    await telemetry?.stop()
    expect(before).not.toBeNull()
  })
})

const run = promisify(execFile)
/** What a server loads that joins this one: of one database and one data folder. */
const loaded = async (...given: string[]) => {
  const script = join(import.meta.dirname, 'loaded.mjs')
  const { stdout } = await run(process.execPath, [script, database.ownerUrl, dataFolder, ...given])
  return JSON.parse(stdout) as { status: number; loaded: string[] }
}

it('nothing of OpenTelemetry is loaded unless it is asked for', { timeout: 120_000 }, async () => {
  // prom-client itself asks for the interfaces, which do nothing by themselves.
  expect(await loaded()).toEqual({ status: 200, loaded: ['@opentelemetry/api'] })
  expect((await loaded(collector.url)).loaded).toContain('@opentelemetry/sdk-trace')
})
