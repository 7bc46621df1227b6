import { beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { inZone } from '../../../platform/database.ts'
import { CaseDetail, type CaseSummary } from '../contract/case.ts'
import { foldActions } from '../domain/fold.ts'
import { progressOf } from './progress-of.ts'
import { actionOf } from './rows.ts'
import { getStored, listActions } from './store.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const on = (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
}

let officer: Actor
let applicant: Actor
let enterprise: string

beforeAll(async () => {
  on('2026-03-02')
  officer = await actor(stage, 'officer')
  enterprise = await newEnterprise(officer, '甲食品公司')
  applicant = await actor(stage, 'enterprise', enterprise)
})

const hard = ['business-licence', 'food-layout', 'food-equipment', 'food-rules', 'trial-run']
const given = (refs: readonly string[]) => refs.map((ref) => ({ ref }))

async function submit(refs: readonly string[] = hard): Promise<CaseDetail> {
  const project = await newProject(officer, '食品厂', enterprise)
  return read(await applicant.post('/cases', { project, matter: 'food-licence', papers: given(refs) }))
}

function read({ status, body }: { status: number; body: unknown }): CaseDetail {
  expect({ status, body }).toMatchObject({ status: 200 })
  return CaseDetail.parse(body)
}

async function take(by: Actor, one: CaseDetail, verb: string, input: object = {}): Promise<CaseDetail> {
  return read(await by.post(`/cases/${one.id}/${verb}`, { version: one.version, ...input }))
}

async function refused(by: Actor, one: CaseDetail, verb: string, input: object = {}) {
  const { status, body } = await by.post(`/cases/${one.id}/${verb}`, { version: one.version, ...input })
  return `${status} ${(body as { code: string }).code}`
}

async function eventsOf(id: string): Promise<Record<string, unknown>[]> {
  const sql = 'select * from journal.events where subject_id = $1 order by id'
  return withClient(app().ownerUrl, async (c) => (await c.query(sql, [id])).rows)
}

const inbox = async (who: Actor, view = 'waiting') => {
  const { status, body } = await who.get(`/inbox?view=${view}`)
  expect(status).toBe(200)
  return body as { cases: CaseSummary[]; waiting: number; overdue: number }
}

describe('a case from the application to the delivery', () => {
  it('is corrected, accepted with an owed paper, suspended, decided, delivered, and every step is in the journal', async () => {
    on('2026-03-02')
    let one = await submit(hard.slice(0, 4))
    expect(one).toMatchObject({
      state: 'received',
      waitsFor: 'office',
      version: 1,
      light: { kind: 'normal' },
      dueOn: '2026-03-09',
    })
    expect(one.papers.map(({ ref, status }) => `${ref} ${status}`)).toContain('trial-run needed')
    expect((await inbox(officer)).cases.map(({ id }) => id)).toContain(one.id)
    one = await take(officer, one, 'receive')
    on('2026-03-04')
    one = await take(officer, one, 'correct', {
      reason: '缺试运行材料',
      papers: [{ ref: 'trial-run', note: '未提交' }],
    })
    expect(one).toMatchObject({ state: 'correcting', waitsFor: 'applicant', correctedOn: '2026-03-04' })
    expect((await inbox(applicant)).cases.map(({ id, steps }) => [id, steps])).toEqual([
      [one.id, ['resubmit', 'requestWithdraw']],
    ])
    on('2026-03-10')
    one = await take(applicant, one, 'resubmit', { papers: given(['trial-run']) })
    on('2026-03-11')
    one = await take(officer, one, 'accept', { owed: ['health-certs', 'trial-test'] })
    expect(one).toMatchObject({ state: 'accepted', acceptedOn: '2026-03-11', handler: { id: officer.accountId } })
    expect(one.clocks.filter(({ ended }) => !ended).map(({ kind, ref, dueOn }) => [kind, ref, dueOn])).toEqual([
      ['statutory', null, '2026-03-25'],
      ['promised', null, '2026-03-19'],
      ['owed', 'health-certs', '2026-03-25'],
      ['owed', 'trial-test', '2026-03-19'],
    ])
    on('2026-03-12')
    one = await take(officer, one, 'suspend', { reason: '现场核查', promisedDays: 5, paper: '〔2026〕1 号' })
    expect(one.light).toMatchObject({ kind: 'suspended', text: { zh: '2026-03-12 起中止：现场核查，约 5 个工作日。' } })
    on('2026-03-19')
    one = await take(officer, one, 'resume', { reason: '核查合格', happenedOn: '2026-03-18' })
    expect(one.clocks.find(({ kind }) => kind === 'promised')).toMatchObject({ used: 2, dueOn: '2026-03-25' })
    one = await take(officer, one, 'give-opinion', { opinion: 'agree', reason: '场所合格' })
    one = await take(applicant, one, 'supply', { papers: given(['trial-test']) })
    one = await take(officer, one, 'decide', { result: 'pass_with_tolerance' })
    expect(one).toMatchObject({ state: 'passed_with_tolerance', decidedOn: '2026-03-19', dueOn: '2026-03-25' })
    on('2026-03-20')
    one = await take(officer, one, 'issue')
    expect(one).toMatchObject({ issuedOn: '2026-03-20', waitsFor: 'applicant' })
    one = await take(applicant, one, 'supply', { papers: given(['health-certs']) })
    expect(one).toMatchObject({ waitsFor: 'nobody', light: { kind: 'done' }, steps: [] })
    expect(one.actions.map(({ verb }) => verb)).toEqual([
      ...[
        'submit',
        'receive',
        'correct',
        'resubmit',
        'accept',
        'suspend',
        'resume',
        'giveOpinion',
        'supply',
        'decide',
        'issue',
      ],
      'supply',
    ])
    const events = await eventsOf(one.id)
    expect(events.map(({ action }) => action)).toEqual(one.actions.map(({ verb }) => verb))
    expect(events[6]).toMatchObject({ happened_at: new Date('2026-03-17T16:00:00Z'), created_at: now20260319() })
    expect(events[4]).toMatchObject({
      before: { state: 'corrected' },
      after: { state: 'accepted', 'paper:health-certs': 'owed' },
    })
    const { cases } = await inbox(officer, 'done')
    expect(cases[0]?.id).toBe(one.id)
  })

  it('is stored as the fold of its actions', async () => {
    const sql = 'select zone_id, id from cases.cases'
    const all = await withClient(
      app().ownerUrl,
      async (c) => (await c.query<{ zone_id: string; id: string }>(sql)).rows,
    )
    expect(all.length).toBeGreaterThan(0)
    for (const { zone_id: zoneId, id } of all) {
      await inZone(app().db, zoneId, async (db) => {
        const stored = await getStored(db, { zoneId, enterpriseId: undefined }, id)
        expect(foldActions((await listActions(db, zoneId, id)).map(actionOf))).toEqual(stored.facts)
      })
    }
  })

  it('tells the plan when it was filed, when it is expected and when it ended', async () => {
    on('2026-04-01')
    let one = await submit([...hard, 'trial-test', 'health-certs'])
    const zone = await app()
      .db.selectFrom('zones.zones')
      .select(['id', 'code'])
      .where('code', '=', 'linyi')
      .executeTakeFirstOrThrow()
    const progress = () => inZone(app().db, zone.id, (db) => progressOf(db, zone, { projectId: one.project.id, now }))
    expect((await progress()).matters).toEqual({ 'food-licence': { filed: '2026-04-01' } })
    one = await take(officer, one, 'accept')
    expect((await progress()).matters).toEqual({ 'food-licence': { filed: '2026-04-01', expected: '2026-04-10' } })
    expect(typeof one.planSlack).toBe('number')
    one = await take(officer, one, 'decide', { result: 'pass' })
    expect((await progress()).matters).toEqual({ 'food-licence': { filed: '2026-04-01', finished: '2026-04-01' } })
    const plan = await applicant.get(`/projects/${one.project.id}/plan`)
    expect(plan).toMatchObject({ status: 200, body: { progress: await progress() } })
    expect(one.planSlack).toBeNull()
    const asked = await applicant.get(`/projects/${one.project.id}/applications/production-start`)
    const papers = (asked.body as { papers: { ref: string; status: string }[] }).papers
    expect(papers.find(({ ref }) => ref === 'food-licence')).toMatchObject({ status: 'given' })
    expect(await refusedSubmit(one.project.id)).toBe('422 cases.already_submitted')
  })
})

const now20260319 = () => new Date('2026-03-19T02:00:00Z')

async function refusedSubmit(project: string, matter = 'food-licence', more: object = {}) {
  const { status, body } = await applicant.post('/cases', { project, matter, ...more })
  return `${status} ${(body as { code: string }).code}`
}

describe('an application', () => {
  it('is refused for a matter that the project does not need, with foreign papers, in the future, and for a foreign project', async () => {
    on('2026-03-02')
    const project = await newProject(officer, '食品厂', enterprise)
    expect(await refusedSubmit(project, 'no-such-matter')).toBe('422 cases.no_such_matter')
    expect(await refusedSubmit(project, 'hazchem-use')).toMatch(/^422 cases\.(not_applicable|no_such_matter)$/)
    expect(await refusedSubmit(project, 'food-licence', { papers: given(['moon-rock']) })).toBe(
      '422 cases.no_such_paper',
    )
    expect(await refusedSubmit(project, 'food-licence', { happenedOn: '2026-03-03' })).toBe('422 cases.in_the_future')
    const foreign = await newProject(officer, '乙厂', await newEnterprise(officer, '乙公司'))
    expect(await refusedSubmit(foreign)).toBe('404 http.not_found')
    const empty = await officer.post('/projects', { name: '空', kind: 'industrial', enterpriseId: enterprise })
    expect(await refusedSubmit((empty.body as { record: { id: string } }).record.id)).toBe(
      '422 cases.project_not_ready',
    )
  })

  it('opens one case when it is sent twice at once', async () => {
    const project = await newProject(officer, '食品厂', enterprise)
    const both = await Promise.all([1, 2].map(() => applicant.post('/cases', { project, matter: 'food-licence' })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422])
    const list = await applicant.get(`/cases?project=${project}`)
    expect((list.body as { cases: unknown[] }).cases).toHaveLength(1)
  })
})

describe('two at once', () => {
  it('lets one officer win and tells the other who was first, and when', async () => {
    on('2026-03-02')
    const one = await submit()
    const second = await actor(stage, 'officer')
    const decline = { reason: '不需要许可' }
    const [a, b] = await Promise.all([
      officer.post(`/cases/${one.id}/decline`, { version: 1, ...decline }),
      second.post(`/cases/${one.id}/receive`, { version: 1 }),
    ])
    expect([a.status, b.status].sort()).toEqual([200, 409])
    const loser = a.status === 409 ? a : b
    const winner = a.status === 409 ? second : officer
    expect(loser.body).toMatchObject({
      code: 'cases.changed_meanwhile',
      details: { by: winner.name, at: '2026-03-02T02:00:00.000Z', version: 2 },
    })
    expect((await eventsOf(one.id)).map(({ action }) => action)).toHaveLength(2)
  })

  it('has one effect when a click comes twice with its key', async () => {
    const one = await submit()
    const twice = () =>
      officer.post(`/cases/${one.id}/receive`, { version: 1 }, { 'idempotency-key': `click-${one.id}` })
    const [first, again] = [await twice(), await twice()]
    expect(again.body).toEqual(first.body)
    expect(first.body).toMatchObject({ version: 2, state: 'window_accepted' })
    expect(await eventsOf(one.id)).toHaveLength(2)
  })
})

describe('who sees and does what', () => {
  it('hides a case from another enterprise and another zone with the same answer as an absent one', async () => {
    const one = await submit()
    const other = await actor(stage, 'enterprise', await newEnterprise(officer, '丙公司'))
    const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'officer')
    const absent = '00000000-0000-7000-8000-000000000009'
    const answers = [
      await other.get(`/cases/${one.id}`),
      await elsewhere.get(`/cases/${one.id}`),
      await officer.get(`/cases/${absent}`),
      await other.post(`/cases/${one.id}/request-withdraw`, { version: 1, reason: '撤' }),
      await elsewhere.post(`/cases/${one.id}/receive`, { version: 1 }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect(new Set(answers.map(({ body }) => JSON.stringify({ ...(body as object), requestId: '' }))).size).toBe(1)
    expect((await inbox(other)).waiting).toBe(0)
    expect(((await other.get('/cases')).body as { cases: unknown[] }).cases).toEqual([])
  })

  it('lets nobody revoke but a leader, and the auditor not even read', async () => {
    on('2026-03-02')
    let one = await take(officer, await submit([...hard, 'trial-test', 'health-certs']), 'accept')
    one = await take(officer, one, 'decide', { result: 'pass' })
    const why = { reason: '以欺骗手段取得', remedies: '60 日内可以申请行政复议' }
    expect(await refused(officer, one, 'revoke', why)).toBe('403 access.not_allowed')
    const leader = await actor(stage, 'leader')
    expect(await take(leader, one, 'revoke', why)).toMatchObject({ state: 'revoked', waitsFor: 'nobody' })
    const audit = await actor(stage, 'audit')
    expect((await audit.get(`/cases/${one.id}`)).status).toBe(403)
    const supervisor = await actor(stage, 'supervisor')
    expect(read(await supervisor.get(`/cases/${one.id}`)).steps).toEqual([])
  })

  it('brings what is late to the leader, the latest first, and says what it costs', async () => {
    on('2026-03-02')
    const late = await take(officer, await submit([...hard, 'trial-test', 'health-certs']), 'accept')
    on('2026-03-20')
    const leader = await actor(stage, 'leader')
    const { cases, overdue, waiting } = await inbox(officer)
    expect(overdue).toBeLessThanOrEqual(waiting)
    const lates = cases.map((line) => (line.light.kind === 'overdue' ? line.late : 0))
    expect(lates).toEqual([...lates].sort((a, b) => b - a))
    const line = cases.find(({ id }) => id === late.id)
    expect(line).toMatchObject({ late: 8, dueOn: '2026-03-10' })
    expect(line?.light.text.zh).toContain('方案')
    const seen = (await inbox(leader)).cases
    expect(seen.every(({ light }) => light.kind === 'overdue')).toBe(true)
  })
})

describe('the files of a case', () => {
  const upload = async (by: Actor): Promise<string> => {
    const answer = await by.upload('/files', 'licence.txt', '营业执照')
    expect(answer.status).toBe(200)
    return (answer.body as { id: string }).id
  }

  it('come with its papers and are seen by whoever sees the case; a file of somebody else is not there', async () => {
    on('2026-03-02')
    const project = await newProject(officer, '食品厂', enterprise)
    const foreign = await upload(officer)
    const papers = (fileId: string) => [{ ref: 'food-rules', fileId }]
    const ask = (fileId: string) =>
      applicant.post('/cases', { project, matter: 'food-licence', papers: papers(fileId) })
    expect((await ask(foreign)).status).toBe(404)
    const fileId = await upload(applicant)
    expect((await officer.get(`/files/${fileId}`)).status).toBe(404)
    const one = read(await ask(fileId))
    expect(one.papers.find(({ ref }) => ref === 'food-rules')).toMatchObject({ status: 'given', fileId })
    expect((await officer.get(`/files/${fileId}`)).status).toBe(200)
    const other = await actor(stage, 'enterprise', await newEnterprise(officer, '丁公司'))
    expect((await other.get(`/files/${fileId}`)).status).toBe(404)
  })
})
