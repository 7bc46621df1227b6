import { expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { workbookOf } from '../../../../test/support/sheets.ts'
import { type Actor, actor, newEnterprise, newProject } from '../../../../test/support/zone-people.ts'
import type { ExportRun } from '../contract/exports.ts'
import type { Conflict, ExternalCase, Imported, Invalid, Run, Unmapped } from '../contract/rows.ts'

const at = new Date('2026-06-01T02:00:00Z')
const app = startTestApp({ now: () => at })
const code = '2603-140821-04-01-123456'

interface Overview {
  readonly runs: Run[]
  readonly conflicts: Conflict[]
  readonly unmapped: Unmapped[]
  readonly external: ExternalCase[]
}

async function done<T>(answer: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await answer
  expect({ status, body }).toMatchObject({ status: 200 })
  return body as T
}
const refused = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer
  return [status, (body as { code: string }).code]
}
const here = (role: 'officer' | 'agent' | 'enterprise' | 'leader', zone = 'linyi') =>
  actor({ app, now: () => at, zone }, role)
const overview = (by: Actor) => done<Overview>(by.get('/exchange'))
const row = (more: object = {}) => ({
  xmdm: code,
  spsxbm: 'seal',
  spsxslbm: 'P-1',
  blzt: 8,
  blsj: '2026-05-04 09:00:00',
  ...more,
})

async function projectWithCode(zone: string, name: string): Promise<string> {
  const [officer, agent] = [await here('officer', zone), await here('agent', zone)]
  const id = await newProject(agent, name, await newEnterprise(officer, `${name}公司`))
  const { version } = await done<{ version: number }>(agent.get(`/projects/${id}`))
  const body = JSON.stringify({ version, nationalCode: code })
  const path = `/api/zones/${zone}/projects/${id}`
  const cookie = (await import('../../../../test/support/accounts.ts')).signedInAs
  const { headers } = await cookie(app().db, { zone, roles: ['agent'], now: at })
  expect(
    await app().send(path, { method: 'PATCH', headers: { ...headers, 'content-type': 'application/json' }, body }),
  ).toMatchObject({ status: 200 })
  return id
}

let project = ''

it('takes states in once: what is only there becomes an external case, unknown codes wait, bad rows are named', async () => {
  project = await projectWithCode('linyi', '饮料厂')
  const officer = await here('officer')
  const rows = [
    row(),
    row({ blzt: '11', blsj: '2026-05-08 16:00:00' }),
    row({ xmdm: '2603-140821-04-01-000009', spsxslbm: 'P-2' }),
    row({ spsxbm: 'SX-778', spsxslbm: 'P-3' }),
    row({ blzt: '99', spsxslbm: 'P-4', spsxbm: 'invoice' }),
    row({ xmdm: '26031408210401123456' }),
  ]
  const taken = await done<Imported>(officer.post('/exchange/states', { source: '省平台', rows }))
  expect(taken).toMatchObject({ rows: 6, added: 5, known: 0, external: 1, conflicts: 0, unmapped: 3 })
  expect(taken.bad).toMatchObject([{ row: 6, text: { zh: expect.stringContaining('26031408210401123456') } }])
  const again = await done<Imported>(officer.post('/exchange/states', { source: '省平台', rows: rows.toReversed() }))
  expect(again).toMatchObject({ added: 0, known: 5, external: 0, unmapped: 3 })
  const { external, unmapped, runs } = await overview(officer)
  expect(external).toMatchObject([
    { project: '饮料厂', state: 'passed', receivedOn: '2026-05-04', decidedOn: '2026-05-08' },
  ])
  expect(unmapped.map(({ kind, code: one }) => [kind, one])).toEqual([
    ['matter', 'SX-778'],
    ['project', '2603-140821-04-01-000009'],
    ['state', '99'],
  ])
  expect(runs).toHaveLength(2)
})

it('an external case moves the plan of its project without anybody keying it', async () => {
  const officer = await here('officer')
  const { progress } = await done<{ progress: { matters: Record<string, { finished?: string }> } }>(
    officer.get(`/projects/${project}/plan`),
  )
  expect(progress.matters.seal).toEqual({ filed: '2026-05-04', finished: '2026-05-08' })
})

it('maps a code, and the rows that waited are taken in; what means nothing here is refused', async () => {
  const officer = await here('officer')
  const map = (to: string) =>
    officer.post('/exchange/codes', { kind: 'matter', code: 'SX-778', to, reason: '省级编码' })
  expect(await refused(map('no-such'))).toEqual([422, 'exchange.nothing_there'])
  expect(await done(map('bank-account'))).toMatchObject({ mapped: 1 })
  const { external, unmapped } = await overview(officer)
  expect(external.map(({ state, matter }) => [matter.en, state])).toHaveLength(2)
  expect(unmapped.map(({ kind }) => kind)).toEqual(['project', 'state'])
})

it('shows both sides of a conflict and lets a person decide; another state is another conflict', async () => {
  const [officer, agent] = [await here('officer'), await here('agent')]
  await done(agent.post('/cases', { project, matter: 'name-declare', happenedOn: '2026-05-06' }))
  const told = row({ spsxbm: 'name-declare', spsxslbm: 'P-9', blsj: '2026-05-11 10:00:00' })
  expect(await done<Imported>(officer.post('/exchange/states', { rows: [told] }))).toMatchObject({
    conflicts: 1,
    external: 0,
  })
  const [conflict] = (await overview(officer)).conflicts
  expect(conflict).toMatchObject({
    ours: { state: 'received' },
    theirs: { state: 'accepted', on: '2026-05-11' },
    ruled: null,
  })
  const ruling = { ours: 'received', theirs: 'accepted', keep: 'ours', reason: '省平台误点' }
  const path = `/exchange/conflicts/${conflict?.caseId}/decide`
  expect(await refused((await here('leader')).post(path, ruling))).toEqual([403, 'access.not_allowed'])
  expect(await refused(officer.post(path, { ...ruling, ours: 'accepted' }))).toEqual([409, 'exchange.moved_on'])
  expect(await done(officer.post(path, ruling))).toEqual({ conflicts: [] })
  await done(officer.post('/exchange/states', { rows: [{ ...told, blzt: 11, blsj: '2026-05-12 10:00:00' }] }))
  const [next] = (await overview(officer)).conflicts
  expect(next).toMatchObject({ theirs: { state: 'passed', decidedOn: '2026-05-12' }, ruled: null })
  const theirs = { ours: 'received', theirs: 'passed', keep: 'theirs', reason: '窗口漏录' }
  const { conflicts } = await done<{ conflicts: Conflict[] }>(officer.post(path, theirs))
  expect(conflicts).toMatchObject([{ ruled: { keep: 'theirs', reason: '窗口漏录' } }])
})

it('reads xlsx, CSV in GBK and JSON; what it cannot read is said in words', async () => {
  const officer = await here('officer')
  const send = (name: string, content: Uint8Array) =>
    officer.post('/exchange/files', { name, content: Buffer.from(content).toString('base64') })
  // “项目代码,事项编码,事项实例编码,办理状态,办理时间” in GBK.
  const head = Buffer.from(
    'cfeec4bfb4fac2eb2ccac2cfeeb1e0c2eb2ccac2cfeecab5c0fdb1e0c2eb2cb0ecc0edd7b4ccac2cb0ecc0edcab1bce4',
    'hex',
  )
  const csv = Buffer.concat([head, Buffer.from(`\r\n${code},invoice,G-1,8,2026-05-04 09:00:00\r\n`)])
  expect(await done(send('states.csv', csv))).toMatchObject({ added: 1, external: 1 })
  const sheet = await workbookOf(
    ['xmdm', 'spsxbm', 'spsxslbm', 'blzt', 'blsj'],
    [
      [code, 'invoice', 'G-1', 11, '2026-05-05 09:00:00'],
      [code, 'invoice', 'G-1', 11, 'soon'],
    ],
  )
  expect(await done(send('states.xlsx', sheet))).toMatchObject({ added: 1, external: 1, bad: [{ row: 3 }] })
  expect(await refused(send('x.csv', Buffer.from('a,b\n1,2')))).toEqual([400, 'exchange.no_columns'])
  expect(await refused(send('x.json', Buffer.from('{"rows":7}')))).toEqual([400, 'exchange.unreadable'])
})

it('exports the tables with a report, and another zone that takes them in comes to equal states', async () => {
  const officer = await here('officer')
  const exported = await done<{ tables: Record<string, Record<string, unknown>[]>; invalid: Invalid[] }>(
    officer.get('/exchange/tables'),
  )
  const { spgl_xmspsxblxxb: cases = [], spgl_xmspsxblxxxxb: states = [], spgl_xmjbxxb: projects = [] } = exported.tables
  expect(projects).toMatchObject([{ xmdm: code, xmmc: '饮料厂', sjyxbs: 1, sjsczt: 0, lsh: 1 }])
  expect(cases).toMatchObject([{ spsxbm: 'name-declare', splcbbh: 1 }])
  expect(states.map(({ blzt }) => blzt)).toEqual([1])
  expect(exported.invalid.some(({ field, project: name }) => field === 'dwtyshxydm' && name === '饮料厂')).toBe(true)
  const later = await done<typeof exported>(officer.get('/exchange/tables?since=2026-06-02T00:00:00Z'))
  expect(later.tables.spgl_xmspsxblxxb).toEqual([])
  await projectWithCode('jiexiu', '另一处')
  const there = await here('officer', 'jiexiu')
  const content = Buffer.from(JSON.stringify(exported)).toString('base64')
  await done(there.post('/exchange/files', { name: 'from-linyi.json', content }))
  expect((await overview(there)).external).toMatchObject([{ state: 'received', receivedOn: '2026-05-06' }])
  expect(await refused((await here('enterprise')).get('/exchange'))).toEqual([403, 'access.not_allowed'])
  const csv = await officer.get('/exchange/tables/csv?table=spgl_xmspsxblxxxxb')
  expect(csv.status).toBe(200)
  expect(String(csv.body)).toContain('spsxslbm,blcs,blr,blzt')
  expect((await officer.get('/exchange/tables/workbook')).status).toBe(200)
})

it('keeps every export with its digest and hands the same file out again', async () => {
  const officer = await here('officer')
  const run = await done<ExportRun>(officer.post('/exchange/exports', {}))
  expect(run).toMatchObject({ by: officer.name, since: null, fileName: '工程审批数据交换-2026-06-01.xlsx' })
  expect(run.rows).toBe(run.tables.reduce((sum, { rows }) => sum + rows, 0))
  expect(run.findings).toBeGreaterThan(0)
  const file = await officer.get(`/exchange/exports/${run.id}/file`)
  expect(file.status).toBe(200)
  const { exports } = await done<{ exports: ExportRun[] }>(officer.get('/exchange/exports'))
  expect(exports).toEqual([run])
  const report = await done<{ run: ExportRun; invalid: Invalid[] }>(officer.get(`/exchange/exports/${run.id}/report`))
  expect(report.invalid).toHaveLength(run.findings)
  const elsewhere = await here('officer', 'jiexiu')
  expect(await refused(elsewhere.get(`/exchange/exports/${run.id}/file`))).toEqual([404, 'http.not_found'])
  expect(await refused((await here('agent')).post('/exchange/exports', {}))).toEqual([403, 'access.not_allowed'])
})

it('shows the external cases of a project to who may see the project', async () => {
  const agent = await here('agent')
  const own = await done<{ external: ExternalCase[] }>(agent.get(`/projects/${project}/external-cases`))
  expect(own.external.length).toBeGreaterThan(0)
  expect(own.external.every(({ projectId }) => projectId === project)).toBe(true)
  expect(await refused((await here('enterprise')).get(`/projects/${project}/external-cases`))).toEqual([
    ...[404, 'http.not_found'],
  ])
})
