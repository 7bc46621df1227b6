import { expect, it } from 'vitest'
import { startTestApp } from '../../../test/support/server.ts'
import { trial } from '../../../test/support/trial-module.ts'

const now = () => new Date('2026-03-02T01:00:00Z')
const app = startTestApp({ extra: [trial], now })

/** Of one answer, or of the connection, which a client closes after HEAD. */
const ofOne = ['date', 'x-request-id', 'x-ratelimit-remaining', 'connection', 'keep-alive']

const asked = (method: string, path: string) => fetch(`${app().url}${path}`, { method })
const headersOf = ({ headers }: Response) => [...headers].filter(([name]) => !ofOne.includes(name))

it.each(['/api/trial/list?limit=7', '/api/trial/list?limit=many', '/healthz'])(
  'answers HEAD %s as GET, without its body',
  async (path) => {
    const [get, head] = [await asked('GET', path), await asked('HEAD', path)]
    expect(head.status).toBe(get.status)
    expect(headersOf(head)).toEqual(headersOf(get))
    expect(head.headers.get('content-length')).toBe(String((await get.arrayBuffer()).byteLength))
    expect(await head.text()).toBe('')
  },
)

it('finds nothing at HEAD where there is no GET', async () => {
  expect((await asked('HEAD', '/api/trial/echo/7')).status).toBe(404)
})
