import { describe, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { signedInAs, testContext, zoneRef } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { inZone } from '../../database.ts'
import { setStanding } from '../memberships.ts'
import { findById } from '../store.ts'
import { usesAMinute } from './pace.ts'

let at = new Date('2026-03-02T01:00:00Z')
const days = (count: number) => {
  at = new Date(at.getTime() + count * 86_400_000)
}
const app = startTestApp({ now: () => at, requestsPerMinute: 100_000 })
const path = '/api/zones/linyi/tokens'
const officer = (zone = 'linyi') => signedInAs(app().db, { zone, roles: ['officer'], now: at })
const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`

interface Made {
  readonly token: string
  readonly tokens: { id: string; name: string; scopes: string[]; usedAt: string | null }[]
  readonly scopes: { permission: string; does: { zh: string }[] }[]
}

async function makeToken(headers: { cookie: string }, scopes = ['enterprises.read'], forDays = 30) {
  const answer = await app().post(path, { name: 'nightly copy', scopes, days: forDays }, headers)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const made = answer.body as Made
  return { ...made, bearer: { authorization: `Bearer ${made.token}` } }
}

const enterprises = '/api/zones/linyi/enterprises'
const firm = { name: '示例食品有限公司', status: 'building' }

describe('an API token', () => {
  it('does what it was given and its account may do, and nothing else', async () => {
    const { headers } = await officer()
    const { bearer, scopes } = await makeToken(headers)
    expect((await app().get(enterprises, bearer)).status).toBe(200)
    expect(told(await app().post(enterprises, firm, bearer))).toBe('403 access.not_allowed')
    expect(told(await app().get('/api/zones/linyi/journal/words', bearer))).toBe('403 access.not_allowed')
    expect((await app().post(enterprises, firm, headers)).status).toBe(200)
    const read = scopes.find(({ permission }) => permission === 'enterprises.read')
    expect(read?.does.length).toBeGreaterThan(0)
    expect(scopes.filter(({ permission }) => permission.startsWith('access.') || permission === 'public')).toEqual([])
  })

  it('writes under the name of its account and its own', async () => {
    const { headers } = await officer()
    const { bearer } = await makeToken(headers, ['enterprises.write'])
    const made = await app().post(enterprises, { ...firm, name: '示例包装有限公司' }, bearer)
    expect(made.status).toBe(200)
    const supervisor = await signedInAs(app().db, { zone: 'linyi', roles: ['supervisor'], now: at })
    const id = (made.body as { record: { id: string } }).record.id
    const journal = await app().get(`/api/zones/linyi/journal?subjectId=${id}`, supervisor.headers)
    expect(journal.body).toMatchObject({ rows: [{ actor: expect.stringMatching(/\(nightly copy\)$/) }] })
  })

  it('is refused what its account has not, and every permission over accounts', async () => {
    const { headers } = await officer()
    for (const scope of ['access.manage', 'public', 'journal.read', 'no.such']) {
      const answer = await app().post(path, { name: 'x', scopes: [scope], days: 1 }, headers)
      expect([scope, told(answer)]).toEqual([scope, '422 access.scope_not_yours'])
    }
    const security = await signedInAs(app().db, { zone: 'linyi', roles: ['security'], now: at })
    const answer = await app().post(path, { name: 'x', scopes: ['access.authorise'], days: 1 }, security.headers)
    expect(told(answer)).toBe('422 access.scope_not_yours')
  })

  it('ends with its day, its revocation, the loss of a role, and its account', async () => {
    const owner = await officer()
    const { db } = app()
    const short = await makeToken(owner.headers, ['enterprises.read'], 1)
    days(1)
    expect(told(await app().get(enterprises, short.bearer))).toBe('401 access.sign_in_needed')

    const { headers, accountId } = await officer()
    const { bearer, tokens } = await makeToken(headers)
    const other = await officer()
    const revoke = `${path}/${tokens[0]?.id}/revoke`
    expect((await app().post(revoke, {}, other.headers)).status).toBe(404)
    expect((await app().get(enterprises, bearer)).status).toBe(200)
    expect((await app().post(revoke, {}, headers)).body).toMatchObject({ tokens: [] })
    expect((await app().post(revoke, {}, headers)).status).toBe(404)
    expect(told(await app().get(enterprises, bearer))).toBe('401 access.sign_in_needed')

    const again = await makeToken(headers)
    const zone = await zoneRef(db, 'linyi')
    const standing = (roles: readonly 'officer'[]) =>
      inZone(db, zone.id, async (zoned) => {
        const account = await findById(zoned, accountId)
        if (!account) throw new Error('the account is gone')
        const to = { roles, enterpriseId: null, personId: null }
        await setStanding(zoned, testContext(at, zone), { zone, account, standing: to })
      })
    await standing([])
    expect((await app().get(enterprises, again.bearer)).status).toBe(404)
    await standing(['officer'])
    expect((await app().get(enterprises, again.bearer)).status).toBe(200)
    await db.updateTable('access.accounts').set({ disabled_at: at }).where('id', '=', accountId).execute()
    expect(told(await app().get(enterprises, again.bearer))).toBe('401 access.sign_in_needed')
  })

  it('is good in its zone alone, never outside zones, and manages no tokens', async () => {
    const { headers } = await officer()
    const { bearer, tokens } = await makeToken(headers, ['account', 'enterprises.read'])
    expect(told(await app().get('/api/zones/jiexiu/enterprises', bearer))).toBe('401 access.sign_in_needed')
    expect(told(await app().get('/api/session', bearer))).toBe('401 access.sign_in_needed')
    expect(told(await app().get('/api/session', { ...bearer, ...headers }))).toBe('401 access.sign_in_needed')
    expect(told(await app().get(path, bearer))).toBe('403 access.not_by_token')
    expect(told(await app().post(path, { name: 'x', scopes: ['account'], days: 1 }, bearer))).toBe(
      '403 access.not_by_token',
    )
    expect(told(await app().post(`${path}/${tokens[0]?.id}/revoke`, {}, bearer))).toBe('403 access.not_by_token')
    const forged = { authorization: `Bearer luodi_${'A'.repeat(43)}` }
    expect(told(await app().get(enterprises, forged))).toBe('401 access.sign_in_needed')
  })

  it('is told once and kept as a hash, with the moment of its last use', async () => {
    const { headers } = await officer()
    const { token, bearer, tokens } = await makeToken(headers)
    const stored = await withClient(app().ownerUrl, (client) =>
      client.query('select t::text as row from access.tokens t'),
    )
    expect(stored.rows.map(({ row }) => row).join()).not.toContain(token)
    expect(JSON.stringify((await app().get(path, headers)).body)).not.toContain(token)
    expect(tokens[0]?.usedAt).toBeNull()
    await app().get(enterprises, bearer)
    expect((await app().get(path, headers)).body).toMatchObject({ tokens: [{ usedAt: at.toISOString() }] })
  })

  it(`makes ${usesAMinute} requests a minute and is then asked to wait, while another one goes on`, async () => {
    const { headers } = await officer()
    const { bearer } = await makeToken(headers)
    for (let i = 0; i < usesAMinute; i += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => app().get(`${enterprises}?limit=1`, bearer)))
      expect(answers.map(({ status }) => status).filter((status) => status !== 200)).toEqual([])
    }
    const refused = await app().get(`${enterprises}?limit=1`, bearer)
    expect(told(refused)).toBe('429 access.token_too_often')
    expect(refused.headers.get('retry-after')).toBe('60')
    const other = await makeToken(headers)
    expect((await app().get(`${enterprises}?limit=1`, other.bearer)).status).toBe(200)
    at = new Date(at.getTime() + 60_000)
    expect((await app().get(`${enterprises}?limit=1`, bearer)).status).toBe(200)
  })
})
