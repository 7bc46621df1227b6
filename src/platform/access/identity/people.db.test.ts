import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { signedInAs, zoneRef } from '../../../../test/support/accounts.ts'
import { type HonestProvider, honestProvider, walkThrough } from '../../../../test/support/honest-provider.ts'
import {
  administratorsOf,
  awayOf,
  cameBack,
  cookiesOf,
  givenProvider,
  put,
  sentOff,
  switched,
  told,
} from '../../../../test/support/providers.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { inZone } from '../../database.ts'

const app = startTestApp({ requestsPerMinute: 100_000 })
const zone = 'linyi'
let honest: HonestProvider
let who: Awaited<ReturnType<typeof administratorsOf>>
let provider: { id: string; version: number }
const roleGroups = [
  { group: '/经办', role: 'officer' as const },
  { group: '/督查', role: 'supervisor' as const },
]

beforeAll(async () => {
  const afterSignOut = `${app().url}/`
  const redirectUri = `${app().url}/sign-in/back`
  honest = await honestProvider({ id: 'luodi', secret: 'a-secret-of-the-client', redirectUri, afterSignOut })
  vi.stubEnv('LUODI_ALLOW_HOSTS', new URL(honest.issuer).host)
  who = await administratorsOf(app(), zone, new Date())
  provider = await givenProvider(app(), {
    ...{ zone, who, settings: { issuer: honest.issuer, name: '统一认证', groupsClaim: 'groups', roleGroups } },
  })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await honest.close()
})
beforeEach(async () => {
  await app().db.deleteFrom('access.failures').execute()
})

interface In {
  readonly session: {
    account: { id: string; login: string; name: string }
    zones: { code: string; roles: string[] }[]
  } | null
  readonly back: string | null
  readonly linked: boolean
}

/** The whole way of one person through the provider's own pages. */
async function come(login: string, more: { back?: string; invitation?: string; cookie?: string } = {}) {
  const { cookie = '', ...asked } = more
  return through(login, await sentOff(app(), { zone, provider: provider.id, more: asked, cookie }))
}

async function through(login: string, away: Awaited<ReturnType<typeof sentOff>>) {
  const home = `${app().url}/sign-in/back`
  const landed = await walkThrough(away.address.href, { login, home })
  const answer = await cameBack(app(), Object.fromEntries(landed.searchParams), away.cookie)
  return { answer, body: answer.body as In, cookie: cookiesOf(answer) }
}

const known = (name: string, groups: readonly string[] = ['/经办'], more = {}) =>
  honest.people.set(name, { name, preferred_username: name, groups, ...more })
const whoAmI = (cookie: string) => app().get('/api/session', { cookie })
const rolesIn = ({ session }: In) => session?.zones.find(({ code }) => code === zone)?.roles ?? []
const accounts = async (like: string) =>
  app().db.selectFrom('access.accounts').select(['id', 'login']).where('login', 'like', like).execute()

describe('a sign-in through a real provider', () => {
  it('makes the account once, with the roles of its groups, no password, and goes back where it began', async () => {
    known('wang')
    const first = await come('wang', { back: '/cases?zone=linyi' })
    expect(first.answer.status).toBe(200)
    expect(first.body).toMatchObject({
      back: '/cases?zone=linyi',
      session: { account: { login: 'wang@linyi', name: 'wang' } },
    })
    expect(rolesIn(first.body)).toEqual(['officer'])
    const again = await come('wang')
    expect(again.body.session?.account.id).toBe(first.body.session?.account.id)
    const row = await app()
      .db.selectFrom('access.accounts')
      .selectAll()
      .where('login', '=', 'wang@linyi')
      .executeTakeFirst()
    expect(row?.password).toBeNull()
    expect(told(await app().post('/api/session', { login: 'wang@linyi', password: '' }))).toBe(
      '401 access.sign_in_failed',
    )
  })

  it('gives a new session each time, ends the one that it came with, and takes none that a stranger planted', async () => {
    known('xu')
    const planted = `luodi_session=${'A'.repeat(43)}`
    const first = await come('xu', { cookie: planted })
    expect(first.cookie).toMatch(/luodi_session=[\w-]{43}/)
    expect(first.cookie).not.toContain(planted)
    const second = await come('xu', { cookie: first.cookie })
    expect(second.cookie).not.toBe(first.cookie)
    expect((await whoAmI(first.cookie)).status).toBe(401)
    expect((await whoAmI(second.cookie)).status).toBe(200)
  })

  it('sends PKCE, state and nonce, and a cookie that no script reads', async () => {
    const started = await app().post('/api/session/provider', { zone, provider: provider.id })
    const asked = awayOf(started, '').address.searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      ...{ response_type: 'code', code_challenge_method: 'S256', code_challenge: expect.stringMatching(/^[\w-]{43}$/) },
      ...{ state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/) },
      scope: 'openid profile email',
    })
    expect(started.headers.get('set-cookie')).toMatch(
      /^luodi_sign_in=[\w-]{43}; Path=\/api\/session\/provider; HttpOnly; SameSite=Lax; Max-Age=600$/,
    )
    const kept = await app().db.selectFrom('access.flows').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(asked.get('state'))
  })

  it('is refused to a page of another site', async () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect(told(await app().post('/api/session/provider', { zone, provider: provider.id }, headers))).toBe(
      '403 access.cross_site',
    )
    expect(told(await app().post('/api/session/provider/finish', { answer: '' }, headers))).toBe(
      '403 access.cross_site',
    )
  })

  it('five times at once for the first time makes one account', async () => {
    known('twin')
    const away = await Promise.all([1, 2, 3, 4, 5].map(() => sentOff(app(), { zone, provider: provider.id })))
    const landed = await Promise.all(
      away.map(({ address }) => walkThrough(address.href, { login: 'twin', home: `${app().url}/sign-in/back` })),
    )
    const came = await Promise.all(
      landed.map((url, i) => cameBack(app(), Object.fromEntries(url.searchParams), away[i]?.cookie ?? '')),
    )
    expect(came.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(new Set(came.map(({ body }) => (body as In).session?.account.id)).size).toBe(1)
    expect(await accounts('twin%')).toHaveLength(1)
  })

  it('of a person in no group that has a role makes no account', async () => {
    known('guest', ['/访客'])
    expect(told((await come('guest')).answer)).toBe('422 access.provider_no_group')
    expect(await accounts('guest%')).toEqual([])
  })

  it('signing out ends the session here and tells where it ends there', async () => {
    known('leaver')
    const { cookie } = await come('leaver')
    const out = await app().send('/api/session', { method: 'DELETE', headers: { cookie } })
    const address = new URL((out.body as { address: string }).address)
    expect(address.href).toContain(`${honest.issuer}/session/end`)
    expect(address.searchParams.get('post_logout_redirect_uri')).toBe(`${app().url}/`)
    expect(address.searchParams.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
    expect((await whoAmI(cookie)).status).toBe(401)
    const page = await fetch(address)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<form')
  })
})

describe('whoever leaves', () => {
  it('a group loses its role at the next sign-in, and every other session ends', async () => {
    known('mover', ['/经办', '/督查'])
    const before = await come('mover')
    expect([...rolesIn(before.body)].sort()).toEqual(['officer', 'supervisor'])
    known('mover', ['/督查'])
    const after = await come('mover')
    expect(rolesIn(after.body)).toEqual(['supervisor'])
    expect((await whoAmI(before.cookie)).status).toBe(401)
    known('mover', [])
    expect(rolesIn((await come('mover')).body)).toEqual([])
  })

  it('keeps a role that was given by hand', async () => {
    known('both')
    const { id } = (await come('both')).body.session?.account ?? { id: '' }
    const listed = (await app().get(`/api/zones/${zone}/accounts`, who.security.headers)).body as {
      accounts: { id: string; version: number }[]
    }
    const version = listed.accounts.find((one) => one.id === id)?.version
    const roles = { version, roles: ['officer', 'agent'] }
    expect((await put(app(), `/api/zones/${zone}/accounts/${id}/roles`, roles, who.security)).status).toBe(200)
    known('both', [])
    expect(rolesIn((await come('both')).body)).toEqual(['agent'])
  })

  it('is out at the very next request when disabled, and cannot come in again', async () => {
    known('gone')
    const { cookie, body } = await come('gone')
    expect((await whoAmI(cookie)).status).toBe(200)
    const path = `/api/zones/${zone}/accounts/${body.session?.account.id}/disable`
    expect((await app().post(path, {}, who.admin.headers)).status).toBe(200)
    expect((await whoAmI(cookie)).status).toBe(401)
    expect(told((await come('gone')).answer)).toBe('422 access.provider_disabled')
  })

  it('a provider that is switched off: sessions by it end at once, others stay', async () => {
    known('stayer')
    const { cookie } = await come('stayer')
    provider = await switched(app(), { zone, who, provider, enabled: false })
    expect((await whoAmI(cookie)).status).toBe(401)
    expect((await whoAmI(who.admin.headers.cookie)).status).toBe(200)
    provider = await switched(app(), { zone, who, provider, enabled: true })
  })
})

describe('the same subject at two providers', () => {
  it('is two people', async () => {
    known('double')
    const first = (await come('double')).body.session?.account
    const one = provider
    const settings = { issuer: honest.issuer, name: '第二个', makesAccounts: true }
    provider = await givenProvider(app(), { zone, who, settings })
    const second = (await come('double')).body.session?.account
    provider = one
    expect(second?.id).toBeDefined()
    expect(second?.id).not.toBe(first?.id)
  })
})

describe('the log', () => {
  it('tells sign-ins by the provider, links and roles, in both places', async () => {
    known('logged')
    const { body } = await come('logged')
    const auditor = await signedInAs(app().db, { zone, roles: ['audit'] })
    const { events } = (await app().get(`/api/zones/${zone}/access-events?limit=20`, auditor.headers)).body as {
      events: { kind: string; accountId: string; detail: string }[]
    }
    const mine = events.filter(({ accountId }) => accountId === body.session?.account.id)
    expect(mine.map(({ kind, detail }) => `${kind} ${detail}`.trim()).reverse()).toEqual([
      ...['account_created', 'roles_changed', 'identity_linked 统一认证', 'roles_changed', 'signed_in 统一认证'],
    ])
    const { id: zoneId } = await zoneRef(app().db, zone)
    const journal = await inZone(app().db, zoneId, (db) =>
      db
        .selectFrom('journal.events')
        .select(['action', 'actor_name'])
        .where('zone_id', '=', zoneId)
        .where('subject_id', '=', body.session?.account.id ?? '')
        .orderBy('id')
        .execute(),
    )
    expect(journal.map(({ action, actor_name }) => `${action} ${actor_name}`)).toEqual([
      ...['create 统一认证', 'setRoles 统一认证', 'linkIdentity logged (统一认证)', 'setRoles 统一认证'],
    ])
  })
})
