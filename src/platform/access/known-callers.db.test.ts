import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { withClient } from '../../../test/setup/client.ts'
import { signedInAs, testContext, zoneRef } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { inZone } from '../database.ts'
import type { ZoneRef } from '../module.ts'
import { disableAccount } from './accounts.ts'
import { type CallerRow, type Found, findCaller } from './find-caller.ts'
import { believedMs, knownCallers } from './known-callers.ts'
import { setStanding } from './memberships.ts'
import { endSession, openSession } from './sessions.ts'
import { hashToken } from './tokens.ts'

const app = startTestApp({ requestsPerMinute: 100_000 })

interface Node {
  readonly zone: ZoneRef
  readonly accountId: string
  readonly sessionHash: string
  readonly headers: { readonly cookie: string }
  /** `passed`: milliseconds for everybody; `now`: the clock of the requests. */
  readonly clocks: { passed: number; now: Date }
  readonly ask: () => Promise<Found>
}
type Act = (one: Node) => Promise<unknown>

/** A node that has just been asked by an officer: its memory, its two clocks, and what it answers. */
async function node(): Promise<Node> {
  const zone = await zoneRef(app().db, 'linyi')
  const officer = await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] })
  const sessionHash = hashToken(officer.headers.cookie.split('=')[1] ?? '')
  const clocks = { passed: 0, now: new Date() }
  const known = knownCallers<CallerRow>(() => clocks.passed)
  const permissionsOf = () => new Set(['public' as const])
  const asked = { sessionHash, zone, permissionsOf, known }
  const ask = () => inZone(app().db, zone.id, (db) => findCaller(db, { ...asked, now: clocks.now }), { readOnly: true })
  expect((await ask()).caller.roles).toEqual(['officer'])
  return { zone, accountId: officer.accountId, sessionHash, clocks, ask, headers: officer.headers }
}

/** As another node or program does it: past this process. */
const elsewhere = (text: string, values: unknown[]) =>
  withClient(app().ownerUrl, async (client) => void (await client.query(text, values)))

const accountOf = (id: string) =>
  app().db.selectFrom('access.accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const leave = (zone: ZoneRef, accountId: string, roles: readonly ['supervisor'] | readonly []) =>
  inZone(app().db, zone.id, async (db) =>
    setStanding(db, testContext(new Date(), zone), {
      ...{ zone, account: await accountOf(accountId) },
      standing: { roles, enterpriseId: null, personId: null },
    }),
  )

describe('a caller who was found a moment ago', () => {
  it('is believed without asking, for less than a second', async () => {
    const { ask, clocks, accountId } = await node()
    await elsewhere('update access.accounts set disabled_at = now() where id = $1', [accountId])
    clocks.passed += believedMs - 1
    expect((await ask()).caller.accountId).toBe(accountId)
    clocks.passed += 1
    expect((await ask()).caller.accountId).toBeNull()
    expect(believedMs).toBeLessThan(1_000)
  })

  it.each([
    ['a disabled account', 'update access.accounts set disabled_at = now() where id = $1', 'accountId'],
    ['an ended session', 'delete from access.sessions where token_hash = $1', 'sessionHash'],
    ['a lost membership', 'update access.memberships set archived_at = now() where account_id = $1', 'accountId'],
    ['a changed role', `update access.memberships set roles = '{supervisor}' where account_id = $1`, 'accountId'],
    ['a password that somebody gave', 'update access.accounts set must_change = true where id = $1', 'accountId'],
  ] as const)('is somebody else within half a second on the other nodes: %s', async (_what, text, key) => {
    const one = await node()
    const before = await one.ask()
    await elsewhere(text, [one[key]])
    one.clocks.passed += believedMs
    expect(await one.ask()).not.toEqual(before)
  })

  it.each<[string, Act]>([
    ['signs out', ({ sessionHash }) => endSession(app().db, sessionHash)],
    [
      'is disabled',
      async ({ accountId }) => disableAccount(app().db, testContext(new Date()), await accountOf(accountId)),
    ],
    ['gets another role', ({ zone, accountId }) => leave(zone, accountId, ['supervisor'])],
  ])('is asked for anew at once where it %s', async (_what, act) => {
    const one = await node()
    const before = await one.ask()
    await act(one)
    expect(await one.ask()).not.toEqual(before)
  })

  it('is not kept when it was asked for before a change that ended in the meantime', async () => {
    const known = knownCallers<number>(() => 0)
    const asking = known.asking()
    const account = await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] })
    known.keep('one', 1, asking)
    expect(known.get('one')).toBeUndefined()
    known.keep('one', 1, known.asking())
    expect(known.get('one')).toBe(1)
    // What is undone counts too: nobody knows what was read meanwhile.
    const undone = inZone(app().db, (await zoneRef(app().db, 'linyi')).id, async (db) => {
      await sql`update access.accounts set name = name where id = ${account.accountId}`.execute(db)
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(known.get('one')).toBeUndefined()
  })

  it('is idle after half an hour and over after twelve, by the clock of the request, however fresh the memory', async () => {
    const { ask, clocks } = await node()
    const began = clocks.now.getTime()
    clocks.now = new Date(began + 30 * 60_000)
    expect((await ask()).caller.accountId).toBeNull()
    clocks.now = new Date(began)
    expect((await ask()).caller.accountId).not.toBeNull()
    clocks.now = new Date(began + 12 * 3_600_000)
    expect((await ask()).caller.accountId).toBeNull()
  })

  it('goes on when another node has seen the session in use', async () => {
    const { ask, clocks, sessionHash, accountId } = await node()
    const later = new Date(clocks.now.getTime() + 29 * 60_000)
    await elsewhere('update access.sessions set seen_at = $2 where token_hash = $1', [sessionHash, later])
    clocks.now = new Date(later.getTime() + 5 * 60_000)
    expect((await ask()).caller.accountId).toBe(accountId)
  })

  it('is one in its zone and nobody in another, and so are two sessions of one account', async () => {
    const { zone, ask, accountId, clocks } = await node()
    const other = await zoneRef(app().db, 'jiexiu')
    const { token } = await openSession(app().db, { accountId, now: clocks.now, replaces: null })
    const known = knownCallers<CallerRow>(() => 0)
    const at = (where: ZoneRef, sessionHash: string) =>
      inZone(app().db, where.id, (db) =>
        findCaller(db, { sessionHash, zone: where, now: clocks.now, permissionsOf: () => new Set(), known }),
      )
    for (let i = 0; i < 3; i++) {
      expect((await at(zone, hashToken(token))).caller.roles).toEqual(['officer'])
      expect((await at(other, hashToken(token))).caller.roles).toEqual([])
      expect((await at(zone, hashToken('no such token'))).caller.accountId).toBeNull()
    }
    expect((await ask()).caller.roles).toEqual(['officer'])
  })

  it('is out over HTTP with the next request after signing out, while others stay', async () => {
    const [one, other] = [await node(), await node()]
    const page = '/api/zones/linyi/enterprises'
    const status = async ({ headers }: Node) => (await app().get(page, headers)).status
    expect([await status(one), await status(other), await status(one)]).toEqual([200, 200, 200])
    await app().send('/api/session', { method: 'DELETE', headers: one.headers })
    expect([await status(one), await status(other)]).toEqual([401, 200])
  })
})
