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
import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import { CaseDetail, type CaseSummary } from '../contract/case.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const on = (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
}
const log = pino({ level: 'silent' })

let admin: Actor
let leader: Actor
let head: Actor
let clerk: Actor
let ecologist: Actor
let applicant: Actor
let enterprise: string
let desk: { readonly id: string; readonly people: readonly string[] }
let ecology: { readonly id: string; readonly people: readonly string[] }
let fire: { readonly id: string; readonly people: readonly string[] }

beforeAll(async () => {
  admin = await actor(stage, 'admin')
  leader = await actor(stage, 'leader')
  desk = await newDepartment(admin, '市场监管局', ['王科长', '李经办', '没有账号的人'], '市场监管部门')
  ecology = await newDepartment(admin, '生态环境局', ['赵科长'])
  fire = await newDepartment(admin, '住建局', ['孙科长'])
  head = await personActor(stage, 'officer', desk.people[0] ?? '')
  clerk = await personActor(stage, 'officer', desk.people[1] ?? '')
  ecologist = await personActor(stage, 'officer', ecology.people[0] ?? '')
  enterprise = await newEnterprise(head, '甲食品公司')
  applicant = await actor(stage, 'enterprise', enterprise)
})

const refs = [
  'business-licence',
  'food-layout',
  'food-equipment',
  'food-rules',
  'trial-run',
  'trial-test',
  'health-certs',
]

function read({ status, body }: { status: number; body: unknown }): CaseDetail {
  expect({ status, body }).toMatchObject({ status: 200 })
  return CaseDetail.parse(body)
}

async function submit(day: string, given = refs, by = { enterprise, applicant }): Promise<CaseDetail> {
  on(day)
  const project = await newProject(head, '食品厂', by.enterprise)
  const papers = given.map((ref) => ({ ref }))
  return read(await by.applicant.post('/cases', { project, matter: 'food-licence', papers }))
}

async function take(by: Actor, one: CaseDetail, verb: string, input: object = {}): Promise<CaseDetail> {
  return read(await by.post(`/cases/${one.id}/${verb}`, { version: one.version, ...input }))
}

async function refused(by: Actor, one: CaseDetail, verb: string, input: object = {}): Promise<string> {
  const { status, body } = await by.post(`/cases/${one.id}/${verb}`, { version: one.version, ...input })
  const { code, text } = body as { code: string; text: { zh: string } }
  return `${status} ${code} ${text.zh}`
}

const show = async (by: Actor, { id }: { id: string }) => read(await by.get(`/cases/${id}`))
const inbox = async (by: Actor) => ((await by.get('/inbox?limit=200')).body as { cases: CaseSummary[] }).cases
const inInbox = async (by: Actor, { id }: { id: string }) => (await inbox(by)).find((line) => line.id === id)
const accepted = async (day: string) => take(clerk, await submit(day), 'accept')

async function workThrough(from: string, until: string): Promise<void> {
  const modules = await loadModules()
  for (let day = dayNumber(from); day <= dayNumber(until); day++) {
    now = new Date(`${dayFromNumber(day)}T01:00:00Z`)
    await drain({ db: app().db, modules, log, now: () => now })
  }
}

async function events(topic: string, { id }: { id: string }): Promise<Record<string, unknown>[]> {
  const sql = `select payload from jobs.outbox where kind = 'event' and payload ->> 'topic' = $1 and subject_id = $2 order by id`
  const rows = await withClient(app().ownerUrl, async (c) => (await c.query(sql, [topic, id])).rows)
  return rows.map(({ payload }) => payload.payload)
}

describe('an extension', () => {
  const asked = { reason: '需要进一步核查' }

  it('is given once, by the head of the department, while the limit runs; the applicant is told why', async () => {
    let one = await accepted('2026-03-02')
    expect(one.steps).not.toContain('extend')
    expect(await refused(clerk, one, 'extend', asked)).toMatch(/^422 cases.not_possible .*负责人批准/)
    expect(await refused(head, one, 'extend', { ...asked, days: 11 })).toBe(
      '422 cases.extension_too_long 最多可以延长 10 个工作日。',
    )
    expect((await show(head, one)).steps).toContain('extend')
    const due = one.limits.statutory?.dueOn
    const [first, second] = await Promise.all(
      [1, 2].map(() => head.post(`/cases/${one.id}/extend`, { version: one.version, ...asked })),
    )
    expect([first?.status, second?.status].sort()).toEqual([200, 409])
    one = await show(applicant, one)
    expect(one).toMatchObject({ extendedOn: '2026-03-02', limits: { statutory: { left: 20 + 10 - 10 } } })
    expect(one.limits.statutory?.dueOn).not.toBe(due)
    expect(one.actions.at(-1)).toMatchObject({ verb: 'extend', days: 10, reason: asked.reason })
    expect(await refused(head, await show(head, one), 'extend', asked)).toContain('只能延长一次')
  })

  it('is not given after the limit has run out', async () => {
    const one = await accepted('2026-03-02')
    on('2026-06-01')
    expect(await refused(head, one, 'extend', asked)).toContain('法定时限已过')
  })

  it('may be given by whoever acts for the head who is away', async () => {
    on('2026-03-09')
    const away = { personId: desk.people[0], fromOn: '2026-03-10', toOn: '2026-03-12', delegateId: desk.people[1] }
    expect(await admin.post('/absences', { ...away, reason: 'leave' })).toMatchObject({ status: 200 })
    const one = await accepted('2026-03-10')
    expect((await show(clerk, one)).steps).toContain('extend')
    on('2026-03-13')
    expect((await show(clerk, one)).steps).not.toContain('extend')
  })
})

describe('a joint review', () => {
  const question = { reason: '请就职责范围提出意见' }
  const both = () => ({
    ...question,
    departments: [
      { id: ecology.id, days: 2 },
      { id: fire.id, days: 3 },
    ],
  })

  it('asks departments, records who was late and who said nothing, and is concluded by the lead', async () => {
    let one = await take(clerk, await accepted('2026-03-16'), 'ask-opinions', both())
    expect(await inInbox(ecologist, one)).toMatchObject({
      askedOfMe: true,
      steps: expect.arrayContaining(['giveOpinion']),
    })
    expect(await refused(clerk, one, 'ask-opinions', both())).toContain('还没有汇总结论')
    expect(await refused(clerk, one, 'decide', { result: 'pass' })).toContain('先汇总')
    expect(await refused(clerk, one, 'give-opinion', { opinion: 'agree', reason: '同意' })).toContain(
      '没有等您所在部门',
    )
    expect(await refused(head, one, 'extend', { reason: '联合办理' })).toContain('管委会负责人批准')
    one = await take(leader, one, 'extend', { reason: '联合办理情况复杂' })
    expect(one.actions.at(-1)).toMatchObject({ days: 15 })
    on('2026-03-19')
    one = await take(ecologist, one, 'give-opinion', { opinion: 'agree_with_conditions', reason: '落实油烟净化' })
    expect(one.review?.asked.map(({ status, late }) => [status, late])).toEqual([
      ['givenLate', 1],
      ['waiting', 0],
    ])
    expect(await inInbox(ecologist, one)).toBeUndefined()
    expect(await refused(ecologist, one, 'conclude-review', { opinion: 'agree', reason: '同意' })).toContain('牵头部门')
    expect(await refused(clerk, one, 'conclude-review', { opinion: 'agree', reason: '同意' })).toContain('住建局')
    on('2026-03-20')
    expect((await show(clerk, one)).review?.asked[1]).toMatchObject({ status: 'overdue', late: 1 })
    one = await take(clerk, one, 'conclude-review', { opinion: 'agree', reason: '住建部门逾期未答复，照实记录' })
    expect(one.review).toMatchObject({
      concludedOn: '2026-03-20',
      asked: [{ status: 'givenLate' }, { status: 'none' }],
    })
    const theirs = await show(applicant, one)
    expect(theirs.review?.asked.map(({ opinion, reason, by }) => [opinion, reason, by])).toEqual([
      [null, null, null],
      [null, null, null],
    ])
    expect(theirs.actions.map(({ verb }) => verb)).not.toContain('giveOpinion')
    expect((await take(clerk, one, 'decide', { result: 'pass' })).state).toBe('passed')
  })

  it('takes silence for agreement only where a rule of the zone says so', async () => {
    const elsewhere: Stage = { ...stage, zone: 'jiexiu' }
    on('2026-03-16')
    const boss = await actor(elsewhere, 'admin')
    const other = await newDepartment(boss, '住建局', ['某人'])
    const officer = await actor(elsewhere, 'officer')
    const rule = { rule: 'silenceAgrees', value: 'yes', source: '本区并联审批办法第八条', validFrom: '2026-01-01' }
    expect(await boss.post('/handling-rules', rule)).toMatchObject({ status: 200 })
    const company = await newEnterprise(officer, '乙公司')
    const owner = await actor(elsewhere, 'enterprise', company)
    const project = await newProject(officer, '食品厂', company)
    let one = read(
      await owner.post('/cases', { project, matter: 'food-licence', papers: refs.map((ref) => ({ ref })) }),
    )
    one = await take(officer, one, 'accept')
    one = await take(officer, one, 'ask-opinions', { ...question, departments: [{ id: other.id, days: 1 }] })
    on('2026-03-18')
    one = await take(officer, one, 'conclude-review', { opinion: 'agree', reason: '逾期视为同意' })
    expect(one.review?.asked[0]).toMatchObject({ status: 'assumed', opinion: null })
  })
})

describe('other hands', () => {
  it('has a case that was transferred to a department in the inbox of that department only', async () => {
    let one = await accepted('2026-04-01')
    expect(await inInbox(clerk, one)).toBeDefined()
    const nobody = { person: desk.people[2], reason: '分工' }
    expect(await refused(clerk, one, 'transfer', nobody)).toMatch(/^422 cases.no_target/)
    expect(await refused(clerk, one, 'transfer', { reason: '分工' })).toMatch(/^422 cases.one_target/)
    one = await take(clerk, one, 'transfer', { department: ecology.id, reason: '归口办理' })
    expect(one).toMatchObject({ handler: null, office: { name: '生态环境局' } })
    expect(await inInbox(ecologist, one)).toBeDefined()
    expect(await inInbox(clerk, one)).toBeUndefined()
    expect((await show(applicant, one)).actions.map(({ verb }) => verb)).toEqual(['submit', 'accept'])
  })

  it('has a case of somebody who is away in the inbox of the delegate, and says for whom a step was taken', async () => {
    on('2026-04-07')
    const away = { personId: desk.people[1], fromOn: '2026-04-08', toOn: '2026-04-10', delegateId: ecology.people[0] }
    expect(await admin.post('/absences', { ...away, reason: 'travel' })).toMatchObject({ status: 200 })
    let one = await accepted('2026-04-07')
    expect(await inInbox(ecologist, one)).toBeUndefined()
    on('2026-04-08')
    expect(await inInbox(ecologist, one)).toMatchObject({ delegatedFrom: clerk.name })
    one = await take(ecologist, one, 'suspend', {
      reason: '检测',
      procedure: 'testing',
      promisedDays: 3,
      paper: '〔2026〕9号',
    })
    expect(one).toMatchObject({ handler: { id: clerk.accountId } })
    expect(one.actions.at(-1)).toMatchObject({ behalfOf: clerk.name, procedure: 'testing', notice: '〔2026〕9号' })
    on('2026-04-20')
    expect((await show(clerk, one)).light).toMatchObject({ text: { zh: expect.stringContaining('特别程序告知时长') } })
  })
})

describe('an owed paper', () => {
  it('is told to the credit when it lapses, once, and when it comes, with the days it was late', async () => {
    const one = await take(clerk, await submit('2026-05-06', refs.slice(0, 6)), 'accept', { owed: ['health-certs'] })
    expect(one.papers.find(({ ref }) => ref === 'health-certs')).toMatchObject({ owner: 'enterprise', status: 'owed' })
    await workThrough('2026-05-19', '2026-05-21')
    const lapsed = await events('cases.owedLapsed', one)
    expect(lapsed).toMatchObject([{ paper: 'health-certs', dueOn: '2026-05-19', enterpriseId: enterprise }])
    on('2026-05-25')
    await take(applicant, await show(applicant, one), 'supply', { papers: [{ ref: 'health-certs' }] })
    expect(await events('cases.owedMet', one)).toMatchObject([{ paper: 'health-certs', late: 4 }])
  })

  it('follows the rule of the zone: refused instead of withdrawn, and no more than the cap', async () => {
    on('2026-06-01')
    const own = { source: '本区容缺受理办法', validFrom: '2026-06-01', validUntil: '2026-08-01' }
    for (const rule of [
      { rule: 'owedLapse', value: 'refuse' },
      { rule: 'owedCap', value: '2' },
    ]) {
      expect(await admin.post('/handling-rules', { ...own, ...rule })).toMatchObject({ status: 200 })
    }
    expect(await admin.post('/handling-rules', { ...own, rule: 'owedCap', value: 'yes' })).toMatchObject({
      status: 400,
    })
    const company = await newEnterprise(head, '丙公司')
    const by = { enterprise: company, applicant: await actor(stage, 'enterprise', company) }
    const owed = { owed: ['health-certs', 'trial-test'] }
    const first = await take(clerk, await submit('2026-06-01', refs.slice(0, 5), by), 'accept', owed)
    expect(await refused(clerk, await submit('2026-06-01', refs.slice(0, 5), by), 'accept', owed)).toMatch(
      /^422 cases.too_many_owed/,
    )
    on('2026-06-25')
    expect(await show(clerk, first)).toMatchObject({ owedOverdue: true, rules: { owedLapse: 'refuse' } })
    expect(await refused(clerk, first, 'cancel-acceptance', { reason: '逾期' })).toContain('不予许可')
    expect(await refused(clerk, first, 'decide', { result: 'pass_with_tolerance' })).toMatch(/^422 cases.owed_lapsed/)
    const done = await take(clerk, first, 'decide', {
      result: 'not_pass',
      reason: '容缺材料逾期',
      remedies: '可以复议',
    })
    expect(done.remedy).toEqual({ reconsiderBy: '2026-08-24', sueBy: '2026-12-25' })
    expect(await refused(clerk, done, 'reverse', { reversal: 'court', reason: '判决撤销' })).toMatch(/^403/)
    const again = await take(leader, done, 'reverse', {
      reversal: 'court',
      reason: '判决撤销',
      paper: '〔2026〕行初1号',
    })
    expect(again).toMatchObject({
      state: 'accepted',
      decidedOn: null,
      acceptedOn: '2026-06-25',
      limits: { promised: { left: 6 } },
    })
    expect(again.actions.at(-1)).toMatchObject({ verb: 'reverse', reversal: 'court', notice: '〔2026〕行初1号' })
  })
})
