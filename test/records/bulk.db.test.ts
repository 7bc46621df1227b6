import { beforeAll, describe, expect, it } from 'vitest'
import type { BulkOutput, UndoOutput } from '../../src/kernel/record-bulk.ts'
import { openSession } from '../../src/platform/access/sessions.ts'
import { signedInAs } from '../support/accounts.ts'
import { startTestApp } from '../support/server.ts'

let now = new Date('2026-03-02T01:00:00Z')
const app = startTestApp({ requestsPerMinute: 100_000, now: () => now })
const base = '/api/zones/linyi/enterprises'
const accounts: Record<string, string> = {}

beforeAll(async () => {
  for (const role of ['officer', 'promoter', 'supervisor'] as const) {
    accounts[role] = (await signedInAs(app().db, { zone: 'linyi', roles: [role], now })).accountId
  }
})

async function headers(role = 'officer') {
  const { token } = await openSession(app().db, { accountId: accounts[role] ?? '', now, replaces: null })
  return { cookie: `luodi_session=${token}` }
}

async function post<T>(
  path: string,
  body: object,
  role?: string,
): Promise<{ status: number; body: T & { code?: string } }> {
  const answer = await app().post(`${base}${path}`, body, await headers(role))
  return answer as { status: number; body: T & { code?: string } }
}

interface Row {
  readonly id: string
  readonly version: number
  readonly [field: string]: unknown
}

async function made(values: object): Promise<Row> {
  const { status, body } = await post<{ record: Row }>('', values)
  expect(status, JSON.stringify(body)).toBe(200)
  return body.record
}

async function read(id: string): Promise<Row> {
  return (await app().get(`${base}/${id}`, await headers())).body as Row
}

async function change(row: Row, values: object): Promise<void> {
  const answer = await app().send(`${base}/${row.id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', ...(await headers()) },
    body: JSON.stringify({ version: row.version, ...values }),
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

const chosen = (rows: readonly Row[]) => rows.map(({ id, version }) => ({ id, version }))
/** What a record says, without its version and when it was touched. */
const said = ({ version: _v, updatedAt: _a, updatedBy: _b, ...rest }: Row) => rest

let made0 = 0
async function some(count: number): Promise<Row[]> {
  const rows: Row[] = []
  for (let i = 0; i < count; i++) {
    rows.push(
      await made({
        name: `批量第${made0++}厂`,
        status: i % 2 ? 'planned' : 'building',
        ...(i % 3 && { scale: 'small', registeredCapital: `${i}00.50`, tags: ['highTech'] }),
      }),
    )
  }
  return rows
}

describe('a bulk act', () => {
  it('on 500 records is tried without a trace, done, and undone completely', async () => {
    const rows = await some(500)
    const values = { status: 'operating', scale: 'large', registeredCapital: null, tags: ['listed'] }
    const trial = await post<BulkOutput>('/bulk-set', { rows: chosen(rows), values, trial: true })
    expect(trial.body).toEqual({ bulk: null, done: 500, unchanged: 0, failures: [], undoUntil: null })
    expect(await read(rows[7]?.id ?? '')).toEqual(rows[7])
    const began = performance.now()
    const act = await post<BulkOutput>('/bulk-set', { rows: chosen(rows), values, trial: false })
    expect(act.body).toMatchObject({ done: 500, unchanged: 0, failures: [], undoUntil: '2026-03-02T01:10:00.000Z' })
    expect(performance.now() - began).toBeLessThan(20_000)
    for (const { id } of rows.slice(0, 20)) expect(await read(id)).toMatchObject({ ...values, version: 2 })
    now = new Date('2026-03-02T01:09:59Z')
    const undone = await post<UndoOutput>(`/bulk/${act.body.bulk}/undo`, {})
    expect(undone.body).toEqual({ done: 500, failures: [] })
    for (const row of rows) expect(said(await read(row.id))).toEqual(said(row))
    expect((await post(`/bulk/${act.body.bulk}/undo`, {})).body.code).toBe('records.undone')
  }, 120_000)

  it('tells row by row what it could not do, and does the rest', async () => {
    const rows = await some(4)
    const [stale, gone, same, fine] = rows as [Row, Row, Row, Row]
    await change(stale, { note: '刚改过' })
    await post(`/${gone.id}/archive`, { version: 1 })
    await change(same, { status: 'idle' })
    const wanted = [...chosen([stale, gone]), { id: same.id, version: 2 }, ...chosen([fine])]
    const { body } = await post<BulkOutput>('/bulk-set', { rows: wanted, values: { status: 'idle' } })
    expect(body).toMatchObject({ done: 1, unchanged: 1 })
    expect(body.failures.map(({ id }) => id)).toEqual([stale.id, gone.id])
    expect(body.failures[0]?.zh).toContain('备注')
    expect(await read(fine.id)).toMatchObject({ status: 'idle', version: 2 })
    expect(await read(stale.id)).toMatchObject({ status: stale.status, note: '刚改过' })
  })

  it('is undone row by row: what was changed since stays as it is', async () => {
    const rows = await some(3)
    const { body } = await post<BulkOutput>('/bulk-set', { rows: chosen(rows), values: { scale: 'micro' } })
    await change({ ...(rows[1] as Row), version: 2 }, { note: '之后改的' })
    const undone = await post<UndoOutput>(`/bulk/${body.bulk}/undo`, {})
    expect(undone.body.done).toBe(2)
    expect(undone.body.failures.map(({ id }) => id)).toEqual([rows[1]?.id])
    expect(await read(rows[1]?.id ?? '')).toMatchObject({ scale: 'micro', note: '之后改的' })
    expect(await read(rows[0]?.id ?? '')).toMatchObject({ scale: rows[0]?.scale })
  })

  it('archives, and the undo brings back', async () => {
    const rows = await some(3)
    const { body } = await post<BulkOutput>('/bulk-archive', { rows: chosen(rows), archived: true })
    expect(body.done).toBe(3)
    expect((await read(rows[0]?.id ?? '')).archivedAt).not.toBeNull()
    expect((await post<UndoOutput>(`/bulk/${body.bulk}/undo`, {})).body).toEqual({ done: 3, failures: [] })
    for (const row of rows) expect(said(await read(row.id))).toEqual(said(row))
  })

  it('can be undone for ten minutes, by who did it', async () => {
    const rows = await some(1)
    const { body } = await post<BulkOutput>('/bulk-set', { rows: chosen(rows), values: { scale: 'large' } })
    expect((await post(`/bulk/${body.bulk}/undo`, {}, 'promoter')).status).toBe(404)
    expect((await app().post(`/api/zones/linyi/contacts/bulk/${body.bulk}/undo`, {}, await headers())).status).toBe(404)
    now = new Date(now.getTime() + 10 * 60_000 + 1)
    expect((await post(`/bulk/${body.bulk}/undo`, {})).body.code).toBe('records.undo_late')
  })

  it('wants rows, values and the permission', async () => {
    const [row] = chosen(await some(1))
    for (const body of [
      { rows: [], values: { scale: 'large' } },
      { rows: [row], values: {} },
      { rows: [row, row], values: { scale: 'large' } },
      { rows: [row], values: { scale: 'enormous' } },
      { rows: [row], values: { legalRepresentative: '王某' } },
      { rows: Array.from({ length: 501 }, () => row), values: { scale: 'large' } },
    ]) {
      expect((await post('/bulk-set', body)).status, JSON.stringify(body).slice(0, 80)).toBe(400)
    }
    expect((await post('/bulk-set', { rows: [row], values: { scale: 'large' } }, 'supervisor')).status).toBe(403)
  })
})
