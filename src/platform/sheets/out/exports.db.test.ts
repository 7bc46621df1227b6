import { pino } from 'pino'
import { beforeAll, expect, it } from 'vitest'
import { signedInAs, zoneRef } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type SheetClient, sheetClient } from '../../../../test/support/sheet-client.ts'
import type { ExportView } from '../../../kernel/sheet-export.ts'
import { zoneDirectory } from '../../access/zones.ts'
import { inZone } from '../../database.ts'
import { loadModules } from '../../modules.ts'
import { workOnce, worksOf } from '../../worker/work.ts'
import { readWorkbook } from '../read.ts'
import { tidyExports } from '../tidy.ts'

const app = startTestApp({ requestsPerMinute: 10_000 })
let officer: SheetClient
let headers: { cookie: string }
const many = 6_100
/** What a file makes hard: a formula, the format's own words, a tag, a line's end. */
const hard = ['=1+1', 'a_x000D_b', '<甲&乙>', '平常']

beforeAll(async () => {
  headers = (await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] })).headers
  officer = sheetClient(app, 'linyi', headers)
  const lines = Array.from({ length: many }, (_, i) => `大企业${i},在产,${hard[i % hard.length]},2026-03-02,1234.50`)
  const csv = `企业名称,状态,备注,成立日期,注册资本（元）\n${lines.join('\n')}\n`
  const view = await officer.upload('enterprises', 'many.csv', csv)
  await work()
  await officer.confirm(view)
  await work()
}, 120_000)

async function work(jobs = Number.POSITIVE_INFINITY): Promise<void> {
  const { db } = app()
  const [zone, modules] = [await zoneRef(db, 'linyi'), await loadModules()]
  const options = { db, log: pino({ level: 'silent' }), works: worksOf(modules) }
  for (let i = 0; i < jobs && (await workOnce(options, zone, new Date())); i++);
}

const base = '/api/zones/linyi/sheet-exports'
const columns = 'name,status,note,registeredOn,registeredCapital'
const start = (body: object, as = headers) =>
  app().post('/api/zones/linyi/enterprises/sheet/exports', { columns, ...body }, as)
const seen = async ({ id }: ExportView) => (await app().get(`${base}/${id}`, headers)).body as ExportView
const fileOf = ({ id }: ExportView) => officer.file(`/sheet-exports/${id}/file`)

async function started(body: object): Promise<ExportView> {
  const { status, body: view } = await start(body)
  expect(status, JSON.stringify(view)).toBe(200)
  return view as ExportView
}

it('a long list is made into a workbook in the background, page by page, and comes back as it went', async () => {
  const view = await started({ format: 'xlsx', 'name.contains': '大企业', sort: 'name' })
  expect(view).toMatchObject({ state: 'gathering', progress: { done: 0, total: many }, keptUntil: null })
  expect(await app().get(`${base}/${view.id}/file`, headers)).toMatchObject({
    status: 409,
    body: { code: 'sheets.no_file' },
  })
  await work(1)
  const half = await seen(view)
  expect(half.progress).toEqual({ done: 4_000, total: many })
  await work()
  const made = await seen(view)
  expect(made).toMatchObject({ state: 'done', progress: { done: many, total: many } })
  expect(Date.parse(made.keptUntil ?? '') - Date.parse(made.finishedAt ?? '')).toBe(7 * 24 * 3_600_000)
  const file = await fileOf(view)
  expect(file.length).toBe(made.bytes)
  const [rows = []] = [...(await readWorkbook(file)).values()]
  expect(rows).toHaveLength(many + 1)
  const first = rows.find(([name]) => name === '大企业0') ?? []
  expect(first.slice(1, 5)).toEqual(['在产', "'=1+1", new Date('2026-03-02'), 1234.5])
  expect(rows.find(([name]) => name === '大企业1')?.[2]).toBe('a_x000D_b')
  expect(rows.find(([name]) => name === '大企业2')?.[2]).toBe('<甲&乙>')

  const again = await officer.upload('enterprises', 'again.xlsx', file)
  await work()
  const compared = await app().get(`/api/zones/linyi/sheet-imports/${again.id}`, headers)
  expect(compared.body).toMatchObject({ state: 'compared', counts: { same: many, new: 0, changed: 0, bad: 0 } })
}, 120_000)

it('as CSV it is the same file that a short list gives', async () => {
  const view = await started({ format: 'csv', 'name.contains': '大企业', sort: '-name' })
  await work()
  const direct = await officer.file(
    `/enterprises/sheet/export-csv?${new URLSearchParams({ columns, 'name.contains': '大企业', sort: '-name' })}`,
  )
  expect((await fileOf(view)).equals(direct)).toBe(true)
}, 60_000)

it('stopped, it makes nothing more and leaves no file', async () => {
  const view = await started({ format: 'csv' })
  await work(1)
  const stopped = await app().post(`${base}/${view.id}/cancel`, {}, headers)
  expect(stopped.body).toMatchObject({ state: 'cancelled' })
  await work()
  expect(await seen(view)).toMatchObject({ state: 'cancelled', keptUntil: null })
  expect(await piecesOf(view)).toBe(0)
}, 60_000)

it('belongs to the one who asked for it, and only while that one may read such records', async () => {
  const view = await started({ format: 'csv', 'name.contains': '大企业1' })
  await work()
  const other = await signedInAs(app().db, { zone: 'linyi', roles: ['officer', 'leader'] })
  for (const path of ['', '/file']) {
    expect((await app().get(`${base}/${view.id}${path}`, other.headers)).status).toBe(404)
  }
  expect((await app().post(`${base}/${view.id}/cancel`, {}, other.headers)).status).toBe(404)
  expect((await app().get(base, other.headers)).body).toEqual({ exports: [] })

  const theirs = (await start({ format: 'csv' }, other.headers)).body as ExportView
  await app()
    .db.updateTable('access.accounts')
    .set({ disabled_at: new Date() })
    .where('id', '=', other.accountId)
    .execute()
  await work()
  const zone = await zoneRef(app().db, 'linyi')
  const row = await inZone(app().db, zone.id, (db) =>
    db
      .selectFrom('sheets.exports')
      .select('state')
      .where('zone_id', '=', zone.id)
      .where('id', '=', theirs.id)
      .executeTakeFirst(),
  )
  expect(row?.state).toBe('failed')
}, 60_000)

it('a week later the file is gone and the page says so', async () => {
  const view = await started({ format: 'xlsx', 'name.contains': '大企业12' })
  await work()
  const directory = zoneDirectory(await loadModules())
  const days = (count: number) => new Date(Date.now() + count * 24 * 3_600_000)
  await tidyExports(app().db, directory, days(6))
  expect((await seen(view)).state).toBe('done')
  await tidyExports(app().db, directory, days(8))
  expect(await seen(view)).toMatchObject({ state: 'cleared', keptUntil: null })
  expect(await piecesOf(view)).toBe(0)
  expect(await app().get(`${base}/${view.id}/file`, headers)).toMatchObject({
    status: 409,
    body: { code: 'sheets.no_file', text: { zh: expect.stringContaining('重新导出') } },
  })
}, 60_000)

it('one account has three at a time', async () => {
  const views = [await started({ format: 'csv' }), await started({ format: 'csv' }), await started({ format: 'csv' })]
  expect(await start({ format: 'csv' })).toMatchObject({ status: 422, body: { code: 'sheets.exports_going' } })
  for (const { id } of views) await app().post(`${base}/${id}/cancel`, {}, headers)
})

async function piecesOf({ id }: ExportView): Promise<number> {
  const zone = await zoneRef(app().db, 'linyi')
  return inZone(app().db, zone.id, async (db) => {
    const rows = await db
      .selectFrom('sheets.export_pieces')
      .select('place')
      .where('zone_id', '=', zone.id)
      .where('export_id', '=', id)
      .execute()
    return rows.length
  })
}
