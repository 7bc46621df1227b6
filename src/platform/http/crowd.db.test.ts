import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startTestApp } from '../../../test/support/server.ts'
import { endpoint } from '../../kernel/endpoint.ts'
import { defineModule, handle } from '../module.ts'

const summary = { zh: '试验', en: 'Trial' }
const base = { method: 'POST', permission: 'public', effect: 'read', summary, input: z.object({}) } as const
const held = endpoint({ ...base, name: 'crowdtrial.hold', path: '/api/crowd-trial/hold', output: z.object({}) })

/** What is being worked on; it ends when the test says so. */
const inHand: (() => void)[] = []
const trial = defineModule({
  name: 'crowdtrial',
  handlers: [handle(held, () => new Promise<object>((resolve) => inHand.push(() => resolve({}))))],
})
const app = startTestApp({ extra: [trial], requestsAtOnce: 4, requestsPerMinute: 1_000_000 })

const hold = () => app().post('/api/crowd-trial/hold', {})

async function untilInHand(count: number): Promise<void> {
  while (inHand.length < count) await sleep(5)
}

function finishAll(): void {
  for (const finish of inHand.splice(0)) finish()
}

describe('more requests than can be worked on at once', () => {
  it('are refused in one sentence with a time to come again, and taken as soon as there is room', async () => {
    const inside = [hold(), hold(), hold(), hold()]
    await untilInHand(4)
    const outside = await Promise.all(Array.from({ length: 20 }, hold))
    for (const { status, body, headers } of outside) {
      expect([status, body]).toMatchObject([503, { code: 'http.crowded', text: { zh: expect.stringMatching(/。$/) } }])
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(new Set(outside.map(({ headers }) => headers.get('retry-after'))).size).toBeGreaterThan(1)
    expect((await app().get('/healthz')).status).toBe(200)
    finishAll()
    expect((await Promise.all(inside)).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const next = hold()
    await untilInHand(1)
    finishAll()
    expect((await next).status).toBe(200)
  })

  it('a place is free again when whoever had it goes away, and one that is still sending its body takes none', async () => {
    const leaving = Array.from({ length: 4 }, () => {
      const gone = new AbortController()
      const asked = fetch(`${app().url}/api/crowd-trial/hold`, {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json' },
        signal: gone.signal,
      }).catch(() => null)
      return { asked, gone }
    })
    await untilInHand(4)
    expect((await hold()).status).toBe(503)
    for (const { gone } of leaving) gone.abort()
    await Promise.all(leaving.map(({ asked }) => asked))
    finishAll()
    const slow = Array.from({ length: 8 }, () => sendHalf())
    expect(await statusOfFirstTaken()).toBe(200)
    for (const end of slow) end()
  })
})

/** A request whose body never ends; answers how it is let go. */
function sendHalf(): () => void {
  const { hostname, port } = new URL(app().url)
  const socket = connect(Number(port), hostname)
  const head = ['POST /api/crowd-trial/hold HTTP/1.1', `host: ${hostname}`, 'content-type: application/json']
  socket.write(`${head.join('\r\n')}\r\ncontent-length: 20\r\n\r\n{`)
  return () => void socket.destroy()
}

/** The server hears a little later than the client that a connection is gone. */
async function statusOfFirstTaken(): Promise<number> {
  for (;;) {
    const asked = hold()
    const refused = await Promise.race([asked.then(() => true), untilInHand(1).then(() => false)])
    if (!refused) {
      finishAll()
      return (await asked).status
    }
    await sleep(10)
  }
}
