import { describe, expect, it, onTestFinished } from 'vitest'
import { signedInAs, testContext, zoneRef } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { administrators } from '../../../kernel/role.ts'
import { inZone } from '../../database.ts'
import { markOf } from '../../secrets.ts'
import * as accounts from '../accounts.ts'
import { setStanding } from '../memberships.ts'
import { askWhereUndecided } from '../rules/undecided.ts'
import { plainRecoveryCode } from './recovery.ts'
import { hotp, stepOf } from './totp.ts'

let at = new Date('2026-03-02T01:00:00Z')
const seconds = (count: number) => {
  at = new Date(at.getTime() + count * 1000)
}
const app = startTestApp({ now: () => at, requestsPerMinute: 100_000 })
const password = 'correct horse battery'
const factorPath = '/api/session/second-factor'

async function account(login: string) {
  const zone = await zoneRef(app().db, 'linyi')
  const context = testContext(at, zone)
  return inZone(app().db, zone.id, async (db) => {
    const given = { login, name: login, password, mustChange: false, homeZone: zone.id }
    const made = await accounts.createAccount(db, context, given)
    const standing = { roles: ['officer'] as const, enterpriseId: null, personId: null }
    await setStanding(db, context, { zone, account: made, standing })
    return made
  })
}

const signIn = (login: string, code?: string, headers = {}) =>
  app().post('/api/session', { login, password, ...(code !== undefined && { code }) }, headers)
const cookieOf = (answer: { headers: Headers }) => ({
  cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
})
const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`

/** RFC 4648, read back: what an authenticator makes of the key that was typed. */
function bytesOf(key: string): Buffer {
  const bits = [...key]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** An account whose phone shows codes. */
async function withPhone(login: string, isThere = false) {
  const made = isThere ? null : await account(login)
  const headers = cookieOf(await signIn(login))
  const started = await app().post(factorPath, { password }, headers)
  const { key, picture } = started.body as { key: string; picture: string }
  expect(picture).toMatch(/^<svg/)
  const codeNow = () => hotp(bytesOf(key), stepOf(at))
  const confirmed = await app().post(`${factorPath}/confirm`, { code: codeNow() }, headers)
  expect(confirmed.status).toBe(200)
  seconds(30)
  return { made, headers, codeNow, codes: (confirmed.body as { codes: string[] }).codes }
}

describe('a rule of the zone', () => {
  const rulesPath = '/api/zones/linyi/sign-in-rules'
  const set = (body: unknown, headers: { cookie: string }) =>
    app().send(rulesPath, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const cases = '/api/zones/linyi/enterprises'

  it('lets nobody of a role work without a second factor, says where to set it up, and holds at once', async () => {
    const security = await signedInAs(app().db, { zone: 'linyi', roles: ['security'], now: at })
    await account('rule.without')
    const without = cookieOf(await signIn('rule.without'))
    const { headers: withFactor } = await withPhone('rule.with')
    const supervisor = await signedInAs(app().db, { zone: 'linyi', roles: ['supervisor'], now: at })
    expect((await app().get(cases, without)).status).toBe(200)
    const before = (await app().get(rulesPath, security.headers)).body as { version: number }
    const rule = { version: before.version, factorRoles: ['officer'] }
    expect(told(await set(rule, without))).toBe('403 access.not_allowed')
    expect((await set(rule, security.headers)).body).toEqual({ version: before.version + 1, factorRoles: ['officer'] })
    expect(told(await set(rule, security.headers))).toBe('409 access.rules_changed')
    expect(told(await app().get(cases, without))).toBe('403 access.second_factor_needed')
    expect((await app().get(factorPath, without)).status).toBe(200)
    expect((await app().get(cases, withFactor)).status).toBe(200)
    expect((await app().get(cases, supervisor.headers)).status).toBe(200)
    const elsewhere = await signedInAs(app().db, { zone: 'jiexiu', roles: ['officer'], now: at })
    expect((await app().get('/api/zones/jiexiu/enterprises', elsewhere.headers)).status).toBe(200)
    expect((await set({ ...rule, version: before.version + 1, factorRoles: [] }, security.headers)).status).toBe(200)
    expect((await app().get(cases, without)).status).toBe(200)
  })
})

describe('in production', () => {
  const place = '/api/zones/qixian'

  it('administrators have one where their zone has said nothing, others need none, and what the zone says holds', async () => {
    askWhereUndecided(administrators)
    onTestFinished(() => askWhereUndecided([]))
    const zone = { zone: 'qixian', now: at } as const
    const security = await signedInAs(app().db, { ...zone, roles: ['security'] })
    const officer = await signedInAs(app().db, { ...zone, roles: ['officer'] })
    expect(told(await app().get(`${place}/accounts`, security.headers))).toBe('403 access.second_factor_needed')
    expect((await app().get(factorPath, security.headers)).status).toBe(200)
    expect((await app().get(`${place}/enterprises`, officer.headers)).status).toBe(200)
    await app()
      .db.insertInto('access.second_factors')
      .values({
        account_id: security.accountId,
        secret: Buffer.alloc(1),
        created_at: at,
        confirmed_at: at,
        last_step: 0,
      })
      .execute()
    const rules = await app().get(`${place}/sign-in-rules`, security.headers)
    expect(rules.body).toEqual({ factorRoles: [...administrators], version: 0 })
    const set = { method: 'PUT', headers: { 'content-type': 'application/json', ...security.headers } }
    const none = await app().send(`${place}/sign-in-rules`, {
      ...set,
      body: JSON.stringify({ version: 0, factorRoles: [] }),
    })
    expect(none.status).toBe(200)
    const audit = await signedInAs(app().db, { ...zone, roles: ['audit'] })
    expect((await app().get(`${place}/access-events`, audit.headers)).status).toBe(200)
  })
})

describe('a second factor', () => {
  it('counts once a code has been shown, and is then asked for after the right password only', async () => {
    await account('bea.half')
    const half = cookieOf(await signIn('bea.half'))
    await app().post(factorPath, { password }, half)
    expect((await signIn('bea.half')).status).toBe(200)
    const { codeNow, headers } = await withPhone('bea.whole')
    expect((await app().get(factorPath, headers)).body).toMatchObject({ codesLeft: 10 })
    expect(told(await signIn('bea.whole'))).toBe('401 access.code_needed')
    expect(told(await signIn('bea.whole', '000000'))).toBe('401 access.code_wrong')
    const wrongPassword = await app().post('/api/session', { login: 'bea.whole', password: 'x', code: codeNow() })
    expect(told(wrongPassword)).toBe('401 access.sign_in_failed')
    expect((await signIn('bea.whole', codeNow())).status).toBe(200)
  })

  it('takes no code twice, also when two requests bring it at once', async () => {
    const { codeNow } = await withPhone('bea.replay')
    const code = codeNow()
    const both = await Promise.all([signIn('bea.replay', code), signIn('bea.replay', code)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
    expect(told(await signIn('bea.replay', code))).toBe('401 access.code_wrong')
    seconds(30)
    expect((await signIn('bea.replay', codeNow())).status).toBe(200)
  })

  it('locks after five wrong codes although the password was right each time, and for the right code too', async () => {
    const { codeNow } = await withPhone('bea.guess')
    const answers: string[] = []
    for (let i = 0; i < 6; i++) answers.push(told(await signIn('bea.guess', '111111')))
    expect(answers.slice(0, 5)).toEqual(Array(5).fill('401 access.code_wrong'))
    expect(answers[5]).toBe('429 access.locked')
    expect(told(await signIn('bea.guess', codeNow()))).toBe('429 access.locked')
    seconds(61)
    expect((await signIn('bea.guess', codeNow())).status).toBe(200)
  })

  it('gives way to each recovery code once, typed as people type', async () => {
    const { codes, headers } = await withPhone('bea.lost')
    expect(new Set(codes).size).toBe(10)
    const [first = '', second = ''] = codes
    expect((await signIn('bea.lost', first.toLowerCase().replace('-', ' '))).status).toBe(200)
    expect(told(await signIn('bea.lost', first))).toBe('401 access.code_wrong')
    expect((await signIn('bea.lost', second)).status).toBe(200)
    expect((await app().get(factorPath, headers)).body).toMatchObject({ codesLeft: 8 })
    const rows = await app().db.selectFrom('access.recovery_codes').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(first)
  })

  it('has recovery codes under a slow hash with a salt, and those from before count still, once', async () => {
    const { made, codes } = await withPhone('bea.salted')
    const accountId = made?.id ?? ''
    const place = `access.recovery_code:${accountId}`
    const rows = await app()
      .db.selectFrom('access.recovery_codes')
      .selectAll()
      .where('account_id', '=', accountId)
      .execute()
    expect(rows.map(({ salt }) => salt)).toEqual(
      Array(10).fill(expect.stringMatching(/^scrypt\$1024\$8\$1\$[\w-]{22}$/)),
    )
    const plainMarks = codes.map((code) => markOf(plainRecoveryCode(code), place))
    expect(rows.filter(({ mark }) => plainMarks.includes(mark))).toEqual([])
    const older = { account_id: accountId, mark: markOf('ABCDEFGHIJ', place), salt: null, used_at: null }
    await app().db.insertInto('access.recovery_codes').values(older).execute()
    for (const code of ['abcde-fghij', codes[0] ?? '']) {
      expect((await signIn('bea.salted', code)).status).toBe(200)
      expect(told(await signIn('bea.salted', code))).toBe('401 access.code_wrong')
    }
  })

  it('is taken off by password and code together, not by one of them, and not replaced while it is in use', async () => {
    const { codeNow, headers } = await withPhone('bea.off')
    expect(told(await app().post(factorPath, { password }, headers))).toBe('409 access.second_factor_in_use')
    const remove = (given: object) => app().post(`${factorPath}/remove`, given, headers)
    expect(told(await remove({ password: 'a wrong one', code: codeNow() }))).toBe('422 access.password_wrong')
    expect(told(await remove({ password, code: '000000' }))).toBe('401 access.code_wrong')
    expect((await remove({ password, code: codeNow() })).body).toEqual({ since: null, codesLeft: 0 })
    expect((await signIn('bea.off')).status).toBe(200)
  })

  it('is reset by the security administrator for somebody else, whose sessions end', async () => {
    const { made, headers } = await withPhone('bea.reset')
    const path = `/api/zones/linyi/accounts/${made?.id}/second-factor/reset`
    const admin = await signedInAs(app().db, { zone: 'linyi', roles: ['admin'] })
    expect(told(await app().post(path, {}, admin.headers))).toBe('403 access.not_allowed')
    const security = await signedInAs(app().db, { zone: 'linyi', roles: ['security'] })
    expect((await app().post(path, {}, security.headers)).body).toEqual({ removed: true })
    expect((await app().get('/api/session', headers)).status).toBe(401)
    expect((await signIn('bea.reset')).status).toBe(200)
  })

  it('cannot be confirmed by a code of another moment, nor begun with a wrong password', async () => {
    await account('bea.start')
    const headers = cookieOf(await signIn('bea.start'))
    expect(told(await app().post(`${factorPath}/confirm`, { code: '123456' }, headers))).toBe(
      '409 access.second_factor_not_started',
    )
    expect(told(await app().post(factorPath, { password: 'a wrong one' }, headers))).toBe('422 access.password_wrong')
    await app().post(factorPath, { password }, headers)
    expect(told(await app().post(`${factorPath}/confirm`, { code: '12345' }, headers))).toBe(
      '422 access.factor_code_wrong',
    )
  })
})

describe('the own sessions', () => {
  it('are listed with place and device, and ended one by one; nobody ends those of others', async () => {
    await account('bea.two')
    const here = cookieOf(await signIn('bea.two', undefined, { 'user-agent': 'Desk' }))
    const there = cookieOf(await signIn('bea.two', undefined, { 'user-agent': 'Phone' }))
    const { sessions } = (await app().get('/api/session/all', here)).body as {
      sessions: { id: string; device: string; here: boolean }[]
    }
    expect(sessions.map(({ device, here: own }) => [device, own]).sort()).toEqual([
      ['Desk', true],
      ['Phone', false],
    ])
    const phone = sessions.find(({ device }) => device === 'Phone')?.id ?? ''
    await account('bea.other')
    const other = cookieOf(await signIn('bea.other'))
    expect((await app().post(`/api/session/all/${phone}/end`, {}, other)).status).toBe(404)
    const ended = await app().post(`/api/session/all/${phone}/end`, {}, here)
    expect((ended.body as { sessions: unknown[] }).sessions).toHaveLength(1)
    expect(
      [await app().get('/api/session', here), await app().get('/api/session', there)].map(({ status }) => status),
    ).toEqual([200, 401])
  })
  const open = (headers: { cookie: string }) => app().get('/api/session', headers)
  const many = async (login: string, count: number, code?: () => string) => {
    const made: { cookie: string }[] = []
    for (let i = 0; i < count; i++) {
      made.push(cookieOf(await signIn(login, code?.())))
      seconds(30)
    }
    return made
  }
  const statuses = async (sessions: readonly { cookie: string }[]) =>
    Promise.all(sessions.map(async (one) => (await open(one)).status))

  it('end all at once but the one that asks', async () => {
    await account('bea.many')
    await account('bea.aside')
    const sessions = await many('bea.many', 4)
    const aside = await many('bea.aside', 1)
    const here = sessions[3] ?? { cookie: '' }
    const ended = await app().post('/api/session/all/end', {}, here)
    expect(ended.body).toMatchObject({ sessions: [{ here: true }] })
    expect(await statuses([...sessions, ...aside])).toEqual([401, 401, 401, 200, 200])
  })

  it('are ended with the password once more where the own sign-in is older than ten minutes', async () => {
    await account('bea.left')
    const [here = { cookie: '' }] = await many('bea.left', 1)
    seconds(11 * 60)
    const others = await many('bea.left', 2)
    const list = (await app().get('/api/session/all', here)).body as {
      sessions: { id: string; here: boolean }[]
      asksPassword: boolean
    }
    expect(list.asksPassword).toBe(true)
    const one = `/api/session/all/${list.sessions.find(({ here: own }) => !own)?.id}/end`
    for (const path of [one, '/api/session/all/end']) {
      expect(told(await app().post(path, {}, here))).toBe('422 access.password_needed')
      expect(told(await app().post(path, { password: 'a wrong one' }, here))).toBe('422 access.password_wrong')
    }
    expect(await statuses(others)).toEqual([200, 200])
    expect((await app().post(one, { password }, here)).status).toBe(200)
    expect((await app().post('/api/session/all/end', { password }, here)).status).toBe(200)
    expect(await statuses([here, ...others])).toEqual([200, 401, 401])
  })

  it('of the others end when the second factor is set up, taken off and set up anew', async () => {
    await account('bea.sweep')
    const before = await many('bea.sweep', 2)
    const { codeNow, headers } = await withPhone('bea.sweep', true)
    expect(await statuses([...before, headers])).toEqual([401, 401, 200])
    const between = await many('bea.sweep', 2, codeNow)
    await app().post(`${factorPath}/remove`, { password, code: codeNow() }, headers)
    expect(await statuses([...between, headers])).toEqual([401, 401, 200])
    const after = await many('bea.sweep', 1)
    const { headers: anew } = await withPhone('bea.sweep', true)
    expect(await statuses([...after, headers, anew])).toEqual([401, 401, 200])
  })
})
