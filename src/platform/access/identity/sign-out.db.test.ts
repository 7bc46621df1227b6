import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { signedInAs } from '../../../../test/support/accounts.ts'
import { type HonestProvider, honestProvider, walkThrough } from '../../../../test/support/honest-provider.ts'
import { type Lie, type LyingProvider, lyingProvider } from '../../../../test/support/lying-provider.ts'
import {
  administratorsOf,
  cameBack,
  cookiesOf,
  givenProvider,
  sentOff,
  told,
} from '../../../../test/support/providers.ts'
import { startTestApp } from '../../../../test/support/server.ts'

const app = startTestApp({ requestsPerMinute: 100_000, trustProxy: '127.0.0.1' })
const zone = 'linyi'
const form = 'application/x-www-form-urlencoded'
let liar: LyingProvider
let honest: HonestProvider
let relay: Server
let provider: { id: string }
let real: { id: string }
let auditor: { readonly headers: { readonly cookie: string } }

beforeAll(async () => {
  liar = await lyingProvider(() => new Date())
  // The provider has to know where it tells before the installation knows the provider: it tells a neighbour, who passes it on.
  relay = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += String(part)
    const { status } = await tell(real.id, body, request.headers['content-type'])
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  honest = await honestProvider({
    ...{ id: 'luodi', secret: 'a-secret-of-the-client', redirectUri: `${app().url}/sign-in/back` },
    ...{ afterSignOut: `${app().url}/`, signedOut: `http://127.0.0.1:${(relay.address() as AddressInfo).port}/` },
  })
  vi.stubEnv('LUODI_ALLOW_HOSTS', `${new URL(liar.issuer).host},${new URL(honest.issuer).host}`)
  const who = await administratorsOf(app(), zone, new Date())
  auditor = await signedInAs(app().db, { zone, roles: ['audit'] })
  provider = await givenProvider(app(), { zone, who, settings: { issuer: liar.issuer } })
  real = await givenProvider(app(), { zone, who, settings: { issuer: honest.issuer, name: '统一认证' } })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await liar.close()
  await honest.close()
  relay.closeAllConnections()
  await new Promise((resolve) => relay.close(resolve))
})
let address = 0
beforeEach(async () => {
  liar.lie = {}
  address += 1
  await app().db.deleteFrom('access.failures').execute()
})

function tell(id: string, body: string, type: string | undefined = form) {
  const path = `/api/session/provider/${zone}/${id}/signed-out`
  const headers = { 'content-type': type, 'x-forwarded-for': `192.0.2.${address}` }
  return app().send(path, { method: 'POST', headers, body })
}

const hear = (token: string) => tell(provider.id, new URLSearchParams({ logout_token: token }).toString())

/** A session that the liar has opened for somebody, from one of its own sessions. */
async function come(sub: string, sid?: string): Promise<string> {
  const away = await sentOff(app(), { zone, provider: provider.id })
  liar.next = { nonce: away.nonce, sub, ...(sid !== undefined && { more: { sid } }) }
  const answer = await cameBack(app(), { code: 'a-code', state: away.state, iss: liar.issuer }, away.cookie)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return cookiesOf(answer)
}

const isIn = async (cookie: string) => (await app().get('/api/session', { cookie })).status === 200

interface Event {
  readonly kind: string
  readonly detail: string
}
const latest = async () => {
  const { body } = await app().get(`/api/zones/${zone}/access-events?limit=1`, auditor.headers)
  return (body as { events: Event[] }).events[0]
}

describe('a provider that tells of a sign-out', () => {
  it('ends the sessions that it opened for that person, at once, and nobody else’s', async () => {
    const [here, there, other] = [await come('liang'), await come('liang'), await come('hua')]
    const account = await app().get('/api/session', { cookie: here })
    const { account: own } = account.body as { account: { id: string } }
    expect((await hear(liar.signOut({ sub: 'liang' }))).status).toBe(200)
    expect([await isIn(here), await isIn(there), await isIn(other)]).toEqual([false, false, true])
    expect(await latest()).toMatchObject({ kind: 'sessions_ended', accountId: own.id })
  })

  it('ends one session alone where it names that one', async () => {
    const [one, two] = [await come('ming', 'sid-1'), await come('ming', 'sid-2')]
    expect((await hear(liar.signOut({ sid: 'sid-1' }))).status).toBe(200)
    expect([await isIn(one), await isIn(two)]).toEqual([false, true])
    expect((await hear(liar.signOut({ sub: 'ming', sid: 'sid-2' }))).status).toBe(200)
    expect(await isIn(two)).toBe(false)
  })

  it('is heard once: the same token again ends nothing', async () => {
    const token = liar.signOut({ sub: 'again' })
    await come('again')
    expect((await hear(token)).status).toBe(200)
    const later = await come('again')
    expect(told(await hear(token))).toBe('400 access.sign_out_unproven')
    expect(await isIn(later)).toBe(true)
    expect(await latest()).toMatchObject({ kind: 'provider_refused', detail: expect.stringContaining('heard_before') })
  })

  it('of somebody whom nobody here knows is answered as any other', async () => {
    expect((await hear(liar.signOut({ sub: 'a-stranger' }))).status).toBe(200)
  })
})

const without = (name: string): Lie => ({
  claims: (whole) => Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)),
})
const saying = (claims: Readonly<Record<string, unknown>>): Lie => ({ claims: (whole) => ({ ...whole, ...claims }) })
const seconds = (more: number) => Math.floor(Date.now() / 1000) + more

const lies: readonly (readonly [string, () => Lie, RegExp])[] = [
  ['not signed at all', () => ({ sign: 'none' }), /wrong_signature/],
  ['signed by HMAC with the public key', () => ({ sign: 'hmac with the public key' }), /wrong_signature/],
  ['signed by another key', () => ({ sign: 'another key' }), /wrong_signature/],
  ['of a key that nobody publishes', () => ({ header: { kid: 'unknown' } }), /wrong_signature/],
  ['signed by a key of 1024 bits', () => ({ sign: 'a key of 1024 bits' }), /wrong_signature/],
  ['of another kind of token', () => ({ header: { typ: 'at+jwt' } }), /wrong_typ/],
  ['of no kind in particular', () => ({ header: { typ: 'JWT' } }), /wrong_typ/],
  ['of no kind at all', () => ({ header: { typ: undefined } }), /wrong_typ/],
  ['of another issuer', () => saying({ iss: 'https://other.example' }), /wrong_iss/],
  ['for another program', () => saying({ aud: 'somebody-else' }), /wrong_aud/],
  ['issued in the future', () => saying({ iat: seconds(3600) }), /issued_in_future/],
  ['issued long ago', () => saying({ iat: seconds(-3600) }), /too_old/],
  ['run out', () => saying({ exp: seconds(-3600) }), /run_out/],
  ['of another event', () => saying({ events: { 'http://schemas.openid.net/event/other': {} } }), /wrong_events/],
  [
    'of an event that is no object',
    () => saying({ events: { 'http://schemas.openid.net/event/backchannel-logout': 1 } }),
    /wrong_events/,
  ],
  ['that is an id token, with its nonce', () => saying({ nonce: 'n' }), /has_nonce/],
  ['that names nobody', () => without('sub'), /names_nobody/],
  ['without a name of its own', () => without('jti'), /no_token/],
  ['without a time', () => without('iat'), /no_token/],
  ['without an event', () => without('events'), /no_token/],
]

describe('a token', () => {
  it.each(lies)('%s ends nothing, and the log says why', async (_what, lie, why) => {
    const cookie = await come('liang')
    liar.lie = lie()
    expect(told(await hear(liar.signOut({ sub: 'liang' })))).toBe('400 access.sign_out_unproven')
    expect(await isIn(cookie)).toBe(true)
    expect(await latest()).toMatchObject({ kind: 'provider_refused', detail: expect.stringMatching(why) })
  })

  it.each(['', 'x', 'a.b', 'a.b.c.d', `${'a'.repeat(20_000)}`])('that is none (%#) is refused', async (token) => {
    expect((await hear(token)).status).toBe(400)
  })

  it('for a provider that is not here, or is switched off, is refused', async () => {
    const none = await tell(crypto.randomUUID(), new URLSearchParams({ logout_token: 'x' }).toString())
    expect(told(none)).toBe('400 access.sign_out_unproven')
  })
})

describe('a provider that does not mark its notices', () => {
  it('is heeded where its zone has said so, and its other tokens still are none', async () => {
    const older = { issuer: liar.issuer, name: '旧版服务', unmarkedSignOuts: true }
    const who = await administratorsOf(app(), zone, new Date())
    const first = provider
    provider = await givenProvider(app(), { zone, who, settings: older })
    for (const typ of ['JWT', undefined, 'logout+jwt']) {
      const cookie = await come('old')
      liar.lie = { header: { typ: 'at+jwt' } }
      expect(told(await hear(liar.signOut({ sub: 'old' })))).toBe('400 access.sign_out_unproven')
      liar.lie = { header: { typ } }
      expect((await hear(liar.signOut({ sub: 'old' }))).status).toBe(200)
      expect(await isIn(cookie)).toBe(false)
    }
    provider = first
  })
})

describe('fields of a form', () => {
  it('are taken at this door alone', async () => {
    const answer = await app().send('/api/session', {
      method: 'POST',
      headers: { 'content-type': form },
      body: 'login=a&password=b',
    })
    expect(told(answer)).toBe('415 http.media_type')
  })
})

describe('a real provider', () => {
  it('is understood: who signs out there is out here within a second', async () => {
    honest.people.set('wang', { name: 'wang', preferred_username: 'wang' })
    const away = await sentOff(app(), { zone, provider: real.id })
    const landed = await walkThrough(away.address.href, { login: 'wang', home: `${app().url}/sign-in/back` })
    const cookie = cookiesOf(await cameBack(app(), Object.fromEntries(landed.searchParams), away.cookie))
    expect(await isIn(cookie)).toBe(true)
    await honest.tellSignOut('wang')
    expect(await isIn(cookie)).toBe(false)
  })
})
