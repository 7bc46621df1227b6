import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { signedInAs, testContext, zoneRef } from '../../../../test/support/accounts.ts'
import { type Json, type LyingProvider, lyingProvider } from '../../../../test/support/lying-provider.ts'
import * as given from '../../../../test/support/providers.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { inZone } from '../../database.ts'
import { createAccount, getByLogin } from '../accounts.ts'
import { eraseAccount } from '../erase-account.ts'
import { confirmFactor, savePending } from '../factor/store.ts'
import { hotp, stepOf } from '../factor/totp.ts'
import { setStanding } from '../memberships.ts'

let at = new Date('2026-03-02T01:00:00Z')
const app = startTestApp({ now: () => at, requestsPerMinute: 100_000 })
const { told, cookiesOf } = given
const zone = 'linyi'
const password = 'correct horse battery'
let liar: LyingProvider
let who: Awaited<ReturnType<typeof given.administratorsOf>>

beforeAll(async () => {
  liar = await lyingProvider(() => at)
  vi.stubEnv('LUODI_ALLOW_HOSTS', new URL(liar.issuer).host)
  who = await given.administratorsOf(app(), zone, at)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await liar.close()
})
beforeEach(async () => {
  await app().db.deleteFrom('access.failures').execute()
})

type Settings = Parameters<typeof given.givenProvider>[1]['settings']
const provider = (settings: Partial<Settings> = {}) =>
  given.givenProvider(app(), { zone, who, settings: { issuer: liar.issuer, ...settings } })

/** Somebody comes by the provider, as it says that they are. */
async function come(
  id: string,
  sub: string,
  { more = {}, says = {}, cookie = '' }: { more?: object; says?: Json; cookie?: string } = {},
) {
  return back(await given.sentOff(app(), { zone, provider: id, more, cookie }), sub, says)
}

async function back(away: given.Away, sub: string, says: Json = {}) {
  liar.next = { nonce: away.nonce, sub, more: says }
  const answer = { code: 'a-code', state: away.state, iss: liar.issuer }
  const came = await given.cameBack(app(), answer, away.cookie)
  return { came, body: came.body as Came, cookie: cookiesOf(came), flow: away.cookie }
}

interface Came {
  readonly session: { account: { id: string; login: string; mustChange: boolean } } | null
  readonly linked: boolean
}

async function account(login: string, { roles = ['officer'] as const, home = zone, mustChange = false } = {}) {
  const ref = await zoneRef(app().db, home)
  const context = testContext(at, ref)
  return inZone(app().db, ref.id, async (db) => {
    const made = await createAccount(db, context, { login, name: login, password, mustChange, homeZone: ref.id })
    const standing = { roles, enterpriseId: null, personId: null }
    await setStanding(db, context, { zone: ref, account: made, standing })
    return made
  })
}

const signIn = async (login: string) => cookiesOf(await app().post('/api/session', { login, password }))
const whoAmI = (cookie: string) => app().get('/api/session', { cookie })
const mail = (email: string) => ({ email, email_verified: true })

describe('an e-mail', () => {
  it('links nothing unless that was allowed, and then only a verified one that is a login of this zone', async () => {
    const { id: victim } = await account('mail.victim@zone.cn')
    const closed = await provider({ makesAccounts: false })
    expect(told((await come(closed.id, 'm1', { says: mail('mail.victim@zone.cn') })).came)).toBe(
      '422 access.provider_no_account',
    )
    const open = await provider({ makesAccounts: false, linksByMail: true })
    const unverified = { email: 'mail.victim@zone.cn', email_verified: false }
    expect(told((await come(open.id, 'm1', { says: unverified })).came)).toBe('422 access.provider_no_account')
    expect((await come(open.id, 'm1', { says: mail('mail.victim@zone.cn') })).body.session?.account.id).toBe(victim)
    expect(told((await come(open.id, 'm2', { says: mail('mail.victim@zone.cn') })).came)).toBe(
      '422 access.provider_taken',
    )
    await account('mail.far@zone.cn', { home: 'jiexiu' })
    expect(told((await come(open.id, 'm3', { says: mail('mail.far@zone.cn') })).came)).toBe(
      '422 access.provider_other_home',
    )
  })

  it('of another domain than allowed keeps its owner out, each time', async () => {
    const { id } = await provider({ domains: ['zone.cn'] })
    expect(told((await come(id, 'd1', { says: mail('a@evil-zone.cn') })).came)).toBe(
      '422 access.provider_closed_domain',
    )
    expect((await come(id, 'd1', { says: mail('a@zone.cn') })).came.status).toBe(200)
    expect(told((await come(id, 'd1', { says: mail('a@else.cn') })).came)).toBe('422 access.provider_closed_domain')
  })
})

describe('an invitation', () => {
  const invite = (accountId: string, id: string, by = who.admin) =>
    app().post(`/api/zones/${zone}/accounts/${accountId}/invitation`, { provider: id }, by.headers)
  const codeOf = (answer: { body: unknown }) =>
    new URL((answer.body as { address: string }).address).searchParams.get('invitation') ?? ''

  it('links the account once, and its initial password counts no more', async () => {
    const { id: wanted } = await account('invited.one', { mustChange: true })
    const { id } = await provider({ makesAccounts: false })
    const invitation = codeOf(await invite(wanted, id))
    const first = await come(id, 'i1', { more: { invitation } })
    expect(first.body.session?.account).toMatchObject({ id: wanted, mustChange: false })
    expect(told(await app().post('/api/session', { login: 'invited.one', password }))).toBe('401 access.sign_in_failed')
    expect((await come(id, 'i1')).body.session?.account.id).toBe(wanted)
    const again = await app().post('/api/session/provider', { zone, provider: id, invitation })
    expect(told(again)).toBe('422 access.provider_invitation_over')
  })

  it('is replaced by a new one, runs out, and belongs to one provider', async () => {
    const { id: wanted } = await account('invited.two')
    const [one, two] = [await provider(), await provider()]
    const old = codeOf(await invite(wanted, one.id))
    const invitation = codeOf(await invite(wanted, one.id))
    for (const [id, code] of [
      [one.id, old],
      [two.id, invitation],
    ] as const) {
      const started = await app().post('/api/session/provider', { zone, provider: id, invitation: code })
      expect(told(started)).toBe('422 access.provider_invitation_over')
    }
    const away = await given.sentOff(app(), { zone, provider: one.id, more: { invitation } })
    const before = at
    at = new Date(at.getTime() + 8 * 86_400_000)
    const late = await app().post('/api/session/provider', { zone, provider: one.id, invitation })
    at = before
    expect(told(late)).toBe('422 access.provider_invitation_over')
    expect((await back(away, 'i2')).came.status).toBe(200)
  })

  it("is never made for an administrator's account or one's own, and only by the system administrator", async () => {
    const { id } = await provider({ administrators: true })
    expect(told(await invite(who.security.accountId, id))).toBe('422 access.provider_administrator')
    expect(told(await invite(who.admin.accountId, id))).toBe('403 access.own_account')
    const { id: wanted } = await account('invited.three')
    expect(told(await invite(wanted, id, who.security))).toBe('403 access.not_allowed')
  })
})

describe('the own account', () => {
  const link = (id: string, cookie: string, secret = password) =>
    app().post('/api/session/provider/link', { zone, provider: id, password: secret }, { cookie })
  const own = async (cookie: string) =>
    (await app().get('/api/session/identities', { cookie })).body as {
      identities: { id: string }[]
      offered: { id: string }[]
    }

  it('is linked by its owner with the password, and unlinked again only with it', async () => {
    const { id: mine } = await account('own.linker')
    const { id } = await provider({ makesAccounts: false })
    const cookie = await signIn('own.linker')
    expect(told(await link(id, cookie, 'wrong password'))).toBe('422 access.password_wrong')
    const linked = await back(given.awayOf(await link(id, cookie), cookie), 'o1')
    expect(linked.body).toMatchObject({ session: null, linked: true })
    const { body, cookie: by } = await come(id, 'o1')
    expect(body.session?.account.id).toBe(mine)
    const [identity] = (await own(cookie)).identities
    const unlink = (given: object) => app().post(`/api/session/identities/${identity?.id}/end`, given, { cookie })
    expect(told(await unlink({}))).toBe('422 access.password_needed')
    expect(told(await unlink({ password: 'wrong password' }))).toBe('422 access.password_wrong')
    expect((await own(cookie)).identities).toHaveLength(1)
    const end = await unlink({ password })
    expect(end.body).toMatchObject({ identities: [] })
    expect((await whoAmI(by)).status).toBe(401)
    expect((await whoAmI(cookie)).status).toBe(200)
    expect(told((await come(id, 'o1')).came)).toBe('422 access.provider_no_account')
  })

  it('is not linked for somebody who is signed in as another meanwhile, nor with an identity that is taken', async () => {
    await account('own.first')
    await account('own.second')
    const { id } = await provider()
    const cookie = await signIn('own.first')
    const away = given.awayOf(await link(id, cookie), '')
    const second = await signIn('own.second')
    const mixed = await back({ ...away, cookie: `${second}; ${away.cookie}` }, 'o2')
    expect(told(mixed.came)).toBe('422 access.provider_session_over')
    await come(id, 'o3')
    expect(told((await back(given.awayOf(await link(id, cookie), cookie), 'o3')).came)).toBe(
      '422 access.provider_taken',
    )
  })

  it('keeps its last way in, and without a password does nothing weighty long after its sign-in', async () => {
    const { id } = await provider()
    const { cookie } = await come(id, 'o4')
    const [identity] = (await own(cookie)).identities
    expect(told(await app().post(`/api/session/identities/${identity?.id}/end`, {}, { cookie }))).toBe(
      '422 access.last_way',
    )
    expect((await app().post('/api/session/second-factor', { password: '' }, { cookie })).status).toBe(200)
    const before = at
    at = new Date(at.getTime() + 11 * 60_000)
    expect(told(await app().post('/api/session/second-factor', { password: '' }, { cookie }))).toBe(
      '422 access.sign_in_again',
    )
    at = before
    const change = { current: '', next: 'another long password' }
    expect(told(await app().post('/api/session/password', change, { cookie }))).toBe('422 access.no_password')
  })

  it('of somebody who is erased is linked with nobody, and the subject is forgotten', async () => {
    await account('own.erased')
    const { id } = await provider({ makesAccounts: false })
    const cookie = await signIn('own.erased')
    await back(given.awayOf(await link(id, cookie), cookie), 'subject-of-the-erased')
    await app()
      .db.transaction()
      .execute(async (db) => eraseAccount(db, testContext(at), await getByLogin(db, 'own.erased')))
    expect(told((await come(id, 'subject-of-the-erased')).came)).toBe('422 access.provider_no_account')
    const { id: zoneId } = await zoneRef(app().db, zone)
    const kept = await inZone(app().db, zoneId, (db) =>
      db.selectFrom('access.identities').select('subject').where('zone_id', '=', zoneId).execute(),
    )
    expect(kept.map(({ subject }) => subject)).not.toContain('subject-of-the-erased')
  })

  it('of another zone is not linked', async () => {
    await account('own.far', { home: 'jiexiu' })
    const { id } = await provider()
    const cookie = await signIn('own.far')
    expect(told(await link(id, cookie))).toBe('422 access.provider_other_home')
    expect((await own(cookie)).offered).toEqual([])
  })
})

describe('a second factor', () => {
  /** Of the account, as its owner has set it up. */
  async function withFactor(id: string): Promise<() => string> {
    const secret = Buffer.from('12345678901234567890')
    await savePending(app().db, id, { secret, now: at })
    await confirmFactor(app().db, id, at)
    return () => hotp(secret, stepOf(at))
  }
  const prove = (code: string, cookie: string) => app().post('/api/session/provider/code', { code }, { cookie })

  it('of the account is asked for after the provider, and no session is open before', async () => {
    const { id } = await provider()
    const { body } = await come(id, 'f1')
    const code = await withFactor(body.session?.account.id ?? '')
    const half = await come(id, 'f1', { says: { amr: ['pwd', 'otp'] } })
    expect(half.body).toMatchObject({ session: null, linked: false })
    expect(half.cookie).toBe('')
    expect(told(await prove('000000', half.flow))).toBe('401 access.code_wrong')
    expect(told(await prove(code(), 'luodi_sign_in=x'))).toBe('422 access.provider_flow_over')
    const whole = await prove(code(), half.flow)
    expect((await whoAmI(cookiesOf(whole))).status).toBe(200)
    at = new Date(at.getTime() + 60_000)
    expect(told(await prove(code(), half.flow))).toBe('422 access.provider_flow_over')
  })

  it('that the provider has seen counts where it is trusted for that, also for the rule of the zone, and nowhere else', async () => {
    const roleGroups = [{ group: 'g', role: 'supervisor' as const }]
    const { id } = await provider({ factorValues: ['otp'], groupsClaim: 'groups', roleGroups })
    const rules = `/api/zones/${zone}/sign-in-rules`
    const { version } = (await app().get(rules, who.security.headers)).body as { version: number }
    await given.put(app(), rules, { version, factorRoles: ['supervisor'] }, who.security)
    const records = (cookie: string) => app().get(`/api/zones/${zone}/enterprises`, { cookie })
    const without = await come(id, 'f2', { says: { groups: ['g'], amr: ['pwd'] } })
    expect(told(await records(without.cookie))).toBe('403 access.second_factor_needed')
    const seen = await come(id, 'f2', { says: { groups: ['g'], amr: ['pwd', 'otp'] } })
    expect((await records(seen.cookie)).status).toBe(200)
    await withFactor(seen.body.session?.account.id ?? '')
    expect((await come(id, 'f2', { says: { groups: ['g'], amr: ['otp'] } })).body.session).not.toBeNull()
    const far = await zoneRef(app().db, 'jiexiu')
    const made = await app()
      .db.selectFrom('access.accounts')
      .selectAll()
      .where('id', '=', seen.body.session?.account.id ?? '')
      .executeTakeFirstOrThrow()
    const standing = { roles: ['officer'] as const, enterpriseId: null, personId: null }
    await inZone(app().db, far.id, (db) =>
      setStanding(db, testContext(at, far), { zone: far, account: made, standing }),
    )
    expect((await come(id, 'f2', { says: { groups: ['g'], amr: ['otp'] } })).body.session).toBeNull()
  })
})

describe('the three administrators', () => {
  it('are not entered by a provider, nor made by its groups, unless that was ticked and journaled', async () => {
    const roleGroups = [{ group: 'boss', role: 'security' as const }]
    const settings = { groupsClaim: 'groups', roleGroups }
    await expect(provider(settings)).rejects.toThrow('access.roles_not_by_groups')
    const { id } = await provider({ ...settings, administrators: true })
    const { body } = await come(id, 'a1', { says: { groups: ['boss'] } })
    expect(body.session).toMatchObject({ zones: [{ roles: ['security'] }] })
    const { id: zoneId } = await zoneRef(app().db, zone)
    const journal = await inZone(app().db, zoneId, (db) =>
      db
        .selectFrom('journal.events')
        .select(['action', 'after'])
        .where('zone_id', '=', zoneId)
        .where('subject_id', '=', id)
        .execute(),
    )
    expect(journal.map(({ action }) => action)).toEqual(['make', 'switchOn'])
    expect(journal[0]?.after).toMatchObject({ administrators: true, hasSecret: true })
    expect(JSON.stringify(journal)).not.toContain('a-secret-of-the-client')
  })

  it('of another zone never come in, whatever was ticked here', async () => {
    const { id } = await provider({ administrators: true })
    const { body } = await come(id, 'a2')
    const far = await zoneRef(app().db, 'jiexiu')
    const made = await app()
      .db.selectFrom('access.accounts')
      .selectAll()
      .where('id', '=', body.session?.account.id ?? '')
      .executeTakeFirstOrThrow()
    const standing = { roles: ['admin'] as const, enterpriseId: null, personId: null }
    await inZone(app().db, far.id, (db) =>
      setStanding(db, testContext(at, far), { zone: far, account: made, standing }),
    )
    expect(told((await come(id, 'a2')).came)).toBe('422 access.provider_administrator')
  })

  it('set and switch on apart: a change by the one puts it off until the other has looked', async () => {
    const path = `/api/zones/${zone}/providers`
    const { id } = await provider()
    const list = async () =>
      (
        (await app().get(path, who.admin.headers)).body as {
          providers: { id: string; version: number; enabled: boolean }[]
        }
      ).providers.find((one) => one.id === id)
    const {
      version = 0,
      enabled: _on,
      people: _people,
      onlyWay: _only,
      hasSecret: _has,
      ...same
    } = { people: 0, onlyWay: 0, hasSecret: true, ...(await list()) }
    expect(told(await given.put(app(), path, { ...same, version, name: 'x' }, who.admin))).toBe(
      '403 access.not_allowed',
    )
    expect(told(await app().post(`${path}/${id}/switch`, { version, enabled: true }, who.security.headers))).toBe(
      '403 access.not_allowed',
    )
    expect((await given.put(app(), path, { ...same, version, name: 'renamed' }, who.security)).status).toBe(200)
    expect(await list()).toMatchObject({ enabled: false, version: version + 1 })
    expect(told(await app().post('/api/session/provider', { zone, provider: id }))).toBe('422 access.provider_gone')
    expect(told(await app().post(`${path}/${id}/switch`, { version, enabled: true }, who.admin.headers))).toBe(
      '409 access.provider_changed',
    )
  })

  it('see everything of a provider but its secret; removed, its sessions and links are gone', async () => {
    const kept = await provider()
    const { cookie } = await come(kept.id, 'a3')
    const path = `/api/zones/${zone}/providers`
    const seen = JSON.stringify((await app().get(path, who.security.headers)).body)
    expect(seen).toContain('"hasSecret":true')
    expect(seen).not.toContain('a-secret-of-the-client')
    const row = await inZone(app().db, (await zoneRef(app().db, zone)).id, async (db) => {
      const { id: zoneId } = await zoneRef(db, zone)
      return db
        .selectFrom('access.providers')
        .selectAll()
        .where('zone_id', '=', zoneId)
        .where('id', '=', kept.id)
        .executeTakeFirst()
    })
    expect(row?.client_secret?.toString('utf8')).not.toContain('a-secret-of-the-client')
    const gone = await app().post(`${path}/${kept.id}/remove`, { version: kept.version }, who.security.headers)
    expect(JSON.stringify(gone.body)).not.toContain(kept.id)
    expect((await whoAmI(cookie)).status).toBe(401)
    expect((await app().get('/api/sign-in-providers')).body).not.toMatchObject({ providers: [{ id: kept.id }] })
  })

  it('of another zone see nothing of it', async () => {
    const { id, version } = await provider()
    const far = await signedInAs(app().db, { zone: 'jiexiu', roles: ['admin'], now: at })
    const path = `/api/zones/jiexiu/providers`
    expect(JSON.stringify((await app().get(path, far.headers)).body)).not.toContain(id)
    expect((await app().post(`${path}/${id}/switch`, { version, enabled: false }, far.headers)).status).toBe(404)
  })
})
