import { describe, expect, it } from 'vitest'
import { testContext } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { createAccount } from './accounts.ts'
import { openPersons } from './event-secrets.ts'
import { addressSubject, countAttempt, forgive, loginSubject } from './failures.ts'

let at = new Date('2026-03-02T01:00:00Z')
const app = startTestApp({ now: () => at, requestsPerMinute: 100_000 })
const password = 'correct horse battery'
const account = (login: string) =>
  createAccount(app().db, testContext(at), { login, name: login, password, mustChange: false, homeZone: null })
const guess = (login: string, given = 'a wrong one') => app().post('/api/session', { login, password: given })
const attempt = (kind: 'login' | 'address', key: string, now: Date) =>
  countAttempt(app().db, kind === 'login' ? loginSubject(key) : addressSubject(key), now)

/** How long the next attempt would have to wait, in seconds; 0 when it is let through (and then it is counted). */
async function waitOf(kind: 'login' | 'address', key: string, now: Date): Promise<number> {
  return attempt(kind, key, now).then(
    () => 0,
    (error: { refusal: { details: { retryAfterSeconds: number } } }) => error.refusal.details.retryAfterSeconds,
  )
}

describe('lock-out', () => {
  it('stops guessing after five attempts, even with the right password, and tells when to come back', async () => {
    await account('ben.locked')
    const statuses: number[] = []
    for (let i = 0; i < 5; i++) statuses.push((await guess('ben.locked')).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401])
    const locked = await guess('ben.locked', password)
    expect(locked).toMatchObject({ status: 429, body: { code: 'access.locked' } })
    expect(locked.headers.get('retry-after')).toBe('60')
    at = new Date(at.getTime() + 61_000)
    expect((await guess('ben.locked', password)).status).toBe(200)
  })

  it('tells the same of a login that nobody has', async () => {
    await account('ben.real')
    const told = async (login: string) => {
      for (let i = 0; i < 5; i++) await guess(login)
      const { status, body } = await guess(login)
      return { status, body: { ...(body as object), requestId: '' } }
    }
    expect(await told('ben.unreal')).toEqual(await told('ben.real'))
  })

  it('counts a thousand guesses at once as a thousand, and looks at five of them', async () => {
    const now = new Date('2026-03-03T01:00:00Z')
    const waits = await Promise.all(Array.from({ length: 1_000 }, () => waitOf('login', 'ben.stormed', now)))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
  })

  it('doubles with every further attempt, up to an hour', async () => {
    let now = new Date('2026-03-04T01:00:00Z')
    for (let i = 0; i < 5; i++) await attempt('login', 'ben.growing', now)
    const waits: number[] = []
    for (let i = 0; i < 8; i++) {
      const wait = await waitOf('login', 'ben.growing', now)
      waits.push(wait)
      now = new Date(now.getTime() + wait * 1_000)
      expect(await waitOf('login', 'ben.growing', now)).toBe(0)
    }
    expect(waits).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600])
  })

  it('is forgotten a day after the last attempt', async () => {
    const now = new Date('2026-03-05T01:00:00Z')
    for (let i = 0; i < 5; i++) await attempt('login', 'ben.forgotten', now)
    const later = new Date(now.getTime() + 25 * 3_600_000)
    for (let i = 0; i < 5; i++) expect(await waitOf('login', 'ben.forgotten', later)).toBe(0)
    expect(await waitOf('login', 'ben.forgotten', later)).toBe(60)
  })

  it('stops an address that tries one password on many logins', async () => {
    const now = new Date('2026-03-06T01:00:00Z')
    for (let i = 0; i < 30; i++) expect(await waitOf('address', '203.0.113.7', now)).toBe(0)
    expect(await waitOf('address', '203.0.113.7', now)).toBe(60)
    expect(await waitOf('address', '203.0.113.8', now)).toBe(0)
  })

  it('does not count an office against itself: a right password takes its attempt back', async () => {
    const now = new Date('2026-03-10T01:00:00Z')
    const [office, login] = [addressSubject('203.0.113.9'), loginSubject('ben.office')]
    for (let i = 0; i < 100; i++) {
      await countAttempt(app().db, office, now)
      await countAttempt(app().db, login, now)
      await forgive(app().db, login, office)
    }
    expect(await waitOf('address', '203.0.113.9', now)).toBe(0)
  })

  it('stands in the security log with failures, without what was typed as an unknown login', async () => {
    at = new Date('2026-03-12T01:00:00Z')
    await account('ben.logged')
    await guess('my secret password')
    for (let i = 0; i < 5; i++) await guess('ben.logged')
    const rows = await app().db.selectFrom('access.events').selectAll().where('at', '=', at).orderBy('id').execute()
    const lines = rows.map((row) => ({ ...row, accountId: row.account_id, actorId: row.actor_id }))
    const persons = await openPersons(app().db, lines)
    expect(rows.map(({ kind }, i) => `${kind} ${persons[i]?.login}`).sort()).toEqual(
      [
        'account_created ben.logged',
        'sign_in_failed ',
        ...Array(4).fill('sign_in_failed ben.logged'),
        'locked ben.logged',
      ].sort(),
    )
  })
})
