import { beforeAll, describe, expect, it } from 'vitest'
import { type SignedInAs, signedInAs, zoneRef } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { inZone } from '../../../platform/database.ts'
import type { Database } from '../../../platform/module.ts'
import { activeDelegate, departmentForMatter, findPerson } from './api.ts'

const app = startTestApp()
let admin: SignedInAs
let zoneId: string

beforeAll(async () => {
  admin = await signedInAs(app().db, { zone: 'linyi', roles: ['admin'] })
  zoneId = (await zoneRef(app().db, 'linyi')).id
})

interface Answer {
  readonly record: { readonly id: string; readonly names: Readonly<Record<string, string | null>> }
}

async function make(path: string, values: object): Promise<Answer['record']> {
  const { status, body } = await app().post(`/api/zones/linyi/${path}`, values, admin.headers)
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as Answer).record
}

const within = <T>(work: (db: Database) => Promise<T>) => inZone(app().db, zoneId, work)
const delegate = (personId: string, day: string) => within((db) => activeDelegate(db, { zoneId, personId, day }))

it('a department is part of another, and the answer names what it points at', async () => {
  const bureau = await make('departments', { name: '自然资源局' })
  const section = await make('departments', { name: '用地科', parentId: bureau.id })
  expect(section.names).toEqual({ parentId: '自然资源局', headId: null })
})

it('a department of the same name is refused by its field', async () => {
  await make('departments', { name: '水利局' })
  const { body } = await app().post('/api/zones/linyi/departments', { name: '水利局' }, admin.headers)
  expect(body).toMatchObject({ status: 409, code: 'records.not_unique', details: { field: 'name' } })
})

it('a matter finds the department that answers for its authority in this zone, or nobody', async () => {
  const department = await make('departments', { name: '生态环境分局' })
  const person = await make('people', { name: '周某', departmentId: department.id, phone: '13800000001' })
  await make('duties', { authority: '生态环境主管部门', departmentId: department.id, personId: person.id })
  expect(await within((db) => departmentForMatter(db, zoneId, '生态环境主管部门'))).toEqual({
    department: { id: department.id, name: '生态环境分局' },
    personId: person.id,
  })
  expect(await within((db) => departmentForMatter(db, zoneId, '海关'))).toBeUndefined()
  expect(await within((db) => findPerson(db, zoneId, person.id))).toMatchObject({ name: '周某' })
})

describe('somebody who is away', () => {
  const away = { fromOn: '2026-03-02', toOn: '2026-03-06', reason: 'travel' }

  it('is replaced by the delegate on both end days, and by nobody around them', async () => {
    const [a, b] = [await make('people', { name: '甲' }), await make('people', { name: '乙' })]
    await make('absences', { ...away, personId: a.id, delegateId: b.id })
    const days = ['2026-03-01', '2026-03-02', '2026-03-06', '2026-03-07']
    expect(await Promise.all(days.map((day) => delegate(a.id, day)))).toEqual([a.id, b.id, b.id, a.id])
  })

  it('is replaced by the delegate of the delegate; a circle or no delegate is nobody', async () => {
    const [a, b, c] = [
      await make('people', { name: '甲' }),
      await make('people', { name: '乙' }),
      await make('people', { name: '丙' }),
    ]
    await make('absences', { ...away, personId: a.id, delegateId: b.id })
    await make('absences', { ...away, personId: b.id, delegateId: c.id })
    expect(await delegate(a.id, '2026-03-03')).toBe(c.id)
    await make('absences', { ...away, fromOn: '2026-03-05', personId: c.id, delegateId: a.id })
    expect(await delegate(a.id, '2026-03-05')).toBeNull()
    const alone = await make('people', { name: '丁' })
    await make('absences', { ...away, personId: alone.id })
    expect(await delegate(alone.id, '2026-03-03')).toBeNull()
  })

  it('cannot be away backwards or be replaced by themselves', async () => {
    const a = await make('people', { name: '戊' })
    const { body } = await app().post(
      '/api/zones/linyi/absences',
      { personId: a.id, fromOn: '2026-03-06', toOn: '2026-03-02', delegateId: a.id, reason: 'leave' },
      admin.headers,
    )
    expect(body).toMatchObject({ status: 400, details: { issues: [{ path: 'toOn' }, { path: 'delegateId' }] } })
  })
})
