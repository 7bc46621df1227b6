import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { request as rawRequest } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { withClient } from '../../test/setup/client.ts'
import { signedInAs } from '../../test/support/accounts.ts'
import { startTestApp } from '../../test/support/server.ts'
import { trial } from '../../test/support/trial-module.ts'
import { openDatabase } from './database.ts'
import { findMigrations } from './migration-files.ts'
import { createServer } from './server.ts'

const webFolder = mkdtempSync(join(tmpdir(), 'luodi-web-'))
mkdirSync(join(webFolder, 'assets'))
writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Luodi</title>')
writeFileSync(join(webFolder, 'assets', 'main-abc123.js'), 'export {}')

const lines: Record<string, unknown>[] = []
const log = pino(
  { level: 'info' },
  { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) },
)
const now = () => new Date('2026-03-02T01:00:00Z')
const app = startTestApp({ extra: [trial], webFolder, log, now })

describe('input and output', () => {
  it('merges path and body, and lets nothing undeclared out', async () => {
    const { status, body } = await app().post('/api/trial/echo/7', { id: 'other', days: 3 })
    expect(status).toBe(200)
    expect(body).toEqual({ id: '7', days: 3 })
  })

  it('coerces query values as the schema says and gives the handler its time', async () => {
    const { body } = await app().get('/api/trial/list?limit=7')
    expect(body).toEqual({ limit: 7, now: '2026-03-02T01:00:00.000Z' })
  })

  it('names field and expectation of a wrong input in both languages', async () => {
    const { status, headers, body } = await app().post('/api/trial/echo/7', { days: '3' }, { 'accept-language': 'en' })
    expect(status).toBe(400)
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(body).toMatchObject({
      type: 'urn:luodi:problem:http.invalid_input',
      title: '"days" must be a number.',
      status: 400,
      code: 'http.invalid_input',
      text: { zh: '“days”应为数字。', en: '"days" must be a number.' },
      details: { field: 'days' },
      requestId: headers.get('x-request-id'),
    })
  })

  it('refuses a body that is a list, malformed, poisoned, of another media type or too large', async () => {
    const json = { 'content-type': 'application/json' }
    const send = (body: string, headers: Record<string, string> = json) =>
      app().send('/api/trial/echo/7', { method: 'POST', body, headers })
    expect((await send('[1]')).body).toMatchObject({ status: 400, code: 'http.body_not_object' })
    expect((await send('{"days":')).body).toMatchObject({ status: 400, code: 'http.malformed_json' })
    expect((await send('{"__proto__":{"days":1}}')).body).toMatchObject({ status: 400 })
    expect((await send('<a/>', { 'content-type': 'text/xml' })).body).toMatchObject({ status: 415 })
    expect((await send(JSON.stringify({ long: 'x'.repeat(2_200_000) }))).body).toMatchObject({ status: 413 })
  })

  it('sends a file as an attachment with its name in UTF-8, never to be sniffed', async () => {
    const { headers, body } = await app().post('/api/trial/file', {})
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="________1_.html"; filename*=UTF-8''%E6%96%B9%E6%A1%88%20%28%E7%BB%88%E7%A8%BF%29%271%27.html`,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(body).toBe('<script>1</script>')
  })
})

describe('refusals', () => {
  it('denies what is not public before it reads the input', async () => {
    expect((await app().post('/api/trial/guarded', { wrong: true })).body).toMatchObject({
      status: 401,
      code: 'access.sign_in_needed',
    })
  })

  it('answers 404 where nothing is and 405 with Allow where another method is', async () => {
    expect((await app().get('/api/nothing')).body).toMatchObject({ status: 404, code: 'http.not_found' })
    const wrong = await app().send('/api/trial/list', { method: 'DELETE' })
    expect(wrong.status).toBe(405)
    expect(wrong.headers.get('allow')).toBe('GET')
    const beneath = await app().send('/api/zones/linyi/files/01900000-0000-7000-8000-000000000000', { method: 'PUT' })
    expect(beneath).toMatchObject({ status: 405, body: { code: 'http.method' } })
    const long = await app().get(`/api/zones/linyi/files/${'x'.repeat(500)}`)
    expect(long).toMatchObject({ status: 404, body: { code: 'http.not_found' } })
    const nowhere = await app().send('/api/zones/linyi/no-such-thing', { method: 'PUT' })
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'http.not_found' } })
  })

  it('passes on the text and details of a Problem, in the language asked for', async () => {
    const zh = await app().post('/api/trial/crash', { how: 'rule' })
    expect(zh.body).toMatchObject({
      status: 422,
      title: '已过期。',
      code: 'trial.too_late',
      details: { on: '2026-03-02' },
    })
    const en = await app().post('/api/trial/crash?lang=en', { how: 'rule' }, { 'accept-language': 'zh' })
    expect(en.body).toMatchObject({ title: 'It is too late.', text: { zh: '已过期。' } })
    expect(en.headers.get('content-language')).toBe('en')
  })

  it.each(['error', 'internal', 'wrong output'])(
    'tells nothing of the inside when the handler fails: %s',
    async (how) => {
      const { status, body } = await app().post('/api/trial/crash', { how })
      expect(status).toBe(500)
      expect(JSON.stringify(body)).not.toMatch(/secret|秘密|shadow|stack|done/)
      expect(body).toMatchObject({ requestId: expect.stringMatching(/^[\w-]{36}$/) })
    },
  )

  it('undoes the whole write when the handler refuses', async () => {
    const name = async () => {
      const { rows } = await withClient(app().ownerUrl, (c) =>
        c.query(`select name_en from zones.zones where code = 'linyi'`),
      )
      return rows[0]?.name_en as string
    }
    const before = await name()
    const rename = (fail: boolean) => app().post('/api/trial/rename', { code: 'linyi', name: 'Renamed', fail })
    expect((await rename(true)).body).toMatchObject({ status: 409, code: 'trial.refused' })
    expect(await name()).toBe(before)
    expect((await rename(false)).body).toEqual({ renamed: 1 })
    expect(await name()).toBe('Renamed')
  })

  it('answers a problem to what is no HTTP at all', async () => {
    const { hostname, port } = new URL(app().url)
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write('GET /\u0001 nonsense\r\n\r\n'))
      let read = ''
      socket.on('data', (chunk) => (read += String(chunk)))
      socket.on('end', () => resolve(read)).on('error', reject)
    })
    expect(text).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*http\.malformed/)
  })
})

describe('headers, ids and logs', () => {
  it('allows no script but its own files, no framing, no sniffing, and does not force https', async () => {
    const { headers } = await app().get('/api/zones')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy.split(';')).toEqual(
      expect.arrayContaining(["script-src 'self'", "frame-ancestors 'none'", "object-src 'none'"]),
    )
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('sends every header that protects with every answer: of the API, a page, a refusal, an address that is none', async () => {
    const given = {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'x-download-options': 'noopen',
      'x-frame-options': 'SAMEORIGIN',
      'x-permitted-cross-domain-policies': 'none',
      'x-xss-protection': '0',
    }
    for (const path of ['/api/zones', '/', '/healthz', '/api/session', '/api/nothing/here']) {
      const { headers } = await app().get(path)
      expect(Object.fromEntries(headers)).toMatchObject(given)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'self';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data: blob:;font-src 'self' data:;" +
          "connect-src 'self';worker-src 'self' blob:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
      )
    }
  })

  it('lets nothing of the API be kept by a browser or a proxy', async () => {
    for (const path of ['/api/zones', '/api/session', '/api/nothing/here', '/healthz']) {
      expect((await app().get(path)).headers.get('cache-control')).toBe('no-store')
    }
  })

  it('keeps a sane request id and replaces one that could forge a log line', async () => {
    const ask = (id: string) =>
      new Promise<string>((resolve) => {
        rawRequest(`${app().url}/healthz`, { headers: { 'x-request-id': id } }, (r) =>
          resolve(String(r.headers['x-request-id'])),
        ).end()
      })
    expect(await ask('caller-0001')).toBe('caller-0001')
    expect(await ask('{"level":60} x')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('writes one line a request: endpoint, status and time; no query, no body', async () => {
    lines.length = 0
    await app().get('/api/matters?q=confidential', { 'x-request-id': 'logged-0001' })
    await app().post('/api/trial/echo/1', { days: 1, id: 'confidential' })
    const logged = lines.filter((line) => line.msg === 'request')
    expect(logged).toEqual([
      expect.objectContaining({
        endpoint: 'matters.listMatters',
        method: 'GET',
        status: 200,
        ms: expect.any(Number),
        reqId: 'logged-0001',
      }),
      expect.objectContaining({ endpoint: 'trial.echo', method: 'POST', status: 200 }),
    ])
    expect(JSON.stringify(lines)).not.toContain('confidential')
  })

  it('writes who was refused what, and nothing of those who are not signed in', async () => {
    const who = await signedInAs(app().db, { zone: 'linyi', roles: ['talent'], now: now() })
    lines.length = 0
    await app().get('/api/zones/linyi/jobs')
    expect((await app().get('/api/zones/linyi/jobs', who.headers)).status).toBe(403)
    expect((await app().get('/api/zones/jiexiu/jobs', who.headers)).status).toBe(404)
    const tried = { level: 40, endpoint: 'jobs.listJobs', accountId: who.accountId }
    expect(lines.filter((line) => line.msg === 'not allowed')).toEqual([
      expect.objectContaining({ ...tried, zone: 'linyi', code: 'access.not_allowed' }),
      expect.objectContaining({ ...tried, zone: 'jiexiu', code: 'http.not_found' }),
    ])
  })
})

describe('what somebody tries', () => {
  const tried = (word: string) => lines.filter((line) => line.msg === word)

  it('is told where the handler finds that it is not theirs, and beside zones, with account and zone and no value', async () => {
    const who = await signedInAs(app().db, { zone: 'linyi', roles: ['officer'], now: now() })
    const none = '00000000-0000-7000-8000-00000000beef'
    lines.length = 0
    expect((await app().get(`/api/zones/linyi/enterprises/${none}`, who.headers)).status).toBe(404)
    expect((await app().post('/api/trial/guarded', { never: 'confidential' }, who.headers)).status).toBe(403)
    expect((await app().get('/api/zones/nowhere/enterprises', who.headers)).status).toBe(404)
    expect((await app().get(`/api/zones/linyi/enterprises/${none}`)).status).toBe(401)
    const { accountId } = who
    expect(tried('not allowed')).toEqual([
      expect.objectContaining({
        level: 40,
        endpoint: 'enterprises.enterprise.read',
        accountId,
        zone: 'linyi',
        code: 'http.not_found',
      }),
      expect.objectContaining({ endpoint: 'trial.guarded', accountId, zone: null, code: 'access.not_allowed' }),
      expect.objectContaining({
        endpoint: 'enterprises.enterprise.list',
        accountId,
        zone: null,
        code: 'http.not_found',
      }),
    ])
    for (const value of ['beef', 'confidential', 'nowhere'])
      expect(JSON.stringify(tried('not allowed'))).not.toContain(value)
  })

  it('is told of writes from other sites, of what no page sends and of files that are refused', async () => {
    const who = await signedInAs(app().db, { zone: 'linyi', roles: ['officer'], now: now() })
    const json = { 'content-type': 'application/json' }
    lines.length = 0
    await app().post('/api/trial/rename', { code: 'x', name: 'y', fail: false }, { origin: 'https://evil.example' })
    await app().send('/api/trial/echo/7', { method: 'POST', body: '{"__proto__":{"secret":1}}', headers: json })
    await app().send('/api/trial/echo/7', { method: 'POST', body: 'secret', headers: { 'content-type': 'text/xml' } })
    const form = new FormData()
    form.append('file', new Blob(['MZ\0 secret']), 'secret.exe')
    const kept = await app().send('/api/zones/linyi/files', { method: 'POST', body: form, headers: who.headers })
    expect(kept.status).toBeGreaterThanOrEqual(400)
    expect(tried('not allowed')).toEqual([
      expect.objectContaining({
        endpoint: 'trial.rename',
        accountId: null,
        address: '127.0.0.1',
        code: 'access.cross_site',
      }),
    ])
    expect(tried('malformed request').map(({ code }) => code)).toEqual(['http.malformed_json', 'http.media_type'])
    expect(tried('file refused')).toEqual([
      expect.objectContaining({ accountId: who.accountId, zone: 'linyi', code: 'files.type_refused' }),
    ])
    expect(JSON.stringify(lines)).not.toMatch(/secret|evil/)
  })
})

describe('pages', () => {
  const html = { accept: 'text/html' }

  it('serves the page at its address and at every address of the router, asked for each time', async () => {
    for (const path of ['/', '/plans/new?x=1']) {
      const { headers, body } = await app().get(path, html)
      expect(body).toContain('<title>Luodi')
      expect(headers.get('cache-control')).toBe('no-cache')
    }
  })

  it('keeps files with a hash in their name for a year', async () => {
    const { headers } = await app().get('/assets/main-abc123.js')
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('answers a problem, never the page, for a missing file, an API address or another method', async () => {
    expect((await app().get('/assets/missing.js')).status).toBe(404)
    expect((await app().get('/api/nothing', html)).body).toMatchObject({ code: 'http.not_found' })
    expect((await app().send('/plans', { method: 'POST', headers: html })).status).toBe(404)
    const climbing = await new Promise<number | undefined>((resolve) => {
      rawRequest(
        { host: new URL(app().url).hostname, port: new URL(app().url).port, path: '/%2e%2e/%2e%2e/etc/passwd' },
        (r) => {
          r.resume()
          resolve(r.statusCode)
        },
      ).end()
    })
    expect(climbing).toBe(400)
  })
})

describe('health and load', () => {
  it('is healthy when the database answers and is migrated', async () => {
    expect(await app().get('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } })
  })

  it('is not healthy while a migration is missing', async () => {
    const more = { name: '20990101-1-later.sql', sha256: 'x', sql: '' }
    const server = await createServer({ db: app().db, modules: [], migrations: [...findMigrations(), more], log })
    const response = await fetch(`${server.url}/healthz`)
    expect([response.status, await response.json()]).toMatchObject([503, { code: 'health.migrations_pending' }])
    await server.close()
  })

  it('says 503 with a time to retry, not 500, when the database cannot be reached', async () => {
    const db = openDatabase({ url: 'postgres://nobody:x@127.0.0.1:1/none' })
    const server = await createServer({ db, modules: [], migrations: [], log })
    const response = await fetch(`${server.url}/healthz`)
    expect([response.status, await response.json()]).toMatchObject([503, { code: 'database.unavailable' }])
    expect(response.headers.get('retry-after')).toBe('5')
    await server.close()
    await db.destroy()
  })

  it('slows down an address that asks too often, and only at the API', async () => {
    const server = await createServer({
      db: app().db,
      modules: [trial],
      migrations: findMigrations(),
      log,
      requestsPerMinute: 2,
    })
    const ask = async (path: string) => fetch(`${server.url}${path}`)
    expect([(await ask('/api/trial/list')).status, (await ask('/api/trial/list')).status]).toEqual([200, 200])
    const third = await ask('/api/trial/list')
    expect([third.status, await third.json()]).toMatchObject([429, { code: 'http.too_many_requests' }])
    expect((await ask('/healthz')).status).toBe(200)
    await server.close()
  })

  it('that is stopped does not wait for what somebody never ends', async () => {
    const server = await createServer({ db: app().db, modules: [trial], migrations: findMigrations(), log })
    const { hostname, port } = new URL(server.url)
    const half = connect(Number(port), hostname)
    const cut = new Promise<void>((resolve) => half.on('error', () => undefined).once('close', () => resolve()))
    half.write(
      `POST /api/trial/echo/7 HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{`,
    )
    // The server has it in hand when it has answered what came after it.
    await fetch(`${server.url}/healthz`)
    await server.close()
    await cut
  })

  it('counts each person of a house by himself, and the house for twenty', async () => {
    const server = await createServer({
      ...{ db: app().db, modules: [trial], migrations: findMigrations(), log },
      requestsPerMinute: 2,
    })
    const statusAs = async (token: string) =>
      (await fetch(`${server.url}/api/trial/list`, { headers: { cookie: `luodi_session=${token.padEnd(43, '_')}` } }))
        .status
    const colleague = async (n: number) => [await statusAs(`of-${n}`), await statusAs(`of-${n}`)]
    expect([...(await colleague(0)), await statusAs('of-0')]).toEqual([200, 200, 429])
    for (let n = 1; n < 19; n++) expect(await colleague(n)).toEqual([200, 200])
    expect([await statusAs('of-19'), await statusAs('of-19')]).toEqual([200, 429])
    await server.close()
  })
})
