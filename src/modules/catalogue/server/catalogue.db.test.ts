import { expect, it } from 'vitest'
import { zoneRef } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject } from '../../../../test/support/zone-people.ts'
import { inZone } from '../../../platform/database.ts'
import { readWorkbook } from '../../../platform/sheets/read.ts'
import { importCatalogue } from '../../matters/server/import-catalogue.ts'
import type { Draft } from '../contract/draft.ts'
import { exportWorkbook } from './sheet.ts'

const at = new Date('2026-06-01T02:00:00Z')
const app = startTestApp({ now: () => at })
const stage = { app, now: () => at, zone: 'linyi' }
const here = (role: 'admin' | 'officer' | 'leader' | 'enterprise') => actor(stage, role)

async function done<T>(answer: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await answer
  expect({ status, body }).toMatchObject({ status: 200 })
  return body as T
}
const code = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer
  return [status, (body as { code: string }).code]
}

const drafts = '/catalogue/drafts'
const rowPath = (draft: string, matter: string) => `${drafts}/${draft}/rows/matters/${matter}`
const edit = (by: Actor, draft: string, body: object) =>
  by.post(`${drafts}/${draft}/edits`, { list: 'matters', act: 'set', version: 0, reason: '试改', ...body })
const read = async (by: Actor) =>
  done<{ draft: Draft | null; publications: { by: string; override: string | null }[] }>(by.get('/catalogue/desk'))

it("is nobody's until a zone takes it up, and then only that zone's", async () => {
  const [admin, officer] = [await here('admin'), await here('officer')]
  expect(await code(officer.post(drafts, { reason: '年度修订' }))).toEqual([422, 'catalogue.no_keeper'])
  expect(await code(officer.post('/catalogue/desk', { version: 0, fourEyes: true }))).toEqual([
    403,
    'access.not_allowed',
  ])
  await done(admin.post('/catalogue/desk', { version: 0, fourEyes: true }))
  expect(await code(admin.post('/catalogue/desk', { version: 0, fourEyes: false }))).toEqual([
    409,
    'catalogue.desk_changed',
  ])
  const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'admin')
  expect(await code(elsewhere.post('/catalogue/desk', { version: 1, fourEyes: false }))).toEqual([
    422,
    'catalogue.kept_elsewhere',
  ])
  expect(await code(elsewhere.post(drafts, { reason: '别人的' }))).toEqual([422, 'catalogue.kept_elsewhere'])
  expect(await code((await here('enterprise')).get('/catalogue/desk'))).toEqual([403, 'access.not_allowed'])
})

it('lets one draft be edited row by row, and tells the slower of two editors who was faster', async () => {
  const [officer, leader] = [await here('officer'), await here('admin')]
  const { id } = await done<Draft>(officer.post(drafts, { reason: '年度修订' }))
  expect(await code(leader.post(drafts, { reason: '另一份' }))).toEqual([409, 'catalogue.draft_open'])
  const { row } = await done<{ row: { handling: object } }>(officer.get(rowPath(id, 'power')))
  const fields = {
    handling: { ...row.handling, committed: { days: 2, unit: 'workday' } },
    handlingSource: { statutory: 'P', committed: 'E' },
  }
  await done(edit(officer, id, { code: 'power', fields }))
  const slower = await edit(leader, id, { code: 'power', fields: { note: '迟到的修改' } })
  expect([slower.status, (slower.body as { code: string }).code]).toEqual([409, 'catalogue.row_changed'])
  await done(edit(leader, id, { code: 'seal', fields: { note: '另一行不冲突' } }))
  const { draft } = await read(officer)
  expect(draft?.changes.map((change) => change.code)).toContain('power')
  expect(draft?.editors).toHaveLength(2)
})

it('refuses a rule with a misspelt fact and its place; a circle stays in the draft and cannot be published', async () => {
  const officer = await here('officer')
  const { draft } = await read(officer)
  const id = draft?.id ?? ''
  const misspelt = await edit(officer, id, {
    code: 'power',
    version: 1,
    fields: { applies: 'landKnid = "standard-land"' },
  })
  expect(misspelt).toMatchObject({ status: 400, body: { code: 'feel.unknown_fact', details: { from: 0, to: 8 } } })
  const { row } = await done<{ row: { inputs: object[] } }>(officer.get(rowPath(id, 'name-declare')))
  const circle = { inputs: [...row.inputs, { ref: 'bank-acct', treatment: 'hard' }] }
  const { version } = await done<{ draft: Draft; version: number }>(
    edit(officer, id, { code: 'name-declare', fields: circle }),
  )
  const { findings } = await done<{ findings: { code: string }[] }>(officer.get(`${drafts}/${id}/findings`))
  expect(findings.map((finding) => finding.code)).toContain('matters.cycle')
  const now = (await read(officer)).draft
  const leader = await here('leader')
  const publish = { version: now?.version, reason: '年度修订' }
  expect(await code(leader.post(`${drafts}/${id}/publish`, publish))).toEqual([422, 'matters.cycle'])
  await done(edit(officer, id, { code: 'name-declare', version, fields: { inputs: row.inputs } }))
})

it('tries a rule on the projects of the zone and the examples, and names the place of a mistake', async () => {
  const [officer, agent] = [await here('officer'), await actor(stage, 'agent')]
  await newProject(agent, '饮料厂', await newEnterprise(officer, '甲公司'))
  const tried = await done<{
    error: unknown
    rows: { name: string; outcome: string; conditions: { text: string }[] }[]
  }>(officer.post('/catalogue/try', { rule: 'landAreaHa >= 3 and newCompany = true' }))
  expect(tried.rows.find((one) => one.name === '饮料厂')).toMatchObject({ outcome: 'met', conditions: [{}, {}] })
  expect(tried.rows).toHaveLength(4)
  const wrong = await done<{ error: { from: number } }>(officer.post('/catalogue/try', { rule: 'landAreaHa >= ' }))
  expect(wrong.error.from).toBeGreaterThan(9)
})

it('shows what the draft would do to running projects', async () => {
  const officer = await here('officer')
  const id = (await read(officer)).draft?.id ?? ''
  const { row } = await done<{ row: { handling: object } }>(officer.get(rowPath(id, 'construction-permit')))
  const handling = { ...row.handling, committed: { days: 20, unit: 'workday' } }
  const source = { statutory: 'V', committed: 'E' }
  await done(edit(officer, id, { code: 'construction-permit', fields: { handling, handlingSource: source } }))
  const { effects, projects } = await done<{
    effects: { name: string; moved: { permit?: number } }[]
    projects: number
  }>(officer.get(`${drafts}/${id}/effects`))
  expect(projects).toBe(1)
  expect(effects.find((one) => one.name === '饮料厂')?.moved.permit).toBeGreaterThan(0)
})

it('goes out as a workbook and comes back unchanged; an edited cell becomes an edit', async () => {
  const officer = await here('officer')
  const before = (await read(officer)).draft
  const zone = await zoneRef(app().db, 'linyi')
  const context = { now: at, zone } as Parameters<typeof exportWorkbook>[1]
  const { bytes } = await inZone(app().db, zone.id, (db) => exportWorkbook(db, context))
  expect([...(await readWorkbook(bytes)).keys()]).toContain('需要的材料和结果')
  const body = {
    version: before?.version,
    content: Buffer.from(bytes).toString('base64'),
    confirm: true,
    reason: '表格',
  }
  const path = `${drafts}/${before?.id}/workbook`
  expect(await done(officer.post(path, body))).toMatchObject({ changes: [], errors: [], taken: false })
  expect(await code(officer.post(path, { ...body, content: 'bm90IGEgd29ya2Jvb2s=' }))).toEqual([
    400,
    'sheets.unreadable',
  ])
  expect(await code(officer.post(path, { ...body, version: 1 }))).toEqual([409, 'catalogue.draft_changed'])
})

it('is published by somebody else, once, tells the zones, and stays in force when the installation brings its file again', async () => {
  const [officer, admin, leader] = [await here('officer'), await here('admin'), await here('leader')]
  const { draft } = await read(officer)
  const publish = { version: draft?.version, reason: '年度修订' }
  const path = `${drafts}/${draft?.id}/publish`
  expect(await code(officer.post(path, publish))).toEqual([403, 'access.not_allowed'])
  expect(await code(leader.post(path, { ...publish, version: 1 }))).toEqual([409, 'catalogue.draft_changed'])
  const before = (await app().get('/api/catalogue/versions')).body as { rows: { id: string }[] }
  const key = { 'idempotency-key': 'publish-once' }
  const first = await leader.post(path, { ...publish, override: '已核对' }, key)
  expect(first).toMatchObject({ status: 200 })
  expect(await code(admin.post(path, publish))).toEqual([409, 'catalogue.draft_closed'])
  const after = (await app().get('/api/catalogue/versions')).body as {
    rows: { id: string; current: boolean; origin: string }[]
  }
  expect(after.rows).toHaveLength(before.rows.length + 1)
  const { versionId } = first.body as { versionId: string }
  expect(after.rows.find((row) => row.current)).toMatchObject({ id: versionId, origin: 'desk' })
  for (const zone of ['linyi', 'jiexiu']) {
    const { id } = await zoneRef(app().db, zone)
    const told = () =>
      inZone(app().db, id, (db) =>
        db
          .selectFrom('jobs.outbox')
          .select('key')
          .where('zone_id', '=', id)
          .where('key', '=', `matters.published:${versionId}`)
          .execute(),
      )
    await expect.poll(async () => (await told()).length).toBe(1)
  }
  const shipped = (await app().get('/api/catalogue')).body as { catalogue: { title: string }; fees: unknown }
  const files = { catalogue: { ...shipped.catalogue, title: 'brought by an upgrade' }, fees: shipped.fees }
  expect(await importCatalogue(app().db, files, at)).toMatchObject({ current: false })
  expect((await read(officer)).publications[0]).toMatchObject({ override: '已核对', versionId })
})

it('goes back to a former version by a draft of it, and a discarded draft changes nothing', async () => {
  const [officer, leader] = [await here('officer'), await here('leader')]
  const { rows } = (await app().get('/api/catalogue/versions')).body as {
    rows: { id: string; current: boolean; title: string }[]
  }
  const former = rows.at(-1)
  const { id, version, changes } = await done<Draft>(officer.post(drafts, { from: former?.id, reason: '退回' }))
  expect(changes.length).toBeGreaterThan(0)
  await done(leader.post(`${drafts}/${id}/publish`, { version, reason: '退回上一版', override: '原样退回' }))
  const now = (await app().get('/api/catalogue/versions')).body as { rows: { id: string; current: boolean }[] }
  expect(now.rows.find((row) => row.current)?.id).toBe(former?.id)
  const next = await done<Draft>(officer.post(drafts, { reason: '又一份' }))
  expect(await code(leader.post(`${drafts}/${next.id}/publish`, { version: next.version, reason: '空的' }))).toEqual([
    422,
    'catalogue.nothing_changed',
  ])
  await done(officer.post(`${drafts}/${next.id}/discard`, { version: next.version, reason: '不改了' }))
  expect((await read(officer)).draft).toBeNull()
})

it('takes a ledger of 1,289 delegated matters in one act, once, with history and search', async () => {
  const officer = await here('officer')
  const rows = Array.from({ length: 1289 }, (_, i) => ({
    name: `赋权事项样例 ${String(i + 1).padStart(3, '0')}`,
    ...{ level: 'city', confidence: 'illustrative', sample: true },
  }))
  const started = performance.now()
  const path = '/catalogue/delegated-matters/import'
  expect(await done(officer.post(path, { rows }))).toEqual({ added: 1289, known: 0 })
  expect(performance.now() - started).toBeLessThan(6_000)
  expect(await done(officer.post(path, { rows: rows.slice(0, 3) }))).toEqual({ added: 0, known: 3 })
  expect(await code(officer.post(path, { rows: [{ name: '甲', confidence: 'M', matterCode: 'no-such' }] }))).toEqual([
    422,
    'catalogue.unknown_matter',
  ])
  const { rows: found } = await done<{ rows: { id: string; sample: boolean }[] }>(
    officer.get('/delegated-matters?q=样例 777'),
  )
  expect(found).toHaveLength(1)
  expect(found[0]?.sample).toBe(true)
  const { rows: history } = await done<{ rows: unknown[] }>(officer.get(`/delegated-matters/${found[0]?.id}/history`))
  expect(history).toHaveLength(1)
})
