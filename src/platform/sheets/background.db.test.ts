import { pino } from 'pino'
import { beforeAll, expect, it } from 'vitest'
import { signedInAs, zoneRef } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { type SheetClient, sheetClient } from '../../../test/support/sheet-client.ts'
import { workbookOf } from '../../../test/support/sheets.ts'
import type { ImportView } from '../../kernel/sheet-view.ts'
import { inZone } from '../database.ts'
import { loadModules } from '../modules.ts'
import { workOnce, worksOf } from '../worker/work.ts'
import { readWorkbook } from './read.ts'

const app = startTestApp({ requestsPerMinute: 10_000 })
let officer: SheetClient
let headers: { cookie: string }

beforeAll(async () => {
  headers = (await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] })).headers
  officer = sheetClient(app, 'linyi', headers)
})

const many = 6_000
const csvOf = (prefix: string, note = '') =>
  `企业名称,状态,经营范围\n${Array.from({ length: many }, (_, i) => `${prefix}${i},${i % 100 === 7 ? '开业' : '在产'},${note}\n`).join('')}`

/** Lets the worker do so many jobs; all that are due when absent. */
async function work(jobs = Number.POSITIVE_INFINITY): Promise<void> {
  const { db } = app()
  const [zone, modules] = [await zoneRef(db, 'linyi'), await loadModules()]
  const options = { db, log: pino({ level: 'silent' }), works: worksOf(modules) }
  for (let i = 0; i < jobs && (await workOnce(options, zone, new Date())); i++);
}

const path = ({ id }: ImportView) => `/api/zones/linyi/sheet-imports/${id}`
const seen = async (view: ImportView) => (await app().get(path(view), headers)).body as ImportView

async function countOf(prefix: string) {
  const zone = await zoneRef(app().db, 'linyi')
  return inZone(app().db, zone.id, async (db) => {
    const rows = await db
      .selectFrom('enterprises.enterprises')
      .select('name')
      .where('zone_id', '=', zone.id)
      .where('name', 'like', `${prefix}%`)
      .execute()
    return rows.length
  })
}

it('more than 5,000 rows are compared and written by the worker, and the page sees how far it is', async () => {
  const view = await officer.upload('enterprises', 'many.csv', csvOf('大'))
  expect(view).toMatchObject({ state: 'comparing', progress: { done: 0, total: many } })
  await work(1)
  const half = await seen(view)
  expect(half.progress.done).toBeGreaterThan(0)
  expect(half.progress.done).toBeLessThan(many)
  await work()
  expect(await seen(view)).toMatchObject({ state: 'compared', counts: { new: many - 60, bad: 60 } })
  expect(await countOf('大')).toBe(0)
  expect(await officer.confirm(view)).toMatchObject({ state: 'writing' })
  await work()
  expect(await seen(view)).toMatchObject({ state: 'done', counts: { created: many - 60, bad: 60, new: 0 } })
  expect(await countOf('大')).toBe(many - 60)
  const list = await app().get('/api/zones/linyi/enterprises/sheet/export', headers)
  expect(list).toMatchObject({ status: 422, body: { code: 'sheets.too_many' } })
  const all = await officer.file('/enterprises/sheet/export-csv')
  expect(all.toString('utf8').trim().split('\r\n')).toHaveLength(many - 60 + 1)
  const bad = await officer.rows(view, 'bad')
  expect(bad[59]?.number).toBe(5_909)
  // Of so many lines only the faulty ones come back.
  const [lines = []] = [...(await readWorkbook(await officer.marked(view))).values()]
  expect(lines).toHaveLength(61)
  expect(lines[1]?.slice(0, 2)).toEqual(['大7', '开业'])
  expect(String(lines[1]?.at(-1))).toMatch(/^状态：“开业”不在选项之内/)
}, 60_000)

it('a large file is read in a thread; stopped while it is written, what is in stays and nothing more comes', async () => {
  const view = await officer.upload('enterprises', 'big.csv', csvOf('停', '示例'.repeat(80)))
  expect(view).toMatchObject({ state: 'reading' })
  await work()
  expect(await seen(view)).toMatchObject({ state: 'compared' })
  await officer.confirm(view)
  await work(1)
  const stopped = await app().post(`${path(view)}/cancel`, {}, headers)
  expect(stopped.body).toMatchObject({ state: 'cancelled' })
  const written = await countOf('停')
  expect(written).toBeGreaterThan(0)
  expect(written).toBeLessThan(many - 60)
  await work()
  expect(await countOf('停')).toBe(written)
  expect((await seen(view)).counts.created).toBe(written)
}, 60_000)

it('a large file that is no table of the kind says so, and who lost the right goes no further', async () => {
  const view = await officer.upload('enterprises', 'none.csv', `a,b\n${'1,2222222222\n'.repeat(130_000)}`)
  await work()
  expect(await seen(view)).toMatchObject({ state: 'failed', problem: { zh: expect.stringContaining('找不到') } })

  const other = await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] })
  const theirs = await sheetClient(app, 'linyi', other.headers).upload('enterprises', 'lost.csv', csvOf('失'))
  await app()
    .db.updateTable('access.accounts')
    .set({ disabled_at: new Date() })
    .where('id', '=', other.accountId)
    .execute()
  await work()
  const zone = await zoneRef(app().db, 'linyi')
  const row = await inZone(app().db, zone.id, (db) =>
    db
      .selectFrom('sheets.imports')
      .select('state')
      .where('zone_id', '=', zone.id)
      .where('id', '=', theirs.id)
      .executeTakeFirst(),
  )
  expect(row?.state).toBe('failed')
}, 60_000)

it('the own workbook of thousands of lines is marked beside the requests, which go on', async () => {
  const rows = Array.from({ length: 4_000 }, (_, i) => [`标${i}`, i % 2 === 0 ? '开业' : '在产', '示例'.repeat(20)])
  const view = await officer.upload('enterprises', 'own.xlsx', await workbookOf(['企业名称', '状态', '备注'], rows))
  expect(view).toMatchObject({ state: 'compared', counts: { bad: 2_000 } })
  let answered = 0
  let file: Buffer | null = null
  const marking = officer.marked(view).then((bytes) => {
    file = bytes
  })
  while (file === null) {
    await seen(view)
    answered++
  }
  await marking
  expect(answered).toBeGreaterThan(10)
  const [lines = []] = [...(await readWorkbook(file)).values()]
  expect(String(lines[1]?.at(-1))).toMatch(/^状态：“开业”不在选项之内/)
  expect(lines[2]?.slice(0, 2)).toEqual(['标1', '在产'])
  expect(lines).toHaveLength(4_001)
}, 60_000)
