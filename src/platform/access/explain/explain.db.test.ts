import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { signedInAs } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'

const app = startTestApp()
const signIn = (roles: readonly ('officer' | 'enterprise' | 'security' | 'admin' | 'audit')[], enterpriseId?: string) =>
  signedInAs(app().db, { zone: 'linyi', roles, ...(enterpriseId !== undefined && { enterpriseId }) })

async function explain(accountId: string, query: string, headers: { cookie: string }) {
  const answer = await app().get(`/api/zones/linyi/accounts/${accountId}/access?${query}`, headers)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const { steps, sees, kinds } = answer.body as {
    steps: { step: string; holds: boolean | null }[]
    sees: boolean | null
    kinds: { name: string }[]
  }
  return {
    sees,
    kinds,
    walls: steps.filter(({ holds }) => holds !== true).map(({ step, holds }) => `${step} ${holds}`),
  }
}

it('explains what the account then really sees: its own enterprise, not another one, and nothing without the role', async () => {
  const officer = await signIn(['officer'])
  const make = async (name: string) => {
    const answer = await app().post('/api/zones/linyi/enterprises', { name, status: 'building' }, officer.headers)
    return (answer.body as { record: { id: string } }).record.id
  }
  const [own, other] = [await make('示例食品有限公司'), await make('示例包装有限公司')]
  const people = { enterprise: await signIn(['enterprise'], own), audit: await signIn(['audit']), officer }
  const security = await signIn(['security'])
  for (const [who, { accountId, headers }] of Object.entries(people)) {
    for (const id of [own, other, randomUUID()]) {
      const { status } = await app().get(`/api/zones/linyi/enterprises/${id}`, headers)
      const told = await explain(accountId, `kind=enterprises.enterprise&record=${id}`, security.headers)
      expect([who, id, told.sees]).toEqual([who, id, status === 200])
    }
  }
  const { kinds, walls } = await explain(people.enterprise.accountId, '', security.headers)
  expect(kinds.length).toBeGreaterThan(50)
  expect(walls).toEqual([])
})

it('tells nothing of records of a kind that the asker may not read, whether they are there or not', async () => {
  const officer = await signIn(['officer'])
  const answer = await app().post(
    '/api/zones/linyi/enterprises',
    { name: '示例玻璃有限公司', status: 'building' },
    officer.headers,
  )
  const { id } = (answer.body as { record: { id: string } }).record
  const admin = await signIn(['admin'])
  expect((await app().get(`/api/zones/linyi/enterprises/${id}`, admin.headers)).status).toBe(403)
  const [there, absent] = [
    await explain(officer.accountId, `kind=enterprises.enterprise&record=${id}`, admin.headers),
    await explain(officer.accountId, `kind=enterprises.enterprise&record=${randomUUID()}`, admin.headers),
  ]
  expect(there).toEqual(absent)
  expect(there).toMatchObject({ sees: null, walls: ['record null'] })
})

it('is of administrators alone, and of accounts of the zone', async () => {
  const [officer, admin] = [await signIn(['officer']), await signIn(['admin'])]
  const path = `/api/zones/linyi/accounts/${admin.accountId}/access`
  expect((await app().get(path, officer.headers)).status).toBe(403)
  const elsewhere = await signedInAs(app().db, { zone: 'jiexiu', roles: ['officer'] })
  const foreign = await app().get(`/api/zones/linyi/accounts/${elsewhere.accountId}/access`, admin.headers)
  expect(foreign.status).toBe(404)
  const unknown = await app().get(`/api/zones/linyi/accounts/${officer.accountId}/access?kind=no.such`, admin.headers)
  expect(unknown.status).toBe(404)
})
