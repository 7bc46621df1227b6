import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withClient } from '../setup/client.ts'
import { type SignedInAs, signedInAs } from '../support/accounts.ts'
import { startTestApp } from '../support/server.ts'

const app = startTestApp()
const base = '/api/zones/linyi/contacts'
const secret = { name: '欧阳小明', phone: '13912345678', email: 'ouyang@example.com' }
let officer: SignedInAs
let supervisor: SignedInAs
let enterpriseId: string

interface Row {
  readonly id: string
  readonly version: number
  readonly name: string | null
  readonly phone: string | null
}

beforeAll(async () => {
  officer = await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] })
  supervisor = await signedInAs(app().db, { zone: 'linyi', roles: ['supervisor'] })
  const firm = { name: '示例食品有限公司', status: 'planned', legalRepresentative: '欧阳小红' }
  enterpriseId = recordOf(await app().post('/api/zones/linyi/enterprises', firm, officer.headers)).id
})

function recordOf({ status, body }: { status: number; body: unknown }): Row {
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { record: Row }).record
}

async function makeContact(): Promise<Row> {
  return recordOf(await app().post(base, { ...secret, enterpriseId, main: true }, officer.headers))
}

async function reveal(id: string, as = officer) {
  return app().post(`${base}/${id}/reveal`, {}, as.headers)
}

async function change(id: string, values: object) {
  const headers = { 'content-type': 'application/json', ...officer.headers }
  return app().send(`${base}/${id}`, { method: 'PATCH', headers, body: JSON.stringify(values) })
}

/** Everything that the database keeps, as text. */
async function everything(): Promise<string> {
  return withClient(app().ownerUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('enterprises', 'journal', 'records', 'access', 'organisation')`,
    )
    const texts: string[] = []
    for (const { name } of tables) {
      texts.push((await client.query(`select string_agg(t::text, ' ') as all from ${name} t`)).rows[0].all)
    }
    return texts.join(' ')
  })
}

it('a personal value is masked in every answer and stands nowhere in the database', async () => {
  const made = await makeContact()
  expect(made).toMatchObject({ name: '欧*', phone: '139****5678', email: '****' })
  const list = await app().get(base, officer.headers)
  expect((list.body as { rows: Row[] }).rows[0]).toEqual(made)
  await change(made.id, { version: 1, phone: '13812340000' })
  const kept = await everything()
  for (const value of [...Object.values(secret), '13812340000', '欧阳小红']) {
    expect(kept).not.toContain(value)
    expect(kept).not.toContain(Buffer.from(value).toString('base64'))
    expect(kept).not.toContain(Buffer.from(value).toString('hex'))
  }
})

it('is revealed to whoever may, each time with an event', async () => {
  const { id } = await makeContact()
  expect((await reveal(id)).body).toEqual(secret)
  expect((await reveal(id, supervisor)).status).toBe(403)
  const { body } = await app().get(`/api/zones/linyi/journal?subjectId=${id}&action=reveal`, supervisor.headers)
  expect((body as { rows: unknown[] }).rows).toMatchObject([
    { actor: officer.login, subjectKind: 'enterprises.contact' },
  ])
})

it('changes under the same key; its history and the journal show it masked', async () => {
  const { id } = await makeContact()
  expect(recordOf(await change(id, { version: 1, phone: '13812340000' }))).toMatchObject({
    phone: '138****0000',
    version: 2,
  })
  expect(recordOf(await change(id, { version: 2, phone: '13812340000' }))).toMatchObject({ version: 2 })
  const history = await app().get(`${base}/${id}/history`, officer.headers)
  expect((history.body as { rows: unknown[] }).rows[0]).toMatchObject({
    before: { phone: '139****5678' },
    after: { phone: '138****0000' },
  })
  const journal = await app().get(`/api/zones/linyi/journal?subjectId=${id}`, supervisor.headers)
  expect((journal.body as { rows: unknown[] }).rows[0]).toMatchObject({
    before: { phone: '****' },
    after: { phone: '****' },
  })
})

it('of an erased person can be read by nobody, in the row or in the journal, and the events stay', async () => {
  const { id } = await makeContact()
  const security = await signedInAs(app().db, { zone: 'linyi', roles: ['security'] })
  const erase = (as: SignedInAs, body: object) => app().post(`${base}/${id}/erase`, body, as.headers)
  const given = { version: 1, reason: '本人申请删除' }
  for (const other of [officer, supervisor]) expect((await erase(other, given)).status).toBe(403)
  expect((await erase(security, { version: 1 })).body).toMatchObject({ code: 'http.invalid_input' })
  expect((await erase(security, { version: 1, reason: '  ' })).status).toBe(400)
  expect((await erase(security, { ...given, version: 9 })).status).toBe(409)
  expect((await reveal(id)).body).toEqual(secret)
  const done = await erase(security, given)
  expect(done).toMatchObject({ status: 200, body: { record: { id, erased: true, name: null, phone: null } } })
  const row = { name: null, phone: null, version: 1, erased: true }
  expect((await app().get(`${base}/${id}`, officer.headers)).body).toMatchObject(row)
  expect((await reveal(id)).body).toEqual({ name: null, phone: null, email: null })
  const history = await app().get(`${base}/${id}/history`, officer.headers)
  const rows = (history.body as { rows: { action: string; after: object | null; note: string | null }[] }).rows
  expect(rows.map(({ action }) => action)).toEqual(['reveal', 'erase', 'reveal', 'create'])
  expect(rows[1]).toMatchObject({ note: '本人申请删除' })
  expect(rows[3]).toMatchObject({ after: { name: null, phone: null, email: null } })
  expect((await change(id, { version: 1, phone: '13812340000' })).body).toMatchObject({ code: 'records.erased' })
  expect((await erase(security, given)).body).toMatchObject({ code: 'records.erased_already' })
})

it('a ciphertext that is moved to another record does not open there', async () => {
  const [one, two] = [await makeContact(), await makeContact()]
  await withClient(app().ownerUrl, (client) =>
    client.query(
      `update enterprises.contacts t set phone = (select phone from enterprises.contacts o where o.id = $1) where t.id = $2`,
      [one.id, two.id],
    ),
  )
  expect((await app().get(`${base}/${two.id}`, officer.headers)).status).toBe(500)
})

describe('a list that has been shown before', () => {
  /** Of contacts that no other test has touched. */
  let firm: string
  beforeEach(async () => {
    const given = { name: '另一示例有限公司', status: 'planned' }
    firm = recordOf(await app().post('/api/zones/linyi/enterprises', given, officer.headers)).id
  })
  const make = async () =>
    recordOf(await app().post(base, { ...secret, enterpriseId: firm, main: true }, officer.headers))
  const list = () => app().get(`${base}?enterpriseId=${firm}`, officer.headers)
  const listed = async (id: string) => {
    const { body } = await list()
    return (body as { rows: readonly (Row & { readonly erased?: boolean })[] }).rows.find((row) => row.id === id)
  }
  /** As another node or a command does, of which this process hears nothing. */
  const elsewhere = (text: string, values: unknown[]) =>
    withClient(app().ownerUrl, (client) => client.query(text, values))

  it('shows nothing of whoever was erased elsewhere meanwhile, at once', async () => {
    const { id } = await make()
    for (let i = 0; i < 3; i++) expect(await listed(id)).toMatchObject({ name: '欧*', phone: '139****5678' })
    await elsewhere('update journal.person_keys set key = null where id = $1', [id])
    const shown = await listed(id)
    expect(shown).toMatchObject({ name: null, phone: null, email: null, erased: true })
    expect((await app().get(`${base}/${id}`, officer.headers)).body).toEqual(shown)
  })

  it('tells erasure of a record that never had a personal value too', async () => {
    const security = await signedInAs(app().db, { zone: 'linyi', roles: ['security'] })
    const firms = '/api/zones/linyi/enterprises'
    const { id } = recordOf(await app().post(firms, { name: '无名示例公司', status: 'planned' }, officer.headers))
    const row = async () => {
      const { body } = await app().get(`${firms}?name=${encodeURIComponent('无名示例公司')}`, officer.headers)
      return (body as { rows: readonly object[] }).rows
    }
    expect(await row()).toEqual([(await app().get(`${firms}/${id}`, officer.headers)).body])
    const erased = { version: 1, reason: '本人申请删除' }
    expect((await app().post(`${firms}/${id}/erase`, erased, security.headers)).status).toBe(200)
    expect(await row()).toEqual([expect.objectContaining({ id, legalRepresentative: null, erased: true })])
  })

  it('shows a value that was changed elsewhere, and opens no ciphertext that was copied from another record', async () => {
    const [one, other] = [await make(), await make()]
    expect(await listed(one.id)).toMatchObject({ phone: '139****5678' })
    await change(one.id, { version: 1, phone: '13812340000' })
    expect(await listed(one.id)).toMatchObject({ phone: '138****0000' })
    await elsewhere(
      'update enterprises.contacts set phone = (select phone from enterprises.contacts where id = $1) where id = $2',
      [one.id, other.id],
    )
    expect((await list()).status).toBe(500)
    await elsewhere('update enterprises.contacts set phone = null where id = $1', [other.id])
    expect(await listed(other.id)).toMatchObject({ name: '欧*', phone: null })
  })
})
