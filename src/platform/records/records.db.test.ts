import { beforeAll, describe, expect, it } from 'vitest'
import { type SignedInAs, signedInAs } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'

const app = startTestApp()
let officer: SignedInAs
let other: SignedInAs
let audit: SignedInAs
let abroad: SignedInAs

const base = '/api/zones/linyi/enterprises'

beforeAll(async () => {
  const { db } = app()
  officer = await signedInAs(db, { zone: 'linyi', roles: ['officer'] })
  other = await signedInAs(db, { zone: 'linyi', roles: ['promoter'] })
  audit = await signedInAs(db, { zone: 'linyi', roles: ['audit'] })
  abroad = await signedInAs(db, { zone: 'jiexiu', roles: ['officer'] })
})

interface Row {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly [field: string]: unknown
}

interface Written {
  readonly record: Row
  readonly warnings: readonly { field: string; zh: string }[]
}

async function create(values: object, as = officer) {
  return app().post(base, values, as.headers)
}

async function created(values: object): Promise<Row> {
  const { status, body } = await create(values)
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as Written).record
}

async function update(id: string, values: object, as = officer) {
  return app().send(`${base}/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', ...as.headers },
    body: JSON.stringify(values),
  })
}

async function read(id: string, as = officer) {
  return app().get(`${base}/${id}`, as.headers)
}

async function history(id: string) {
  const { body } = await app().get(`${base}/${id}/history`, officer.headers)
  return (body as { rows: { action: string; before: unknown; after: unknown; actor: string }[] }).rows
}

describe('a record', () => {
  it('is created from its declared fields, trimmed and in one Unicode form, and read as it was answered', async () => {
    const row = await created({
      name: '  Cafe\u0301 食品厂 ',
      status: 'planned',
      registeredCapital: '50000000',
      tags: ['highTech'],
    })
    expect(row).toMatchObject({
      name: 'Café 食品厂',
      status: 'planned',
      registeredCapital: '50000000.00',
      tags: ['highTech'],
      uscc: null,
      version: 1,
      sample: false,
      archivedAt: null,
      names: {},
    })
    expect((await read(row.id)).body).toEqual(row)
    expect(await history(row.id)).toMatchObject([{ action: 'create', before: null, actor: officer.login }])
  })

  it('is refused with unknown fields, missing fields, wrong values and broken rules, and leaves nothing', async () => {
    const before = await countEvents()
    for (const [values, code] of [
      [{ name: '甲厂', status: 'planned', colour: 'red' }, 'http.invalid_input'],
      [{ name: '甲厂' }, 'http.invalid_input'],
      [{ name: '  ', status: 'planned' }, 'http.invalid_input'],
      [{ name: '甲\u0000厂', status: 'planned' }, 'http.invalid_input'],
      [{ name: '甲厂', status: 'sleeping' }, 'http.invalid_input'],
      [{ name: '甲厂', status: 'planned', zoneId: 'x' }, 'http.invalid_input'],
      [{ name: '甲厂', status: 'planned', sample: true }, 'http.invalid_input'],
      [{ name: '甲厂', status: 'planned', registeredCapital: 5 }, 'http.invalid_input'],
      [{ name: '甲厂', status: 'planned', uscc: '914403001922038217' }, 'records.value_refused'],
      [{ name: '甲厂', status: 'planned', industryCode: '1431' }, 'records.value_refused'],
      [{ name: '甲厂', status: 'planned', legalRepresentative: '王*' }, 'records.value_refused'],
    ] as const) {
      expect((await create(values)).body).toMatchObject({ status: 400, code })
    }
    expect(await countEvents()).toBe(before)
  })

  it('is refused twice under one credit code, naming the field, until the first is archived', async () => {
    const values = { name: '乙厂', status: 'operating', uscc: '91330100799655058B' }
    const first = await created(values)
    expect((await create(values)).body).toMatchObject({
      status: 409,
      code: 'records.not_unique',
      details: { field: 'uscc' },
    })
    await app().post(`${base}/${first.id}/archive`, { version: 1 }, officer.headers)
    expect((await create(values)).status).toBe(200)
  })

  it('with a doubtful code is stored, and the answer says the doubt', async () => {
    const { body } = await create({ name: '丙厂', status: 'planned', uscc: '913301007996550578' })
    expect((body as Written).warnings).toMatchObject([{ field: 'uscc' }])
  })

  it('cannot point at a record that does not exist', async () => {
    const contact = { name: '王小明', enterpriseId: '019aaaaa-0000-7000-8000-00000000dead', main: true }
    const { body } = await app().post('/api/zones/linyi/contacts', contact, officer.headers)
    expect(body).toMatchObject({ status: 400, code: 'records.refers_to_nothing', details: { field: 'enterpriseId' } })
  })
})

async function countEvents(): Promise<string> {
  const { status, body } = await app().get('/api/zones/linyi/journal?limit=1', audit.headers)
  expect(status).toBe(200)
  return JSON.stringify(body)
}

describe('a change', () => {
  it('counts the version, and the journal holds exactly the fields that differ', async () => {
    const row = await created({ name: '丁厂', status: 'planned', registeredCapital: '1.50' })
    const { body } = await update(row.id, { version: 1, status: 'building', name: '丁厂', registeredCapital: '1.5' })
    expect((body as Written).record).toMatchObject({ version: 2, status: 'building', name: '丁厂' })
    expect((await history(row.id))[0]).toMatchObject({
      action: 'update',
      before: { status: 'planned' },
      after: { status: 'building' },
    })
  })

  it('that changes nothing writes nothing', async () => {
    const row = await created({ name: '戊厂', status: 'planned', registeredOn: '2020-05-18' })
    const { body } = await update(row.id, { version: 1, status: 'planned', registeredOn: '2020-05-18', note: null })
    expect((body as Written).record.version).toBe(1)
    expect(await history(row.id)).toHaveLength(1)
  })

  it('on a stale version is told who changed which field', async () => {
    const row = await created({ name: '己厂', status: 'planned' })
    await update(row.id, { version: 1, status: 'building' }, other)
    const { body } = await update(row.id, { version: 1, note: '晚到' })
    expect(body).toMatchObject({
      status: 409,
      code: 'records.stale',
      details: { version: 2, changes: [{ actor: other.login, action: 'update', fields: ['status'] }] },
    })
    expect((body as { text: { zh: string } }).text.zh).toContain('状态')
    expect(await history(row.id)).toHaveLength(2)
  })

  it('by two at once on one version is made by one of them', async () => {
    const row = await created({ name: '庚厂', status: 'planned' })
    const answers = await Promise.all([
      update(row.id, { version: 1, note: '甲' }, officer),
      update(row.id, { version: 1, note: '乙' }, other),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await history(row.id)).toHaveLength(2)
  })

  it('of an archived record is refused until it is restored', async () => {
    const row = await created({ name: '辛厂', status: 'planned' })
    const move = (verb: string, version: number) =>
      app().post(`${base}/${row.id}/${verb}`, { version }, officer.headers)
    expect((await move('archive', 1)).body).toMatchObject({ record: { version: 2, archivedAt: expect.any(String) } })
    expect((await move('archive', 2)).body).toMatchObject({ code: 'records.archived_already' })
    expect((await update(row.id, { version: 2, note: 'x' })).body).toMatchObject({
      status: 422,
      code: 'records.archived',
    })
    expect((await move('restore', 2)).body).toMatchObject({ record: { version: 3, archivedAt: null } })
    expect((await history(row.id)).map(({ action }) => action)).toEqual(['restore', 'archive', 'create'])
  })
})

describe('who may not', () => {
  it('is refused by role, and another zone finds nothing, with the same body as what is absent', async () => {
    const row = await created({ name: '壬厂', status: 'planned' })
    expect((await read(row.id, audit)).status).toBe(403)
    expect((await create({ name: '癸厂', status: 'planned' }, audit)).status).toBe(403)
    const absent = await read('019aaaaa-0000-7000-8000-00000000dead')
    const foreign = await app().get(`/api/zones/jiexiu/enterprises/${row.id}`, abroad.headers)
    expect([absent.status, foreign.status]).toEqual([404, 404])
    const bare = ({ requestId: _id, ...body }: Record<string, unknown>) => body
    expect(bare(foreign.body as Record<string, unknown>)).toEqual(bare(absent.body as Record<string, unknown>))
    expect((await app().get(`${base}/${row.id}`)).status).toBe(401)
  })

  it('an enterprise sees and changes its own record and contacts, and no other', async () => {
    const [mine, theirs] = [
      await created({ name: '我厂', status: 'planned' }),
      await created({ name: '他厂', status: 'planned' }),
    ]
    const firm = await signedInAs(app().db, { zone: 'linyi', roles: ['enterprise'], enterpriseId: mine.id })
    const { body } = await app().get(base, firm.headers)
    expect((body as { rows: Row[] }).rows.map(({ id }) => id)).toEqual([mine.id])
    expect((await read(theirs.id, firm)).status).toBe(404)
    const contacts = '/api/zones/linyi/contacts'
    const contact = { name: '赵一', main: true }
    expect((await app().post(contacts, { ...contact, enterpriseId: theirs.id }, firm.headers)).status).toBe(403)
    expect((await app().post(contacts, { ...contact, enterpriseId: mine.id }, firm.headers)).status).toBe(200)
    expect((await create({ name: '新厂', status: 'planned' }, firm)).status).toBe(403)
  })
})
