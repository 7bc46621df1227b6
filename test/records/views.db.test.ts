import { beforeAll, describe, expect, it } from 'vitest'
import { setStanding } from '../../src/platform/access/memberships.ts'
import { findById } from '../../src/platform/access/store.ts'
import { inZone } from '../../src/platform/database.ts'
import type { View } from '../../src/platform/records/contract/views.ts'
import { type SignedInAs, signedInAs, testContext, zoneRef } from '../support/accounts.ts'
import { startTestApp } from '../support/server.ts'

const app = startTestApp({ requestsPerMinute: 100_000 })
const base = '/api/zones/linyi/views'
const kind = 'enterprises.enterprise'
let admin: SignedInAs
let officer: SignedInAs
let head: SignedInAs
let staff: SignedInAs
let department = ''

async function made(path: string, values: object): Promise<string> {
  const { status, body } = await app().post(`/api/zones/linyi/${path}`, values, admin.headers)
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { record: { id: string } }).record.id
}

beforeAll(async () => {
  const { db } = app()
  admin = await signedInAs(db, { zone: 'linyi', roles: ['admin', 'officer'] })
  officer = await signedInAs(db, { zone: 'linyi', roles: ['officer'] })
  department = await made('departments', { name: '招商局' })
  const people = [
    await made('people', { name: '负责人', departmentId: department }),
    await made('people', { name: '职员', departmentId: department }),
  ]
  const [headId = '', staffId = ''] = people
  await app().send(`/api/zones/linyi/departments/${department}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', ...admin.headers },
    body: JSON.stringify({ version: 1, headId }),
  })
  head = await signedInAs(db, { zone: 'linyi', roles: ['promoter'], personId: headId })
  staff = await signedInAs(db, { zone: 'linyi', roles: ['promoter'], personId: staffId })
  for (const [i, status] of ['planned', 'planned', 'idle'].entries())
    await made('enterprises', { name: `第${i}厂`, status })
}, 60_000)

const view = { kind, name: '闲置企业', search: 'status=idle&sort=name&columns=name,status', first: false }
const mine = { of: 'me' } as const

async function save(as: SignedInAs, more: object) {
  return app().post(base, { ...view, audience: mine, ...more }, as.headers)
}

async function saved(as: SignedInAs, more: object): Promise<View> {
  const { status, body } = await save(as, more)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as View
}

async function seen(as: SignedInAs) {
  const { status, body } = await app().get(`${base}?kind=${kind}`, as.headers)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as { views: View[]; audiences: { audience: { of: string } }[] }
}

describe('a view', () => {
  it('counts what is in it, and is its maker’s alone', async () => {
    const one = await saved(officer, {})
    expect(one).toMatchObject({ count: 1, mayChange: true, label: { zh: '仅本人' } })
    expect((await seen(officer)).views.map(({ id }) => id)).toContain(one.id)
    expect((await seen(staff)).views).toEqual([])
    expect((await seen(officer)).audiences.map(({ audience }) => audience.of)).toEqual(['me'])
  })

  it('of a department is made by its head, and its people have it at once, also who joins later', async () => {
    const audience = { of: 'department', id: department }
    expect((await save(staff, { audience })).status).toBe(403)
    const one = await saved(head, { audience, first: true, name: '本局关注' })
    expect((await seen(staff)).views).toMatchObject([{ id: one.id, first: true, mayChange: false }])
    const personId = await made('people', { name: '新来的', departmentId: department })
    const late = await signedInAs(app().db, { zone: 'linyi', roles: ['promoter'], personId })
    expect((await seen(late)).views.map(({ id }) => id)).toEqual([one.id])
  })

  it('of a role is made by the administrator, and who is given the role has it at once', async () => {
    const audience = { of: 'role', role: 'agent' }
    expect((await save(head, { audience })).status).toBe(403)
    const one = await saved(admin, { audience, name: '代办关注' })
    const { db } = app()
    const zone = await zoneRef(db, 'linyi')
    const account = await findById(db, officer.accountId)
    if (!account) throw new Error('no account')
    const standing = { roles: ['officer', 'agent'] as const, enterpriseId: null, personId: null }
    expect((await seen(officer)).views.map(({ id }) => id)).not.toContain(one.id)
    await inZone(db, zone.id, (zoned) => setStanding(zoned, testContext(new Date(), zone), { zone, account, standing }))
    expect((await seen(officer)).views.map(({ id }) => id)).toContain(one.id)
  })

  it('that is to open first takes the place of the one before', async () => {
    const [before, after] = [
      await saved(staff, { first: true, name: '甲' }),
      await saved(staff, { first: true, name: '乙' }),
    ]
    const own = (await seen(staff)).views.filter(({ audience }) => audience.of === 'me')
    expect(own.map(({ id, first }) => [id, first])).toEqual([
      [before.id, false],
      [after.id, true],
    ])
  })

  it('is changed and removed by who may, at the version that was read', async () => {
    const one = await saved(officer, { name: '待改' })
    const change = async (as: SignedInAs, body: object) =>
      app().send(`${base}/${one.id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', ...as.headers },
        body: JSON.stringify(body),
      })
    expect((await change(staff, { version: 1, name: '别人的' })).status).toBe(404)
    expect((await change(officer, { version: 1, search: 'status=planned' })).body).toMatchObject({
      count: 2,
      version: 2,
    })
    expect((await change(officer, { version: 1, name: '旧版' })).status).toBe(409)
    expect((await app().post(`${base}/${one.id}/remove`, { version: 2 }, officer.headers)).status).toBe(200)
    expect((await seen(officer)).views.map(({ id }) => id)).not.toContain(one.id)
  })

  it('with conditions that the kind does not have is refused in a sentence', async () => {
    for (const search of ['status=sleeping', 'where=nonsense', 'registeredOn.from=never']) {
      expect((await save(officer, { search })).body).toMatchObject({ status: 400, code: 'records.view_unfit' })
    }
    expect((await save(officer, { kind: 'no.kind' })).status).toBe(404)
    const talent = await signedInAs(app().db, { zone: 'linyi', roles: ['talent'] })
    expect((await save(talent, {})).status).toBe(403)
  })
})
