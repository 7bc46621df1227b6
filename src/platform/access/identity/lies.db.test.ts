import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { signedInAs } from '../../../../test/support/accounts.ts'
import { type Lie, type LyingProvider, lyingProvider } from '../../../../test/support/lying-provider.ts'
import {
  administratorsOf,
  cameBack,
  cookiesOf,
  givenProvider,
  sentOff,
  switched,
  told,
} from '../../../../test/support/providers.ts'
import { startTestApp } from '../../../../test/support/server.ts'

/** Another day than the machine's: tokens are judged by the server's clock. */
let at = new Date('2026-03-02T01:00:00Z')
const app = startTestApp({ now: () => at, requestsPerMinute: 100_000 })
const zone = 'linyi'
let liar: LyingProvider
let other: LyingProvider
let who: Awaited<ReturnType<typeof administratorsOf>>
let provider: { id: string; version: number }
let auditor: { readonly headers: { readonly cookie: string } }

beforeAll(async () => {
  liar = await lyingProvider(() => at)
  other = await lyingProvider(() => at)
  vi.stubEnv('LUODI_ALLOW_HOSTS', `${new URL(liar.issuer).host},${new URL(other.issuer).host}`)
  who = await administratorsOf(app(), zone, at)
  auditor = await signedInAs(app().db, { zone, roles: ['audit'], now: at })
  provider = await givenProvider(app(), { zone, who, settings: { issuer: liar.issuer } })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await liar.close()
  await other.close()
})
beforeEach(async () => {
  liar.lie = {}
  await app().db.deleteFrom('access.failures').execute()
})

interface Event {
  readonly kind: string
  readonly detail: string
  readonly login: string
}

const events = async () =>
  ((await app().get(`/api/zones/${zone}/access-events?limit=200`, auditor.headers)).body as { events: Event[] }).events
const sessions = async () => (await app().db.selectFrom('access.sessions').select('id').execute()).length

/** One sign-in; what the browser brings back may be changed on the way. */
async function attempt(change: (honest: Record<string, string>) => Record<string, string> = (honest) => honest) {
  const away = await sentOff(app(), { zone, provider: provider.id })
  liar.next = { ...liar.next, nonce: away.nonce, sub: 'liang' }
  const answer = change({ code: 'a-code', state: away.state, iss: liar.issuer })
  return { away, answer, came: await cameBack(app(), answer, away.cookie) }
}

const without = (name: string) => (honest: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(honest).filter(([key]) => key !== name))
const saying = (claims: Readonly<Record<string, unknown>>): Lie => ({ claims: (honest) => ({ ...honest, ...claims }) })
const later = (seconds: number) => Math.floor(at.getTime() / 1000) + seconds

const forged: readonly (readonly [string, () => Lie, RegExp])[] = [
  ['not signed at all', () => ({ sign: 'none' }), /OAUTH_UNSUPPORTED_OPERATION/],
  ['signed by HMAC with the public key', () => ({ sign: 'hmac with the public key' }), /OAUTH_UNSUPPORTED_OPERATION/],
  ['signed by another key', () => ({ sign: 'another key' }), /OAUTH_INVALID_RESPONSE/],
  ['signed by a key of 1024 bits', () => ({ sign: 'a key of 1024 bits' }), /OAUTH_UNSUPPORTED_OPERATION/],
  ['of a key that nobody publishes', () => ({ header: { kid: 'unknown' } }), /OAUTH_KEY_SELECTION_FAILED/],
  ['of another issuer', () => saying({ iss: other.issuer }), /CLAIM_COMPARISON_FAILED iss/],
  ['for another program', () => saying({ aud: 'somebody-else' }), /CLAIM_COMPARISON_FAILED aud/],
  ['for several programs, none named', () => saying({ aud: ['luodi', 'other'] }), /CLAIM_COMPARISON_FAILED aud/],
  ['given to another program', () => saying({ aud: ['luodi', 'other'], azp: 'other' }), /CLAIM_COMPARISON_FAILED azp/],
  ['run out', () => saying({ iat: later(-30), exp: later(-31) }), /TIMESTAMP_CHECK_FAILED exp/],
  ['not valid yet', () => saying({ nbf: later(3600) }), /TIMESTAMP_CHECK_FAILED nbf/],
  ['issued in the future', () => saying({ iat: later(3600), exp: later(7200) }), /issued_in_future/],
  ['issued long before', () => saying({ iat: later(-3600) }), /issued_before/],
  ['of another sign-in', () => saying({ nonce: 'of-another-sign-in' }), /CLAIM_COMPARISON_FAILED nonce/],
  ['of no sign-in', () => ({ claims: without('nonce') }), /OAUTH_INVALID_RESPONSE/],
  ['of nobody', () => ({ claims: without('sub') }), /OAUTH_INVALID_RESPONSE/],
  ['without an end', () => ({ claims: without('exp') }), /OAUTH_INVALID_RESPONSE/],
  ['with a wrong at_hash', () => saying({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }), /wrong_at_hash/],
  ["beside somebody else's access token", () => ({ token: 'another access token' }), /wrong_at_hash/],
  ['no JSON', () => ({ token: 'no json' }), /OAUTH_/],
  ['from where the back channel is sent on', () => ({ redirect: `${other.issuer}/token` }), /delivery.redirected/],
  ['with a user of another subject', () => ({ user: { sub: 'another' } }), /OAUTH_/],
]

describe('a token', () => {
  it.each(forged)('%s opens no session and stands in the security log', async (_name, lie, why) => {
    const [before, open] = [(await events()).length, await sessions()]
    liar.lie = lie()
    const { came } = await attempt()
    expect(told(came)).toBe('422 access.provider_wrong_answer')
    expect(cookiesOf(came)).toBe('')
    expect(await sessions()).toBe(open)
    const [latest, ...rest] = await events()
    expect(rest).toHaveLength(before)
    expect(latest).toMatchObject({ kind: 'provider_refused', detail: expect.stringMatching(why) })
    expect(latest?.detail).not.toContain('liang')
  })

  it('that is honest opens one, so that the refusals above are not for nothing', async () => {
    const open = await sessions()
    const { came } = await attempt()
    expect(came).toMatchObject({
      status: 200,
      body: { session: { account: { login: expect.stringMatching(/@linyi$/) } } },
    })
    expect(cookiesOf(came)).toMatch(/^luodi_session=/)
    expect(await sessions()).toBe(open + 1)
  })
})

describe('an answer of the browser', () => {
  it('is good once: code and state a second time open nothing', async () => {
    const { answer, away, came } = await attempt()
    expect(came.status).toBe(200)
    const open = await sessions()
    expect(told(await cameBack(app(), answer, away.cookie))).toBe('422 access.provider_flow_over')
    expect(await sessions()).toBe(open)
  })

  it.each([
    ['the state of another browser', true],
    ['no cookie', false],
  ])('with %s is refused, and does not end what that browser began', async (_name, planted) => {
    const victim = await sentOff(app(), { zone, provider: provider.id })
    const attacker = await sentOff(app(), { zone, provider: provider.id })
    liar.next = { nonce: victim.nonce, sub: 'liang' }
    const answer = { code: 'a-code', state: victim.state, iss: liar.issuer }
    expect(told(await cameBack(app(), answer, planted ? attacker.cookie : 'x=y'))).toBe('422 access.provider_flow_over')
    expect((await cameBack(app(), answer, victim.cookie)).status).toBe(200)
  })

  it('after more than ten minutes is refused', async () => {
    const away = await sentOff(app(), { zone, provider: provider.id })
    at = new Date(at.getTime() + 10 * 60_000 + 1000)
    const answer = { code: 'a-code', state: away.state, iss: liar.issuer }
    expect(told(await cameBack(app(), answer, away.cookie))).toBe('422 access.provider_flow_over')
    at = new Date(at.getTime() - 10 * 60_000 - 1000)
  })

  it.each([
    ['the iss of another provider', () => ({ iss: other.issuer }), 'wrong_answer'],
    ['no iss where the provider promises one', () => ({ iss: '' }), 'wrong_answer'],
    ['an error of the provider', () => ({ code: '', error: 'access_denied' }), 'declined'],
    ['no state', () => ({ state: '' }), 'flow_over'],
  ])('with %s is refused', async (_name, change, why) => {
    const asked = liar.asked.length
    const { came } = await attempt((honest) =>
      Object.fromEntries(Object.entries({ ...honest, ...change() }).filter(([, value]) => value !== '')),
    )
    expect(told(came)).toBe(`422 access.provider_${why}`)
    expect(liar.asked.slice(asked)).not.toContain('/token')
  })

  it('begins only with a path of this site to go back to', async () => {
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', '/\t/evil.example']) {
      const started = await app().post('/api/session/provider', { zone, provider: provider.id, back })
      expect(started.status).toBe(400)
    }
  })
})

describe('a provider', () => {
  // Its tests let time pass, in which sessions without use end.
  beforeEach(async () => {
    at = new Date(at.getTime() + 11 * 60_000)
    who = await administratorsOf(app(), zone, at)
    auditor = await signedInAs(app().db, { zone, roles: ['audit'], now: at })
  })
  const asking = (issuer: string) => app().post(`/api/zones/${zone}/providers/try`, { issuer }, who.security.headers)

  it('whose document names another issuer is not used, and the trial says so', async () => {
    liar.lie = { document: (honest) => ({ ...honest, issuer: other.issuer }) }
    expect((await asking(liar.issuer)).body).toMatchObject({
      ok: false,
      text: { en: expect.stringContaining('another issuer') },
    })
    const started = await app().post('/api/session/provider', { zone, provider: provider.id })
    expect(told(started)).toBe('422 access.provider_wrong_answer')
    expect((await events())[0]).toMatchObject({
      kind: 'provider_refused',
      detail: expect.stringContaining('wrong_answer'),
    })
  })

  it.each([
    ['token_endpoint', 'http://169.254.169.254/latest'],
    ['jwks_uri', 'https://10.0.0.8/keys'],
    ['authorization_endpoint', 'http://[::1]/auth'],
  ])('whose %s leads into a private network is not used', async (name, address) => {
    liar.lie = { document: (honest) => ({ ...honest, [name]: address }) }
    expect((await asking(liar.issuer)).body).toMatchObject({ ok: false })
    const started = await app().post('/api/session/provider', { zone, provider: provider.id })
    expect(told(started)).toBe('422 access.provider_wrong_answer')
  })

  it('at a private address is not asked at all unless the installation names the host', async () => {
    const stranger = await lyingProvider(() => at)
    expect((await asking(stranger.issuer)).body).toMatchObject({
      ok: false,
      text: { en: expect.stringContaining('https') },
    })
    expect((await asking(stranger.issuer.replace('http:', 'https:'))).body).toMatchObject({
      ...{ ok: false, text: { en: expect.stringContaining('LUODI_ALLOW_HOSTS') } },
    })
    expect(stranger.asked).toEqual([])
    await stranger.close()
  })

  it('that is down gets one sentence, and passwords go on', async () => {
    const gone = await lyingProvider(() => at)
    vi.stubEnv('LUODI_ALLOW_HOSTS', '127.0.0.1')
    const settings = { issuer: gone.issuer, name: 'down' }
    const down = await givenProvider(app(), { zone, who, settings })
    await gone.close()
    const started = await app().post('/api/session/provider', { zone, provider: down.id })
    expect(told(started)).toBe('422 access.provider_unreachable')
    expect(started.body).toMatchObject({
      text: { zh: expect.stringContaining('口令'), en: expect.stringContaining('password') },
    })
    expect((await asking(gone.issuer)).body).toMatchObject({
      ok: false,
      text: { en: expect.stringContaining('reached') },
    })
    expect(told(await app().post('/api/session', { login: 'nobody', password: 'not the password' }))).toBe(
      '401 access.sign_in_failed',
    )
  })

  it('that does not answer in time gets the same sentence', async () => {
    liar.lie = { token: 'slow' }
    expect(told((await attempt()).came)).toBe('422 access.provider_unreachable')
  })

  it('that changes its keys between two sign-ins costs nobody one', async () => {
    expect((await attempt()).came.status).toBe(200)
    liar.changeKey()
    expect((await attempt()).came.status).toBe(200)
  })

  it('is asked for its document once in ten minutes', async () => {
    const count = () => liar.asked.filter((path) => path.startsWith('/.well-known')).length
    const before = count()
    await attempt()
    await attempt()
    expect(count()).toBe(before + 1)
  })

  it('that is switched off while somebody is on the way lets nobody in', async () => {
    const away = await sentOff(app(), { zone, provider: provider.id })
    provider = await switched(app(), { zone, who, provider, enabled: false })
    const answer = { code: 'a-code', state: away.state, iss: liar.issuer }
    expect(told(await cameBack(app(), answer, away.cookie))).toBe('422 access.provider_flow_over')
    expect(told(await app().post('/api/session/provider', { zone, provider: provider.id }))).toBe(
      '422 access.provider_gone',
    )
    provider = await switched(app(), { zone, who, provider, enabled: true })
  })
})

describe('guessing', () => {
  it('at the way back locks the address as passwords do', async () => {
    const away = await sentOff(app(), { zone, provider: provider.id })
    const answers: string[] = []
    for (let i = 0; i < 32; i++)
      answers.push(told(await cameBack(app(), { code: 'x', state: `guess-${i}` }, away.cookie)))
    expect(answers[0]).toBe('422 access.provider_flow_over')
    expect(answers.at(-1)).toBe('429 access.locked')
  })
})
