import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signedInAs } from '../../../test/support/accounts.ts'
import { type Clamd, eicar, openClamd } from '../../../test/support/clamd.ts'
import { minimalInput } from '../../../test/support/minimal-input.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { zipOf } from '../../../test/support/zip.ts'
import { tableTypes } from '../../kernel/sheet-endpoints.ts'
import { loadModules } from '../modules.ts'
import { withParts } from '../parts.ts'

const socket = join(tmpdir(), `luodi-clamd-text-${process.pid}.sock`)
const app = startTestApp({ scanner: { path: socket }, requestsPerMinute: 100_000 })
const endpoints = withParts(await loadModules()).flatMap(({ handlers }) => handlers.map(({ endpoint }) => endpoint))
const doors = endpoints.filter(({ inText }) => inText !== undefined)
let daemon: Clamd
let headers: { cookie: string }
let outsider: { cookie: string }

beforeAll(async () => {
  daemon = await openClamd({ path: socket })
  headers = (await signedInAs(app().db, { zone: 'linyi', roles: ['officer', 'leader', 'admin'] })).headers
  outsider = (await signedInAs(app().db, { zone: 'linyi', roles: ['talent'] })).headers
})
afterAll(async () => {
  await daemon.close()
  await rm(socket, { force: true })
})
beforeEach(() => Object.assign(daemon, { mode: 'works', waitMs: 0 }))

async function send(door: (typeof doors)[number], content: string | Uint8Array, who = headers) {
  const path = door.path.replace(/:(\w+)/g, (_, name: string) => (name === 'zone' ? 'linyi' : randomUUID()))
  const body = { ...minimalInput(door.input), [door.inText?.field ?? '']: Buffer.from(content).toString('base64') }
  const { zone: _zone, draft: _draft, ...rest } = body as Record<string, unknown>
  const answer = await app().post(path, rest, who)
  return { status: answer.status, code: (answer.body as { code?: string }).code }
}

const macros = zipOf([
  { name: '[Content_Types].xml', text: '<Types/>' },
  { name: 'word/document.xml', text: '<w:document/>' },
  { name: 'word/vbaProject.bin', text: 'x' },
])

it('there are files that come as text in JSON', () => expect(doors.length).toBeGreaterThanOrEqual(4))

/** What no door of a sheet takes, whatever it is called. */
const refusedByContent = [
  ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'files.type_refused'],
  ['another kind of document', '%PDF-1.7\n%âãÏÓ\n', 'files.type_refused'],
  ['what nobody can name', Buffer.from([1, 0, 2, 0, 3]), 'files.type_refused'],
  ['a document with macros', macros, 'files.holds_program'],
] as const

describe.each(doors.map((door) => [door.name, door] as const))('%s', (_name, door) => {
  it('lets nothing with a virus through', async () => {
    expect(await send(door, `a,b\n${eicar}\n`)).toEqual({ status: 422, code: 'files.infected' })
  })

  it('lets nothing through while the scanner is not there, and has it see every byte when it is', async () => {
    daemon.mode = 'cut'
    expect(await send(door, 'a,b\n1,2\n')).toEqual({ status: 503, code: 'files.scanner_down' })
    daemon.mode = 'works'
    await send(door, 'a,b\n1,2\n')
    expect(daemon.seen.at(-1)?.toString()).toBe('a,b\n1,2\n')
  })

  it.each(refusedByContent)('refuses %s by its content', async (_what, content, code) => {
    expect(await send(door, content)).toEqual({ status: 422, code })
  })

  it('looks at nothing of somebody who may not send it', async () => {
    const before = daemon.seen.length
    expect(await send(door, eicar, outsider)).toEqual({ status: 403, code: 'access.not_allowed' })
    expect(daemon.seen.length).toBe(before)
  })
})

const whole = endpoints.filter(({ upload }) => upload?.whole)

it('there are uploads that are read whole: sheets of every kind, which take the same types, and shapes', () => {
  const lists = whole.map(({ upload }) => upload?.whole)
  expect(lists.length).toBeGreaterThan(50)
  expect(new Set(lists)).toEqual(new Set([tableTypes]))
})

async function upload(path: string, content: string | Uint8Array) {
  const body = new FormData()
  const fields = path.includes('parcel') ? { datum: 'cgcs2000', validFrom: '2026-03-02' } : {}
  for (const [field, value] of Object.entries(fields)) body.set(field, value)
  body.set('file', new Blob([content as BlobPart]), 'a.csv')
  const answer = await app().send(`/api/zones/linyi${path}`, { method: 'POST', body, headers })
  return { status: answer.status, ...(answer.body as { code?: string; mediaType?: string }) }
}

describe.each(['/enterprises/sheet/imports', '/parcel-shapes/read'])('an upload that is read whole, %s,', (path) => {
  it.each(refusedByContent)('refuses %s by its content, before the scanner is asked', async (_what, content, code) => {
    const before = daemon.seen.length
    expect(await upload(path, content)).toMatchObject({ status: 422, code })
    expect(daemon.seen.length).toBe(before)
  })

  it('takes what the scanner has seen, also a list that begins like a picture or a program', async () => {
    for (const text of ['BM1,3886000.5,37510000.5\n', 'MZ1,3886000.5,37510000.5\n']) {
      expect((await upload(path, text)).code).not.toMatch(/^files\./)
      expect(daemon.seen.at(-1)?.toString()).toBe(text)
    }
  })
})

it('a text that begins like a picture is kept as the text that it is', async () => {
  expect(await upload('/files', 'BM1 3886000.5 37510000.5\n')).toMatchObject({ status: 200, mediaType: 'text/csv' })
})
