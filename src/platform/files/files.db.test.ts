import { once } from 'node:events'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Document, Packer, Paragraph } from 'docx'
import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedInAs, signedInAs, testContext, zoneRef } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { zipOf } from '../../../test/support/zip.ts'
import { inZone } from '../database.ts'
import { defineModule } from '../module.ts'
import { attachFiles } from './store.ts'

const visible = '01900000-0000-7000-8000-00000000000a'
const hidden = '01900000-0000-7000-8000-00000000000b'
const trial = defineModule({
  name: 'trial',
  handlers: [],
  fileAccess: {
    'trial.thing': async (_db, subjectId, { caller }) => subjectId === visible && caller.roles.includes('officer'),
  },
})
const app = startTestApp({ extra: [trial] })
const path = '/api/zones/linyi/files'
let officer: SignedInAs
let agent: SignedInAs

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const png = (width: number, height: number) => {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const size = Buffer.alloc(17)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.writeUInt8(8, 8)
  return Buffer.concat([head, size, Buffer.from('0000000049454e44ae426082', 'hex')])
}

async function upload(bytes: Buffer, name: string, fields: Record<string, string> = {}, headers = officer.headers) {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  const answer = await app().send(path, { method: 'POST', body: form, headers })
  return { status: answer.status, body: answer.body as { id: string; code?: string; name: string; mediaType: string } }
}

function stored(): string[] {
  const files = readdirSync(join(app().dataFolder, 'files'), { recursive: true, withFileTypes: true })
  return files.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

beforeAll(async () => {
  officer = await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] })
  agent = await signedInAs(app().db, { zone: 'linyi', roles: ['agent'] })
})

describe('what is taken', () => {
  test('is told by its content and keeps its name, and comes back byte for byte as an attachment', async () => {
    const { status, body } = await upload(pdf, '营业执照 (正本).pdf')
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: '营业执照 (正本).pdf', mediaType: 'application/pdf', size: pdf.length })
    const answer = await fetch(`${app().url}${path}/${body.id}`, { headers: officer.headers })
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf)
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%E8%90%A5/)
  })

  test.each<[string, () => Buffer | Promise<Buffer>, string, string]>([
    ['a picture', () => png(100, 100), 'p.png', 'image/png'],
    ['an OFD document', () => zipOf([{ name: 'OFD.xml', text: '<a/>' }]), '公函.ofd', 'application/ofd'],
    ['text', () => Buffer.from('收件清单\n'), '清单.txt', 'text/plain'],
    ['a table', () => Buffer.from('\ufeff名称,数量\n甲,1\n'), '清单.csv', 'text/csv'],
    [
      'a Word document',
      async () => Buffer.from(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('甲')] }] }))),
      '说明.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
  ])('%s', async (_what, make, name, mediaType) => {
    expect(await upload(await make(), name)).toMatchObject({ status: 200, body: { name, mediaType } })
  })

  test.each([
    ['../../etc/passwd', 'passwd.txt'],
    ['C:\\temp\\a.html', 'a.html.txt'],
    ['报告\u202etxt.exe', '报告txt.exe.txt'],
    ['...', 'file.txt'],
    [`${'长'.repeat(300)}.txt`, `${'长'.repeat(120)}.txt`],
  ])('under a name that is only a label: %s', async (given, name) => {
    expect((await upload(Buffer.from('<script>alert(1)</script>'), given)).body.name).toBe(name)
  })

  test('once with one key, and twice with two: one content, two rows', async () => {
    const headers = { ...officer.headers, 'idempotency-key': 'upload-once-0001' }
    const [first, again] = [await upload(pdf, 'k.pdf', {}, headers), await upload(pdf, 'k.pdf', {}, headers)]
    expect(again.body.id).toBe(first.body.id)
    expect((await upload(pdf, 'k.pdf')).body.id).not.toBe(first.body.id)
    expect(new Set(stored()).size).toBe(stored().length)
  })
})

describe('what is refused leaves nothing behind', () => {
  test.each<[string, () => Buffer, string, number, string]>([
    [
      'a program that is called a picture',
      () => Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'),
      'a.png',
      422,
      'files.type_refused',
    ],
    [
      'a vector picture with a script',
      () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.svg',
      422,
      'files.type_refused',
    ],
    ['bytes of no type', () => Buffer.from([0xff, 0xfe, 0x00, 0x01, 0x02]), 'a.txt', 422, 'files.type_refused'],
    ['text in another encoding', () => Buffer.from('d6d0b9fa0a', 'hex'), 'a.csv', 422, 'files.type_refused'],
    ['an archive', () => zipOf([{ name: 'a.txt', text: 'a' }]), 'a.docx', 422, 'files.type_refused'],
    [
      'an office document with macros',
      () =>
        zipOf([
          { name: 'OFD.xml', text: 'a' },
          { name: 'word/vbaProject.bin', text: 'a' },
        ]),
      'a.ofd',
      422,
      'files.holds_program',
    ],
    [
      'what unpacks to a gigabyte',
      () => zipOf([{ name: 'OFD.xml', text: 'a', claims: 2 ** 30 }]),
      'a.ofd',
      422,
      'files.unpacks_too_large',
    ],
    ['a cut archive', () => zipOf([{ name: 'OFD.xml', text: 'a' }]).subarray(0, 60), 'a.ofd', 422, 'files.unreadable'],
    ['a picture of 10^10 pixels', () => png(100_000, 100_000), 'a.png', 422, 'files.too_many_pixels'],
    ['nothing', () => Buffer.alloc(0), 'a.txt', 400, 'files.empty'],
    ['more than 20 MB', () => Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), 'a.txt', 413, 'files.too_large'],
  ])('%s', async (_what, make, name, status, code) => {
    const before = stored()
    expect(await upload(make(), name)).toMatchObject({ status, body: { code } })
    expect(stored()).toEqual(before)
  })

  test('no form, a form without a file, half a subject', async () => {
    const before = stored()
    const json = await app().post(
      path,
      { file: { sha256: 'a'.repeat(64), size: 1, mediaType: 'text/html', name: 'x' } },
      officer.headers,
    )
    expect(json.status).toBe(415)
    const form = new FormData()
    form.set('file', 'a text, no file')
    const empty = await app().send(path, { method: 'POST', body: form, headers: officer.headers })
    expect(empty).toMatchObject({ status: 400, body: { code: 'files.empty' } })
    expect(stored()).toEqual(before)
    expect((await upload(pdf, 'a.pdf', { subjectKind: 'trial.thing' })).status).toBe(400)
  })

  test('an upload whose sender goes away halfway', async () => {
    const before = stored()
    const sending = httpRequest(`${app().url}${path}`, {
      method: 'POST',
      headers: { ...officer.headers, 'content-type': 'multipart/form-data; boundary=x', 'content-length': 9_000_000 },
    })
    sending.on('error', () => undefined)
    sending.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n')
    sending.write('a'.repeat(1_000_000))
    await expect.poll(() => stored().length, { timeout: 5_000 }).toBe(before.length + 1)
    sending.destroy()
    await expect.poll(stored, { timeout: 5_000 }).toEqual(before)
    await sleep(50)
    expect((await upload(pdf, 'b.pdf')).status).toBe(200)
  })
})

test('what cannot be kept is told to whoever looks at the answer only when everything is sent, as browsers do', async () => {
  const incoming = join(app().dataFolder, 'files', 'incoming')
  rmSync(incoming, { recursive: true, force: true })
  const { hostname, port } = new URL(app().url)
  const socket = connect(Number(port), hostname).pause()
  socket.on('error', () => undefined)
  const size = 15_000_000
  const end = '\r\n--x--\r\n'
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
  const type = 'content-type: multipart/form-data; boundary=x'
  const length = `content-length: ${head.length + size + end.length}`
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncookie: ${officer.headers.cookie}\r\n${type}\r\n${length}\r\n\r\n`)
  // Its place on the disk goes away after it was made, as one does that is full: the file cannot be written.
  await expect.poll(() => existsSync(incoming), { timeout: 5_000 }).toBe(true)
  rmSync(incoming, { recursive: true })
  const sent = new Promise((resolve) => socket.write(head + 'a'.repeat(size) + end, resolve))
  const inTime = await Promise.race([sent.then(() => true), sleep(10_000, false, { ref: false })])
  expect(inTime, 'the server takes what is still coming').toBe(true)
  const [answer] = (await once(socket.resume(), 'data')) as [Buffer]
  socket.destroy()
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 500 /)
  expect((await upload(pdf, 'c.pdf')).status).toBe(200)
})

describe('who sees a file', () => {
  test('its uploader; whoever sees its subject; nobody else, who hears the same as of one that does not exist', async () => {
    const loose = await upload(pdf, 'loose.pdf', {}, agent.headers)
    const absent = await app().get(`${path}/${visible}`, officer.headers)
    const refused = await app().get(`${path}/${loose.body.id}`, officer.headers)
    expect({ ...(refused.body as object), requestId: '' }).toEqual({ ...(absent.body as object), requestId: '' })
    expect((await app().get(`${path}/${loose.body.id}`, agent.headers)).status).toBe(200)
    expect((await app().get(`${path}/${loose.body.id}`)).status).toBe(401)
    const other = await signedInAs(app().db, { zone: 'jiexiu', roles: ['officer', 'leader'] })
    expect((await app().get(`/api/zones/jiexiu/files/${loose.body.id}`, other.headers)).status).toBe(404)
    const zone = await zoneRef(app().db, 'linyi')
    const caller = { accountId: agent.accountId }
    const base = testContext(new Date(), zone)
    const acting = { ...base, caller: { ...base.caller, ...caller } }
    const attach = (subjectId: string) =>
      inZone(app().db, zone.id, (db) =>
        attachFiles(db, acting, { ids: [loose.body.id], subject: { subjectKind: 'trial.thing', subjectId } }),
      )
    await attach(visible)
    await attach(visible)
    expect((await app().get(`${path}/${loose.body.id}`, officer.headers)).status).toBe(200)
    await expect(attach(hidden)).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('uploads to a subject that the caller does not see, or that no module answers for, are refused', async () => {
    const to = (subjectKind: string, subjectId: string, { headers } = officer) =>
      upload(pdf, 'a.pdf', { subjectKind, subjectId }, headers)
    expect((await to('trial.thing', hidden)).status).toBe(404)
    expect((await to('trial.unknown', visible)).status).toBe(404)
    expect((await to('trial.thing', visible, agent)).status).toBe(404)
    expect((await to('trial.thing', visible)).status).toBe(200)
    const { body } = await app().get(`${path}?subjectKind=trial.thing&subjectId=${visible}`, officer.headers)
    expect((body as { files: unknown[] }).files.length).toBeGreaterThan(0)
    expect((await app().get(`${path}?subjectKind=trial.thing&subjectId=${visible}`, agent.headers)).status).toBe(404)
  })
})

test('a file whose content is gone says so', async () => {
  const { body } = await upload(Buffer.from('gone'), 'gone.txt')
  rmSync(join(app().dataFolder, 'files'), { recursive: true })
  const answer = await app().get(`${path}/${body.id}`, officer.headers)
  expect(answer).toMatchObject({ status: 500, body: { code: 'files.content_missing' } })
})
