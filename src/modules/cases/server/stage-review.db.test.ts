import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import {
  type Actor,
  actor,
  newDepartment,
  newEnterprise,
  newProject,
  personActor,
  type Stage,
} from '../../../../test/support/zone-people.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import { CaseDetail } from '../contract/case.ts'
import { StageReview } from '../contract/stage-review.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const on = (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
}

interface Office {
  readonly id: string
  readonly people: readonly string[]
}
let admin: Actor
let clerk: Actor
let ecologist: Actor
let builder: Actor
let applicant: Actor
let enterprise: string
let lead: Office
let ecology: Office
let fire: Office

beforeAll(async () => {
  admin = await actor(stage, 'admin')
  lead = await newDepartment(admin, '审批服务局', ['王科长'])
  ecology = await newDepartment(admin, '生态环境局', ['赵科长'])
  fire = await newDepartment(admin, '住建局', ['孙科长'])
  clerk = await personActor(stage, 'officer', lead.people[0] ?? '')
  ecologist = await personActor(stage, 'officer', ecology.people[0] ?? '')
  builder = await personActor(stage, 'officer', fire.people[0] ?? '')
  enterprise = await newEnterprise(clerk, '甲食品公司')
  applicant = await actor(stage, 'enterprise', enterprise)
})

function read({ status, body }: { status: number; body: unknown }): CaseDetail {
  expect({ status, body }).toMatchObject({ status: 200 })
  return CaseDetail.parse(body)
}

function round({ status, body }: { status: number; body: unknown }): StageReview {
  expect({ status, body }).toMatchObject({ status: 200 })
  return StageReview.parse(body)
}

/** Two accepted cases of the stage S5 of one project. */
async function twoCases(day: string): Promise<{ project: string; cases: CaseDetail[] }> {
  on(day)
  const project = await newProject(clerk, '食品厂', enterprise)
  const cases: CaseDetail[] = []
  for (const matter of ['trial-run', 'emergency-record']) {
    const { papers } = (await applicant.get(`/projects/${project}/applications/${matter}`)).body as {
      papers: { ref: string }[]
    }
    const given = papers.map(({ ref }) => ({ ref }))
    const filed = read(await applicant.post('/cases', { project, matter, papers: given }))
    cases.push(read(await clerk.post(`/cases/${filed.id}/accept`, { version: filed.version })))
  }
  return { project, cases }
}

const show = async (by: Actor, { id }: { id: string }) => read(await by.get(`/cases/${id}`))
const overview = async (by: Actor, project: string) =>
  (await by.get(`/projects/${project}/stage-reviews`)).body as {
    stages: { code: string; refusal: { zh: string } | null; cases: unknown[] }[]
    reviews: StageReview[]
  }

async function refused(answer: Promise<{ status: number; body: unknown }>): Promise<string> {
  const { status, body } = await answer
  const { code, text } = body as { code: string; text: { zh: string } }
  return `${status} ${code} ${text.zh}`
}

async function messages(text: string): Promise<number> {
  const sql = `select count(*) as n from jobs.outbox where kind = 'send.app' and payload -> 'text' ->> 'zh' like $1`
  return withClient(app().ownerUrl, async (c) => Number((await c.query(sql, [`%${text}%`])).rows[0].n))
}

describe('a joint review over a stage', () => {
  const asked = () => ({
    stage: 'S5',
    reason: '请就本阶段各事项一并提出意见',
    departments: [
      { id: ecology.id, days: 2 },
      { id: fire.id, days: 3 },
    ],
  })

  it('is opened by the lead of the stage alone, once over all running cases, and each case shows it', async () => {
    const { project, cases } = await twoCases('2026-03-16')
    const open = (by: Actor) => by.post(`/projects/${project}/stage-reviews`, asked())
    expect(await refused(open(clerk))).toMatch(/^422 cases.not_possible 本区还没有指定本阶段的牵头部门/)
    const named = { stage: 'S5', departmentId: lead.id, validFrom: '2026-01-01', source: '本区并联审批办法第三条' }
    expect(await admin.post('/stage-leads', { ...named, validUntil: '2026-01-01' })).toMatchObject({ status: 400 })
    expect(await admin.post('/stage-leads', named)).toMatchObject({ status: 200 })
    expect(await refused(open(ecologist))).toContain('由“审批服务局”牵头')
    expect((await overview(clerk, project)).stages).toMatchObject([{ code: 'S5', refusal: null, cases: [{}, {}] }])

    let review = round(await open(clerk))
    expect(review.cases.map(({ id }) => id).sort()).toEqual(cases.map(({ id }) => id).sort())
    expect(await refused(open(clerk))).toContain('已有一轮联合审查没有汇总')
    for (const one of cases) {
      const now = await show(clerk, one)
      expect(now.review).toMatchObject({ stage: { id: review.id, lead: '审批服务局' }, concludedOn: null })
      const path = `/cases/${one.id}`
      expect(await refused(clerk.post(`${path}/decide`, { version: now.version, result: 'pass' }))).toContain('先汇总')
      const alone = { version: now.version, opinion: 'agree', reason: '同意' }
      expect(await refused(ecologist.post(`${path}/give-opinion`, alone))).toContain('阶段并联审查')
      expect(await refused(clerk.post(`${path}/conclude-review`, alone))).toContain('阶段并联审查')
      expect((await show(ecologist, one)).steps).not.toContain('giveOpinion')
    }

    on('2026-03-19')
    const step = (by: Actor, verb: string, version: number, words: object = {}) =>
      by.post(`/stage-reviews/${review.id}/${verb}`, { version, opinion: 'agree', reason: '同意', ...words })
    expect(await refused(step(clerk, 'give-opinion', review.version))).toContain('没有等您所在部门')
    expect(await refused(step(ecologist, 'close', review.version))).toContain('请由该部门汇总')
    expect(await refused(step(clerk, 'close', review.version))).toContain('住建局')
    const [first, second] = await Promise.all([1, 2].map(() => step(ecologist, 'give-opinion', review.version)))
    expect([first?.status, second?.status].sort()).toEqual([200, 409])
    review = round(
      await builder
        .get(`/projects/${project}/stage-reviews`)
        .then(({ status, body }) => ({ status, body: (body as { reviews: unknown[] }).reviews[0] })),
    )
    expect(review.asked.map(({ status, late }) => [status, late])).toEqual([
      ['givenLate', 1],
      ['waiting', 0],
    ])
    expect(review.may).toEqual({ giveOpinion: true, close: false })

    on('2026-03-20')
    review = round(await step(clerk, 'close', review.version, { reason: '住建部门逾期未答复，照实记录' }))
    expect(review).toMatchObject({ closedOn: '2026-03-20', asked: [{ status: 'givenLate' }, { status: 'none' }] })
    expect(await refused(step(builder, 'give-opinion', review.version))).toContain('已于 2026-03-20 汇总')
    for (const one of cases) {
      const now = await show(clerk, one)
      expect(now.review).toMatchObject({ conclusion: 'agree', asked: [{ status: 'givenLate' }, { status: 'none' }] })
      expect(read(await clerk.post(`/cases/${one.id}/decide`, { version: now.version, result: 'pass' })).state).toBe(
        'passed',
      )
    }
    const theirs = await overview(applicant, project)
    expect(theirs.stages).toEqual([])
    expect(theirs.reviews[0]?.asked.map(({ opinion, reason, by }) => [opinion, reason, by])).toEqual([
      [null, null, null],
      [null, null, null],
    ])
    const other = await actor(stage, 'enterprise', await newEnterprise(clerk, '乙公司'))
    expect((await overview(other, project)).reviews).toEqual([])
  })

  it('asks each department once for all its cases, in one message, and reminds it once', async () => {
    const { project } = await twoCases('2026-04-07')
    round(await clerk.post(`/projects/${project}/stage-reviews`, asked()))
    const modules = await loadModules()
    for (const day of ['2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10']) {
      on(day)
      await drain({ db: app().db, modules, log: pino({ level: 'silent' }), now: () => now })
    }
    expect(await messages('阶段并联审查”征求你部门的意见')).toBe(1)
    expect(await messages('征求意见期限（生态环境局） 2026-04-09 到期，已超')).toBe(1)
  })

  it('leaves out what is no longer handled, and is concluded without it', async () => {
    const { project, cases } = await twoCases('2026-05-06')
    let review = round(await clerk.post(`/projects/${project}/stage-reviews`, asked()))
    for (const one of cases) {
      const { version } = await show(applicant, one)
      read(await applicant.post(`/cases/${one.id}/request-withdraw`, { version, reason: '不办了' }))
    }
    const words = { version: review.version, opinion: 'agree', reason: '各办件已申请撤件' }
    expect(await refused(ecologist.post(`/stage-reviews/${review.id}/give-opinion`, words))).toContain('都已离开办理')
    review = round(await clerk.post(`/stage-reviews/${review.id}/close`, words))
    expect(review.closedOn).toBe('2026-05-06')
  })
})

describe('a later office that awaits an earlier result', () => {
  it('accepts without it, and decides when the program has brought it', async () => {
    on('2026-06-01')
    const project = await newProject(clerk, '食品厂二期', enterprise)
    const file = async (matter: string, but: readonly string[] = []) => {
      const { papers } = (await applicant.get(`/projects/${project}/applications/${matter}`)).body as {
        papers: { ref: string }[]
      }
      const given = papers.filter(({ ref }) => !but.includes(ref)).map(({ ref }) => ({ ref }))
      return read(await applicant.post('/cases', { project, matter, papers: given }))
    }
    const later = await file('planning-permit', ['scheme-ok'])
    const accept = (one: CaseDetail, awaiting: string[]) =>
      clerk.post(`/cases/${one.id}/accept`, { version: one.version, awaiting })
    expect(await refused(accept(later, ['scheme-ok']))).toMatch(/^422 cases.not_underway/)
    const earlier = await file('scheme-review')
    expect((await show(clerk, later)).awaitable).toEqual(['scheme-ok'])
    const waiting = read(await accept(later, ['scheme-ok']))
    expect(waiting.light).toMatchObject({ kind: 'suspended', text: { zh: expect.stringContaining('等前序事项') } })
    expect(
      await refused(clerk.post(`/cases/${later.id}/decide`, { version: waiting.version, result: 'pass' })),
    ).toMatch(/^422 cases.result_awaited 前序结果“/)

    on('2026-06-08')
    const taken = read(await clerk.post(`/cases/${earlier.id}/accept`, { version: earlier.version }))
    read(await clerk.post(`/cases/${earlier.id}/decide`, { version: taken.version, result: 'pass' }))
    await drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })
    const there = await show(clerk, later)
    expect(there.papers.find(({ ref }) => ref === 'scheme-ok')?.status).toBe('accepted')
    expect(there.light.kind).not.toBe('suspended')
    expect(there.actions.at(-1)).toMatchObject({ verb: 'arrive', happenedOn: '2026-06-08' })
    expect(await messages('等的前序结果已到')).toBe(1)
    expect(read(await clerk.post(`/cases/${later.id}/decide`, { version: there.version, result: 'pass' })).state).toBe(
      'passed',
    )
  })
})
