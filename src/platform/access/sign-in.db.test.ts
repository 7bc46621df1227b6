import { describe, expect, it, onTestFinished } from 'vitest'
import { costOfTests } from '../../../test/setup/database.ts'
import { testContext, zoneRef } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { inZone } from '../database.ts'
import * as accounts from './accounts.ts'
import { setStanding } from './memberships.ts'
import { costOfToday, hashAtCost } from './passwords.ts'

let at = new Date('2026-03-02T01:00:00Z')
const minutes = (count: number) => {
  at = new Date(at.getTime() + count * 60_000)
}
const app = startTestApp({ now: () => at, requestsPerMinute: 100_000, trustProxy: '127.0.0.1' })
const password = 'correct horse battery'

async function account(login: string, mustChange = false) {
  const zone = await zoneRef(app().db, 'linyi')
  const context = testContext(at, zone)
  return inZone(app().db, zone.id, async (db) => {
    const made = await accounts.createAccount(db, context, {
      login,
      name: login,
      password,
      mustChange,
      homeZone: zone.id,
    })
    const standing = { roles: ['officer'] as const, enterpriseId: null, personId: null }
    await setStanding(db, context, { zone, account: made, standing })
    return made
  })
}

const signIn = (login: string, given = password, headers = {}) =>
  app().post('/api/session', { login, password: given }, headers)
const cookieOf = (answer: { headers: Headers }) => ({
  cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
})
const whoAmI = async (headers: Record<string, string>) => (await app().get('/api/session', headers)).status

/** What a caller may learn from a refusal: all but its own request id. */
const told = ({ status, body }: { status: number; body: unknown }) => ({
  status,
  body: { ...(body as object), requestId: '' },
})

describe('signing in', () => {
  it('opens a session whose cookie no script reads and no other site sends, and stores only its hash', async () => {
    await account('anna.one')
    const answer = await signIn(' Anna.One ')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/^luodi_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(answer.body).toMatchObject({
      account: { login: 'anna.one' },
      zones: [{ code: 'linyi', roles: ['officer'] }],
    })
    const token = cookieOf(answer).cookie.split('=')[1] ?? ''
    expect(JSON.stringify(answer.body)).not.toContain(token)
    const rows = await app().db.selectFrom('access.sessions').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(await whoAmI(cookieOf(answer))).toBe(200)
  })

  it('over https opens a session whose cookie only this host can set, and takes no other', async () => {
    await account('anna.https')
    const https = { 'x-forwarded-proto': 'https' }
    const answer = await signIn('anna.https', password, https)
    const given = answer.headers.get('set-cookie') ?? ''
    expect(given).toMatch(/^__Host-luodi_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    const { cookie } = cookieOf(answer)
    expect(await whoAmI({ ...https, cookie })).toBe(200)
    // Another host of the domain, or somebody on the line, can plant one without the prefix: it counts for nothing.
    const planted = cookieOf(await signIn('anna.https')).cookie
    expect(await whoAmI({ ...https, cookie: planted })).toBe(401)
    expect(await whoAmI({ ...https, cookie: `${planted}; ${cookie}` })).toBe(200)
    const ended = await app().send('/api/session', { method: 'DELETE', headers: { ...https, cookie } })
    expect(ended.headers.get('set-cookie')).toMatch(/^__Host-luodi_session=; Path=\/; .*Secure; Max-Age=0$/)
    expect(await whoAmI({ ...https, cookie })).toBe(401)
  })

  it('tells the same of an unknown login, a wrong password and a disabled account, after the same work', async () => {
    const disabled = await account('anna.disabled')
    await accounts.disableAccount(app().db, testContext(at), disabled)
    await account('anna.known')
    const answers = [
      await signIn('nobody.at.all'),
      await signIn('anna.known', 'a wrong one'),
      await signIn('anna.disabled'),
    ]
    expect(new Set(answers.map((answer) => JSON.stringify(told(answer)))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'access.sign_in_failed' } })
    expect(answers.map((answer) => answer.headers.get('set-cookie'))).toEqual([null, null, null])
  })

  it('works as long for an unknown login as for a known one', async () => {
    hashAtCost({ ...costOfToday, N: 2 ** 13 })
    onTestFinished(() => hashAtCost(costOfTests))
    await account('anna.timed')
    // Of the processor, not of the clock: what else the machine does at the moment is none of this question.
    const worked = async (login: string) => {
      const before = process.cpuUsage()
      await signIn(login, 'a wrong one')
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    let known = Number.POSITIVE_INFINITY
    let unknown = Number.POSITIVE_INFINITY
    for (let i = 0; i < 4; i++) {
      known = Math.min(known, await worked('anna.timed'))
      unknown = Math.min(unknown, await worked(`nobody.${i}`))
    }
    // Without the stand-in hash the unknown would be answered with a tenth of the work.
    expect(unknown).toBeGreaterThan(known / 2)
    expect(known).toBeGreaterThan(unknown / 2)
  })

  it('by a hash of less than today’s cost leaves one of today’s behind, and the password stays', async () => {
    const { id } = await account('anna.older')
    const hashOf = async () =>
      (await app().db.selectFrom('access.accounts').select('password').where('id', '=', id).executeTakeFirstOrThrow())
        .password
    const older = await hashOf()
    const dearer = { ...costOfTests, p: 2 }
    hashAtCost(dearer)
    onTestFinished(() => hashAtCost(costOfTests))
    expect((await signIn('anna.older', 'a wrong one')).status).toBe(401)
    expect(await hashOf()).toBe(older)
    const first = cookieOf(await signIn('anna.older'))
    const today = await hashOf()
    expect(today).toMatch(/^scrypt\$1024\$8\$2\$/)
    expect(await whoAmI(first)).toBe(200)
    expect((await signIn('anna.older')).status).toBe(200)
    expect(await hashOf()).toBe(today)
  })

  it('gives a new token each time, ends the one that it came with, and takes none that a stranger planted', async () => {
    await account('anna.fixed')
    const planted = { cookie: `luodi_session=${'A'.repeat(43)}` }
    const first = cookieOf(await signIn('anna.fixed', password, planted))
    expect(first).not.toEqual(planted)
    expect(await whoAmI(planted)).toBe(401)
    const second = cookieOf(await signIn('anna.fixed', password, first))
    expect(second).not.toEqual(first)
    expect([await whoAmI(first), await whoAmI(second)]).toEqual([401, 200])
  })

  it('is refused to a page of another site', async () => {
    await account('anna.csrf')
    const answer = await signIn('anna.csrf', password, { 'sec-fetch-site': 'cross-site' })
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.cross_site' } })
  })
})

describe('a session', () => {
  it('ends after 30 minutes without use, and lives on while it is used', async () => {
    await account('anna.idle')
    const headers = cookieOf(await signIn('anna.idle'))
    for (let i = 0; i < 3; i++) {
      minutes(29)
      expect(await whoAmI(headers)).toBe(200)
    }
    minutes(31)
    expect(await whoAmI(headers)).toBe(401)
  })

  it('ends after 12 hours, however much it is used', async () => {
    await account('anna.long')
    const headers = cookieOf(await signIn('anna.long'))
    for (let i = 0; i < 36; i++) {
      expect(await whoAmI(headers)).toBe(200)
      minutes(20)
    }
    expect(await whoAmI(headers)).toBe(401)
  })

  it('is over at the very next request when its account is disabled, and stays so when it is enabled again', async () => {
    const anna = await account('anna.out')
    const headers = cookieOf(await signIn('anna.out'))
    await accounts.disableAccount(app().db, testContext(at), anna)
    expect(await whoAmI(headers)).toBe(401)
    await accounts.enableAccount(app().db, testContext(at), anna)
    expect(await whoAmI(headers)).toBe(401)
    expect((await signIn('anna.out')).status).toBe(200)
  })

  it('ends when its owner signs out', async () => {
    await account('anna.leaves')
    const headers = cookieOf(await signIn('anna.leaves'))
    const answer = await app().send('/api/session', { method: 'DELETE', headers })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await whoAmI(headers)).toBe(401)
  })
})

describe('changing the own password', () => {
  const change = (headers: Record<string, string>, current: string, next: string) =>
    app().post('/api/session/password', { current, next }, headers)

  it('ends every other session, gives a new token, and the old password is refused', async () => {
    await account('anna.change')
    const [here, elsewhere] = [cookieOf(await signIn('anna.change')), cookieOf(await signIn('anna.change'))]
    const answer = await change(here, password, 'another fine password')
    expect(answer.status).toBe(200)
    expect([await whoAmI(here), await whoAmI(elsewhere), await whoAmI(cookieOf(answer))]).toEqual([401, 401, 200])
    expect((await signIn('anna.change')).status).toBe(401)
    expect((await signIn('anna.change', 'another fine password')).status).toBe(200)
  })

  it('is refused with a wrong current password, the same one again, a short or a common one', async () => {
    await account('anna.weak')
    const headers = cookieOf(await signIn('anna.weak'))
    const code = async (current: string, next: string) =>
      ((await change(headers, current, next)).body as { code: string }).code
    expect(await code('a wrong one', 'another fine password')).toBe('access.password_wrong')
    expect(await code(password, password)).toBe('access.password_same')
    expect(await code(password, 'short')).toBe('access.password_too_short')
    expect(await code(password, 'Password1234')).toBe('access.password_too_common')
    expect(await whoAmI(headers)).toBe(200)
  })

  it('is all that an account with an initial password may do', async () => {
    await account('anna.new', true)
    const first = await signIn('anna.new')
    expect(first.body).toMatchObject({ account: { mustChange: true } })
    const accountsPath = '/api/zones/linyi/accounts'
    expect(await app().get(accountsPath, cookieOf(first))).toMatchObject({
      status: 403,
      body: { code: 'access.change_password' },
    })
    const changed = await change(cookieOf(first), password, 'a password of my own')
    expect(changed.body).toMatchObject({ account: { mustChange: false } })
    expect(await app().get(accountsPath, cookieOf(changed))).toMatchObject({ body: { code: 'access.not_allowed' } })
  })
})
