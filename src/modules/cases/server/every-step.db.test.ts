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
import { CaseDetail } from '../contract/case.ts'
import { type CaseState, passedStates } from '../contract/state.ts'
import { pathOf, stepTable, type Verb, verbs } from '../contract/step-table.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const on = (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
}

interface People {
  readonly officer: Actor
  readonly applicant: Actor
  readonly leader: Actor
  readonly promoter: Actor
  readonly elsewhere: Actor
}
let people: People
let enterprise: string
let desk: { readonly id: string; readonly people: readonly string[] }
let asked: { readonly id: string; readonly people: readonly string[] }

beforeAll(async () => {
  const admin = await actor(stage, 'admin')
  desk = await newDepartment(admin, '市场监管局', ['王科长', '李经办'], '市场监管部门')
  asked = await newDepartment(admin, '生态环境局', ['赵科长'])
  const [head = '', colleague = ''] = desk.people
  const officer = await personActor(stage, 'officer', head)
  await personActor(stage, 'officer', colleague)
  enterprise = await newEnterprise(officer, '甲食品公司')
  people = {
    officer,
    applicant: await actor(stage, 'enterprise', enterprise),
    leader: await actor(stage, 'leader'),
    promoter: await actor(stage, 'promoter'),
    elsewhere: await actor({ ...stage, zone: 'jiexiu' }, 'officer'),
  }
})

const given = (...refs: string[]) => refs.map((ref) => ({ ref }))
const hard = ['business-licence', 'food-layout', 'food-equipment', 'food-rules', 'trial-run']

/** What each step is told when it is told rightly. */
const inputs: Readonly<Record<Verb, object>> = {
  receive: {},
  decline: { reason: '依法不需要许可' },
  correct: { reason: '缺材料', papers: [{ ref: 'food-rules', note: '未盖章' }] },
  resubmit: { papers: given('food-rules') },
  accept: { owed: ['health-certs', 'trial-test'] },
  refuseAcceptance: { reason: '不归本机关', remedies: '可以申请行政复议' },
  suspend: { reason: '专家评审', promisedDays: 5 },
  resume: { reason: '评审结束' },
  giveOpinion: { opinion: 'agree_with_conditions', reason: '加强通风' },
  decide: { result: 'not_pass', reason: '场所不合格', remedies: '可以申请行政复议' },
  issue: {},
  supply: { papers: given('trial-test') },
  requestWithdraw: { reason: '改在外地建厂' },
  confirmWithdraw: {},
  cancelAcceptance: { reason: '容缺材料逾期' },
  takeBack: { reason: '规划修改', remedies: '依法补偿' },
  revoke: { reason: '欺骗取得', remedies: '可以申请行政复议' },
  extend: { days: 10, reason: '需要现场核查' },
  askOpinions: { departments: [{ id: '' }], reason: '请就环保条件提出意见' },
  concludeReview: { opinion: 'agree', reason: '各部门同意' },
  transfer: { person: '', reason: '分工调整' },
  remind: { reason: '请尽快办理' },
  reverse: { reversal: 'reconsideration', reason: '复议决定撤销原决定', paper: '临政复决〔2026〕1号' },
  record: { reason: '电话沟通' },
}

/** What a step is told that names departments and people of this zone. */
function inputOf(verb: Verb): object {
  if (verb === 'askOpinions') return { ...inputs.askOpinions, departments: [{ id: asked.id, days: 1 }] }
  return verb === 'transfer' ? { ...inputs.transfer, person: desk.people[1] } : inputs[verb]
}

/** Steps that bring a new case to where the step is possible. */
const before: Readonly<Record<Verb, readonly [Verb, object?][]>> = {
  receive: [],
  decline: [],
  correct: [],
  resubmit: [['correct']],
  accept: [],
  refuseAcceptance: [['receive']],
  suspend: [['accept']],
  resume: [['accept'], ['suspend']],
  giveOpinion: [['accept']],
  decide: [['accept']],
  issue: [['accept'], ['supply'], ['decide', { result: 'pass_with_tolerance' }]],
  supply: [['accept']],
  requestWithdraw: [['accept'], ['suspend']],
  confirmWithdraw: [['requestWithdraw']],
  cancelAcceptance: [['accept']],
  takeBack: [['accept'], ['supply'], ['decide', { result: 'pass_with_tolerance' }]],
  revoke: [['accept'], ['supply'], ['decide', { result: 'pass_with_tolerance' }], ['issue']],
  extend: [['accept']],
  askOpinions: [['accept']],
  concludeReview: [['accept'], ['askOpinions']],
  transfer: [['accept']],
  remind: [],
  reverse: [['accept'], ['decide']],
  record: [],
}

const applicants: readonly Verb[] = ['resubmit', 'supply', 'requestWithdraw']
const leaders: readonly Verb[] = ['takeBack', 'revoke', 'reverse']

function doer(verb: Verb): Actor {
  if (applicants.includes(verb)) return people.applicant
  return leaders.includes(verb) ? people.leader : people.officer
}

async function send(by: Actor, one: CaseDetail, verb: Verb, more: object = {}) {
  return by.post(`/cases/${one.id}/${pathOf(verb)}`, { version: one.version, ...inputOf(verb), ...more })
}

let made = 0

async function ready(verb: Verb): Promise<CaseDetail> {
  // A second later each time: the order of cases is that of their making.
  now = new Date(Date.parse('2026-03-02T02:00:00Z') + ++made * 1000)
  const project = await newProject(people.officer, '食品厂', enterprise)
  let one = CaseDetail.parse(
    (await people.applicant.post('/cases', { project, matter: 'food-licence', papers: given(...hard) })).body,
  )
  for (const [step, input] of before[verb]) one = CaseDetail.parse((await send(doer(step), one, step, input)).body)
  if (verb === 'cancelAcceptance') on('2026-03-30')
  if (verb === 'concludeReview') on('2026-03-04')
  return one
}

async function rows(id: string): Promise<unknown> {
  return withClient(app().ownerUrl, async (c) => {
    const ask = async (sql: string) => (await c.query(sql, [id])).rows
    return {
      row: await ask('select * from cases.cases where id = $1'),
      papers: await ask('select * from cases.papers where case_id = $1 order by ordinal'),
      entries: await ask('select * from cases.clock_entries where case_id = $1 order by ordinal'),
      actions: await ask('select * from cases.actions where case_id = $1 order by ordinal'),
      events: await ask('select * from journal.events where subject_id = $1 order by id'),
    }
  })
}

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()

describe.each([...verbs])('%s', (verb) => {
  it('is shown to whoever may do it, and then it works; everything else is refused and leaves no trace', async () => {
    const one = await ready(verb)
    const by = doer(verb)
    const shown = CaseDetail.parse((await by.get(`/cases/${one.id}`)).body)
    expect(shown.steps).toContain(verb)
    const untouched = await rows(one.id)

    expect(told(await send(people.promoter, one, verb))).toBe('403 access.not_allowed')
    expect(told(await send(people.elsewhere, one, verb))).toMatch(/^(404 http.not_found|403 access.not_allowed)$/)
    expect(told(await send(by, one, verb, { version: one.version + 7 }))).toBe('409 cases.changed_meanwhile')
    expect(told(await send(by, one, verb, { happenedOn: '2026-12-01' }))).toMatch(/^422 cases\.(in_the_future)$/)
    expect(told(await send(by, one, verb, { happenedOn: '2026-02-27' }))).toMatch(/^422 cases\.(before_last_step)$/)
    expect(told(await send(by, one, verb, { happenedOn: '2026-02-30' }))).toBe('400 http.invalid_input')
    for (const field of Object.keys(inputs[verb])) {
      if (field === 'owed' || field === 'reason') continue
      expect(told(await send(by, one, verb, { [field]: '' }))).toBe('400 http.invalid_input')
    }
    expect(await rows(one.id)).toEqual(untouched)

    const done = CaseDetail.parse((await send(by, one, verb)).body)
    const to: readonly CaseState[] = stepTable[verb].to
    expect(to.length === 0 ? [one.state] : to).toContain(done.state)
    expect(done.actions.at(-1)).toMatchObject({ verb, from: one.state, to: done.state })
    expect(done.version).toBe(one.version + 1)
  })
})

it('whatever is over refuses every step in one sentence of both languages', async () => {
  const over = CaseDetail.parse((await send(people.officer, await ready('confirmWithdraw'), 'confirmWithdraw')).body)
  for (const verb of verbs) {
    const { status, body } = await send(doer(verb), over, verb)
    expect(`${verb} ${status}`).toBe(`${verb} 422`)
    const { text } = body as { text: { zh: string; en: string } }
    expect(text.zh).toMatch(/^[^。]+。$/)
    expect(text.en.length).toBeGreaterThan(10)
  }
  expect(passedStates).not.toContain(over.state)
})

it('a step that happened earlier keeps both times', async () => {
  const one = await ready('receive')
  on('2026-03-05')
  const done = CaseDetail.parse((await send(people.officer, one, 'receive', { happenedOn: '2026-03-03' })).body)
  expect(done.actions.at(-1)).toMatchObject({ happenedOn: '2026-03-03', at: '2026-03-05T02:00:00.000Z' })
  const { events } = (await rows(one.id)) as { events: { created_at: Date; happened_at: Date }[] }
  expect(events.at(-1)).toMatchObject({
    created_at: new Date('2026-03-05T02:00:00Z'),
    happened_at: new Date('2026-03-02T16:00:00Z'),
  })
})

it('lists by state, a page at a time, the latest first', async () => {
  const newest = [await ready('receive'), await ready('receive'), await ready('receive')].map(({ id }) => id).reverse()
  const page = async (query: string) =>
    (await people.leader.get(`/cases?state=received&${query}`)).body as { cases: CaseDetail[]; next: string | null }
  const first = await page('limit=2')
  expect(first.cases.map(({ id }) => id)).toEqual(newest.slice(0, 2))
  const second = await page(`limit=1&after=${first.next}`)
  expect(second.cases.map(({ id }) => id)).toEqual(newest.slice(2))
})
