import { existsSync, readdirSync } from 'node:fs'
import { type ClientRequest, request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type SignedInAs, signedInAs } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'

const mb = 1_000_000
const app = startTestApp({ uploadBytes: 40 * mb, requestsPerMinute: 100_000 })
const base = '/api/zones/linyi'
let officers: SignedInAs[]

beforeAll(async () => {
  officers = []
  for (let i = 0; i < 12; i++) officers.push(await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] }))
})

interface Slow {
  readonly sending: ClientRequest
  readonly answered: Promise<{ status: number; code: string | undefined; retryAfter: string | undefined }>
}

/** An upload of which one megabyte has come, and the rest comes when the test says so. */
function slow(who: SignedInAs | undefined, { bytes = 8 * mb, path = '/files', stated = true } = {}): Slow {
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
  const end = '\r\n--x--\r\n'
  const sending = httpRequest(`${app().url}${base}${path}`, {
    method: 'POST',
    headers: {
      ...{ ...who?.headers, 'content-type': 'multipart/form-data; boundary=x' },
      ...(stated && { 'content-length': head.length + bytes + end.length }),
    },
  })
  sending.on('error', () => undefined)
  const answered = new Promise<Awaited<Slow['answered']>>((resolve) => {
    sending.on('response', (response) => {
      let text = ''
      response.on('data', (part: Buffer) => {
        text += part.toString('utf8')
      })
      response.on('end', () => {
        const { code } = JSON.parse(text) as { code?: string }
        resolve({ status: response.statusCode ?? 0, code, retryAfter: response.headers['retry-after'] })
      })
    })
  })
  sending.write(head)
  sending.write('a'.repeat(mb))
  const finish = sending.end.bind(sending)
  return { sending: Object.assign(sending, { end: () => finish('a'.repeat(bytes - mb) + end) }), answered }
}

const full = { status: 503, code: 'files.no_room', retryAfter: '5' }

/** Uploads that have begun to come and lie on disk. */
const coming = () => {
  const folder = join(app().dataFolder, 'files', 'incoming')
  return existsSync(folder) ? readdirSync(folder).length : 0
}
const poll = { timeout: 10_000 }

describe('many large uploads at once', () => {
  it('are bounded together: what does not fit is told when to come back, what is here comes through, and then there is room again', async () => {
    // Four of 8 MB with their forms fit into 40, a fifth does not, of whatever kind.
    const first = officers.slice(0, 4).map((who) => slow(who))
    await expect.poll(coming, poll).toBe(4)
    const more = officers.slice(4).map((who, i) => slow(who, { path: i % 2 ? '/enterprises/sheet/imports' : '/files' }))
    expect(await Promise.all(more.map(({ answered }) => answered))).toEqual(more.map(() => full))
    expect(coming()).toBe(4)
    for (const { sending } of more) sending.destroy()
    for (const { sending } of first) sending.end()
    const through = await Promise.all(first.map(({ answered }) => answered))
    expect(through.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const later = slow(officers[5])
    later.sending.end()
    expect(await later.answered).toMatchObject({ status: 200 })
  })

  it('count with all that they may be where they do not say how much they are', async () => {
    const both = [slow(officers[0], { stated: false }), slow(officers[1], { stated: false })]
    expect(await Promise.race(both.map(({ answered }) => answered))).toEqual(full)
    await expect.poll(coming, poll).toBe(1)
    for (const { sending } of both) sending.destroy()
    await expect.poll(coming, poll).toBe(0)
  })

  it('count together with files that come as text in JSON', async () => {
    const [one, other] = officers
    const large = slow(one, { bytes: 39 * mb, path: '/enterprises/sheet/imports' })
    const asText = async () => {
      const content = Buffer.from(`a,b\n${'x'.repeat(1_400_000)}\n`).toString('base64')
      const { status, body, headers } = await app().post(
        `${base}/exchange/files`,
        { name: 'a.csv', content },
        other?.headers,
      )
      return { status, code: (body as { code?: string }).code, retryAfter: headers.get('retry-after') ?? undefined }
    }
    await expect.poll(async () => (await asText()).code, poll).toBe('files.no_room')
    expect(await asText()).toEqual(full)
    large.sending.destroy()
    await expect.poll(async () => (await asText()).code, poll).not.toBe('files.no_room')
  })

  it('of one person are bounded by their number, and those who go away halfway leave their places', async () => {
    const [one, other] = officers
    const small = { bytes: mb + 1 }
    const many = Array.from({ length: 8 }, () => slow(one, small))
    await expect.poll(coming, poll).toBe(8)
    const ninth = slow(one, small)
    expect(await ninth.answered).toEqual({ status: 429, code: 'files.too_many_of_yours', retryAfter: '5' })
    const others = slow(other, small)
    others.sending.end()
    expect(await others.answered).toMatchObject({ status: 200 })
    for (const { sending } of [ninth, ...many]) sending.destroy()
    await expect.poll(coming, poll).toBe(0)
    const again = slow(one, small)
    again.sending.end()
    expect(await again.answered).toMatchObject({ status: 200 })
  })
})
