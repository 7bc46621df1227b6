import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedInAs, signedInAs } from '../../../test/support/accounts.ts'
import { hostileFiles, hostileNames } from '../../../test/support/hostile-files.ts'
import { startTestApp } from '../../../test/support/server.ts'

const app = startTestApp()
const path = '/api/zones/linyi/files'
let officer: SignedInAs

beforeAll(async () => {
  officer = await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] })
  expect(await upload(Buffer.from('the first one'), 'a.txt')).toMatchObject({ status: 200 })
})

function onDisk(): string[] {
  const files = readdirSync(join(app().dataFolder, 'files'), { recursive: true, withFileTypes: true })
  return files.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

interface Told {
  readonly status: number
  readonly code?: string
  readonly id?: string
  readonly name?: string
  readonly mediaType?: string
  readonly text?: { readonly zh: string; readonly en: string }
}

async function upload(bytes: Buffer, name: string): Promise<Told> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  const { status, body } = await app().send(path, { method: 'POST', body: form, headers: officer.headers })
  return { ...(body as object), status }
}

/** One that is kept can only be saved: as an attachment, under a type of its content, never sniffed, with no page's powers. */
async function expectHarmless(id: string, mediaType: string): Promise<void> {
  const answer = await fetch(`${app().url}${path}/${id}`, { headers: officer.headers })
  await answer.body?.cancel()
  expect(answer.headers.get('content-type')).toMatch(
    new RegExp(`^${mediaType.replaceAll('.', '\\.').replaceAll('+', '\\+')}`),
  )
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
}

describe('a hostile file', () => {
  test('is one of more than fifty', () => expect(hostileFiles.length + hostileNames.length).toBeGreaterThan(60))

  test.each(hostileFiles.map((one) => [one.what, one] as const))(
    '%s: refused in a sentence, or kept to be saved only',
    async (_what, { name, make, ends }) => {
      const before = onDisk()
      const told = await upload(make(), name)
      if ('refused' in ends) {
        expect(told).toMatchObject({ code: ends.refused })
        expect(told.status).toBeLessThan(500)
        expect(told.text?.zh).toMatch(/。$/)
        expect(told.text?.en).toMatch(/\.$/)
        expect(onDisk()).toEqual(before)
        return
      }
      expect(told).toMatchObject({ status: 200, mediaType: ends.kept })
      await expectHarmless(told.id ?? '', ends.kept)
    },
  )

  test.each(hostileNames)('under the name %j is called %j', async (given, label) => {
    const told = await upload(Buffer.from('a'), given)
    expect(told).toMatchObject({ status: 200, name: label, mediaType: 'text/plain' })
    await expectHarmless(told.id ?? '', 'text/plain')
  })
})

const boundary = 'x'
const form = `multipart/form-data; boundary=${boundary}`
const part = (name: string, content: string, more = '') =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`
const file = (content: string, name = 'file') => part(name, content, '; filename="a.txt"')
const end = `--${boundary}--\r\n`

/** One request as bytes, so that it may lie; what came back until the line was closed, or nothing did for a while. */
function raw(head: Readonly<Record<string, string | number>>, body: string | Buffer, to = path): Promise<string> {
  const { hostname, port } = new URL(app().url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.setTimeout(4_000, () => socket.destroy())
    socket.on('data', (data) => {
      answer += data.toString()
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
    const lines = Object.entries({ host: 'x', connection: 'close', ...officer.headers, ...head })
    socket.write(`POST ${to} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`)
    socket.write(body)
  })
}

describe('a hostile body', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => part(`a${i}`, 'b')).join('')
  test.each<[string, string | undefined, string | Buffer, RegExp]>([
    ['without a boundary', 'multipart/form-data', file('a') + end, /^HTTP\/1.1 4\d\d /],
    [
      'with a boundary of 10,000 signs',
      `multipart/form-data; boundary=${'x'.repeat(10_000)}`,
      file('a'),
      /^HTTP\/1.1 4\d\d /,
    ],
    ['of 10,000 parts', form, many + end, /^HTTP\/1.1 400 /],
    ['with a file after 10,000 parts', form, many + file('a') + end, /^HTTP\/1.1 400 /],
    ['of two files', form, file('a') + file('b') + end, /^HTTP\/1.1 400 /],
    ['whose file never ends', form, file('a'), /^HTTP\/1.1 400 /],
    ['with a field of a megabyte', form, part('a', 'b'.repeat(1_000_000)) + file('a') + end, /^HTTP\/1.1 (200|400) /],
    [
      'with a field that is everybody’s ancestor',
      form,
      part('__proto__', 'b') + file('a') + end,
      /^HTTP\/1.1 (200|400) /,
    ],
    [
      'with a file that claims to be a row',
      form,
      part('sha256', 'a') + part('file', '{"sha256":"a"}') + end,
      /^HTTP\/1.1 400 /,
    ],
    ['that is no form at all', 'application/json', '{}', /^HTTP\/1.1 415 /],
    ['without a type', undefined, file('a') + end, /^HTTP\/1.1 415 /],
  ])('%s is refused or read as what it is, and nothing stays behind', async (_what, type, body, answer) => {
    const before = onDisk()
    const head = { 'content-length': Buffer.byteLength(body), ...(type !== undefined && { 'content-type': type }) }
    const told = await raw(head, body)
    expect(told).toMatch(answer)
    if (!told.startsWith('HTTP/1.1 200')) expect(onDisk()).toEqual(before)
    expect(({} as Record<string, unknown>).b).toBeUndefined()
  })

  test('that is shorter than it says leaves nothing, and one that is longer is no second request', async () => {
    const body = file('a') + end
    const before = onDisk()
    await raw({ 'content-type': form, 'content-length': body.length + 1_000 }, body)
    await expect.poll(onDisk, { timeout: 5_000 }).toEqual(before)
    const smuggled = 'POST /api/zones/linyi/files HTTP/1.1\r\n\r\n'
    const told = await raw({ 'content-type': form, 'content-length': 20 }, body + smuggled)
    expect(told).toMatch(/^HTTP\/1.1 400 /)
    expect(told.match(/HTTP\/1\.1/g)?.length).toBeLessThanOrEqual(2)
    expect(onDisk()).toEqual(before)
  })

  test('that unpacks to a gigabyte on the way in is cut off at the bound, in a form as well as in JSON', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024))
    const before = onDisk()
    const head = { 'content-encoding': 'gzip', 'content-length': bomb.length }
    expect(await raw({ ...head, 'content-type': 'application/json' }, bomb, '/api/session')).toMatch(
      /^HTTP\/1.1 4(13|15|00) /,
    )
    expect(await raw({ ...head, 'content-type': form }, bomb)).toMatch(/^HTTP\/1.1 4\d\d /)
    expect(onDisk()).toEqual(before)
  })

  test('leaves the program well', async () => {
    expect((await app().get('/healthz')).status).toBe(200)
    expect(await upload(Buffer.from('a'), 'a.txt')).toMatchObject({ status: 200 })
  })
})
