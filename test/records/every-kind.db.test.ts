import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupsOfField, isSummed } from '../../src/kernel/record-group.ts'
import { fieldOf } from '../../src/kernel/record-kind.ts'
import { opsOf } from '../../src/kernel/record-list.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { registryOf } from '../../src/platform/records/registry.ts'
import { signedInAs } from '../support/accounts.ts'
import { startTestApp } from '../support/server.ts'
import { type Caller, callerOfEveryRole, clientOf, type Made, makeOne } from './every-kind.ts'

const app = startTestApp({ requestsPerMinute: 100_000 })
const registry = registryOf(await loadModules())
let caller: Caller
let powerless: Caller

beforeAll(async () => {
  caller = await callerOfEveryRole(app(), registry)
  const nobody = await signedInAs(app().db, { zone: 'linyi', roles: ['talent'] })
  powerless = { ...caller, headers: nobody.headers }
})

/** One connection of the database's owner for the whole file: events are read some two thousand times, and a connection costs more than a question. */
let owner: pg.Client
beforeAll(async () => {
  owner = new pg.Client({ connectionString: app().ownerUrl })
  await owner.connect()
})
afterAll(() => owner.end())

/** The events that the work leaves, told by the owner of the database: what the app answers is not asked. */
async function eventsOf(work: () => Promise<unknown>) {
  const { rows: before } = await owner.query<{ n: string }>('select count(*) as n from journal.events')
  await work()
  const { rows } = await owner.query<{ subject_kind: string; subject_id: string; action: string }>(
    'select subject_kind, subject_id, action from journal.events order by id offset $1',
    [before[0]?.n],
  )
  return rows
}

it('there are kinds to be tested', () => {
  expect(registry.size).toBeGreaterThan(6)
})

describe.each([...registry.values()].map((kind) => [kind.name, kind] as const))('of %s', (name, kind) => {
  it('every accepted write leaves exactly one event of its own', async () => {
    const client = clientOf(caller, kind)
    const values = await client.values()
    let record: Made | undefined
    const write = async (action: string, [method, place, body]: [string, string, object]) => {
      const found = await eventsOf(async () => {
        const answer = await client.send(method, place, body)
        expect(answer.status, JSON.stringify(answer.body)).toBe(200)
        record = (answer.body as { record?: Made }).record ?? record
      })
      expect(found).toEqual([{ subject_kind: name, subject_id: record?.id, action }])
    }
    await write('create', ['POST', '', values])
    const id = () => `/${record?.id}`
    const change = await changeOf(values)
    if (change) await write('update', ['PATCH', id(), { version: 1, ...change }])
    const version = () => ({ version: record?.version })
    await write('archive', ['POST', `${id()}/archive`, version()])
    await write('restore', ['POST', `${id()}/restore`, version()])
    if (kind.access.reveal) await write('reveal', ['POST', `${id()}/reveal`, {}])
  })

  it('a bulk act leaves the events of its records, a trial none, and its undo takes it back', async () => {
    const client = clientOf(caller, kind)
    const { id, version } = await makeOne(caller, name)
    const act = { rows: [{ id, version }], archived: true }
    let bulk: string | null = null
    const send = async (path: string, body: object) => {
      const answer = await client.send('POST', path, body)
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      expect(answer.body).toMatchObject({ done: 1, failures: [] })
      bulk = (answer.body as { bulk?: string }).bulk ?? null
    }
    const event = (action: string) => [{ subject_kind: name, subject_id: id, action }]
    expect(await eventsOf(() => send('/bulk-archive', { ...act, trial: true }))).toEqual([])
    expect(bulk).toBeNull()
    expect(await eventsOf(() => send('/bulk-archive', act))).toEqual(event('archive'))
    expect(await eventsOf(() => send(`/bulk/${bulk}/undo`, {}))).toEqual(event('restore'))
  })

  it('can be counted in groups by every way that it offers, and summed over every number', async () => {
    await makeOne(caller, name)
    const names = Object.keys(kind.fields).filter((one) => fieldOf(kind, one).personal === undefined)
    const ways = names.flatMap((one) => {
      const field = fieldOf(kind, one)
      return groupsOfField(one, { type: field.type, filters: opsOf(field) })
    })
    const sums = names.filter((one) => isSummed(fieldOf(kind, one)))
    const { send } = clientOf(caller, kind)
    for (const by of ['', ...ways]) {
      const asked = new URLSearchParams({ ...(by && { by }), ...(sums.length > 0 && { sums: sums.join(',') }) })
      const { status, body } = await send('GET', `/groups?${asked}`)
      expect(status, `${by} ${JSON.stringify(body)}`).toBe(200)
      const { groups, count } = body as { groups: { count: number }[]; count: number }
      if (by) expect(groups.reduce((sum, group) => sum + group.count, 0)).toBe(count)
    }
  })

  /** Another value for the first field that may be changed by itself; null when the kind has none. */
  async function changeOf(values: Readonly<Record<string, unknown>>): Promise<Record<string, unknown> | null> {
    const field = Object.keys(kind.fields).find((one) => {
      const { writable, required, check, example } = fieldOf(kind, one)
      const alone = (kind.check?.({ ...values, [one]: example }) ?? []).length === 0
      return writable === 'always' && !required && !check && alone
    })
    if (field === undefined) return null
    const { to, example } = fieldOf(kind, field)
    return { [field]: to === undefined ? example : (await makeOne(caller, to)).id }
  }

  it('no refused write leaves any', async () => {
    const client = clientOf(caller, kind)
    const { id } = await makeOne(caller, name)
    const values = await client.values()
    const nobody = clientOf(powerless, kind)
    const found = await eventsOf(async () => {
      const refusals = [
        await client.send('POST', '', { ...values, nonsense: 1 }),
        await client.send('POST', '', {}),
        await client.send('PATCH', `/${id}`, { version: 7 }),
        await client.send('POST', `/${id}/archive`, { version: 7 }),
        await client.send('POST', `/${id}/restore`, { version: 1 }),
        await client.send('PATCH', '/019aaaaa-0000-7000-8000-00000000dead', { version: 1 }),
        await nobody.send('POST', '', values),
        await nobody.send('PATCH', `/${id}`, { version: 1 }),
        await nobody.send('POST', `/${id}/archive`, { version: 1 }),
        await nobody.send('POST', `/${id}/restore`, { version: 1 }),
        ...(kind.access.reveal ? [await nobody.send('POST', `/${id}/reveal`, {})] : []),
      ]
      expect(refusals.map(({ status }) => status).filter((status) => status < 400 || status >= 500)).toEqual([])
    })
    expect(found).toEqual([])
  })
})
