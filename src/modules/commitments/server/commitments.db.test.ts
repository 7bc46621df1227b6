import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import { CommitmentSample } from '../contract/samples.ts'
import { type CommitmentVerb, commitmentVerbs, pathOf } from '../contract/steps.ts'
import { Commitment } from '../contract.ts'
import { drawSample } from '../domain/sample.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const on = (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
}

let officer: Actor
let firm: Actor
let enterprise: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
})

/** An enterprise with a clean record. */
async function newcomer(): Promise<{ id: string; by: Actor }> {
  const id = await newEnterprise(officer, '丁公司')
  return { id, by: await actor(stage, 'enterprise', id) }
}

async function drafts(of = enterprise): Promise<{ project: string; list: Commitment[] }> {
  on('2026-03-02')
  const project = await newProject(officer, '食品厂', of)
  const answer = await officer.post(`/projects/${project}/commitments`, {})
  expect(answer.status).toBe(200)
  return {
    project,
    list: (answer.body as { commitments: Commitment[] }).commitments.map((one) => Commitment.parse(one)),
  }
}

async function draft(): Promise<Commitment> {
  const { list } = await drafts()
  const found = list.find(({ signer, days }) => signer === 'enterprise' && days !== null)
  if (!found) throw new Error('the plan asks for no commitment with a number of days')
  return found
}

const inputs: Readonly<Record<CommitmentVerb, object>> = {
  sign: {},
  verify: { reason: '现场核查属实' },
  requireRectification: { reason: '与承诺不符', days: 10 },
  rectify: { reason: '已整改' },
  planCheck: { reason: '列入核查计划', days: 20 },
  hear: { reason: '取样超标', days: 3 },
  defend: { reason: '取样点不对' },
  breach: { reason: '逾期未整改' },
  dropProposal: { reason: '已改正' },
}
const before: Readonly<Record<CommitmentVerb, readonly CommitmentVerb[]>> = {
  sign: [],
  verify: ['sign'],
  requireRectification: ['sign'],
  rectify: ['sign', 'requireRectification'],
  planCheck: ['sign'],
  hear: ['sign', 'requireRectification'],
  defend: ['sign', 'hear'],
  breach: ['sign', 'hear', 'defend'],
  dropProposal: ['sign', 'hear', 'defend', 'breach'],
}
const doer = (verb: CommitmentVerb) => (verb === 'sign' || verb === 'defend' ? firm : officer)

function send(by: Actor, one: Commitment, verb: CommitmentVerb, more: object = {}) {
  return by.post(`/commitments/${one.id}/${pathOf(verb)}`, { version: one.version, ...inputs[verb], ...more })
}

async function ready(verb: CommitmentVerb): Promise<Commitment> {
  let one = await draft()
  for (const step of before[verb]) one = Commitment.parse((await send(doer(step), one, step)).body)
  return one
}

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const eventsOf = (id: string) =>
  withClient(
    app().ownerUrl,
    async (c) => (await c.query('select * from journal.events where subject_id = $1 order by id', [id])).rows,
  )

describe('drafting', () => {
  it('takes text, signer and check from the plan, and a second time adds nothing', async () => {
    const { project, list } = await drafts()
    expect(list.length).toBeGreaterThan(2)
    expect(
      list.every(({ state, version, text }) => state === 'drafted' && version === 1 && text.zh.includes('承诺')),
    ).toBe(true)
    expect((await officer.post(`/projects/${project}/commitments`, {})).body).toEqual({ commitments: [] })
    const seen = (await firm.get(`/commitments?project=${project}`)).body as { commitments: Commitment[] }
    expect(seen.commitments.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort())
    expect(told(await firm.post(`/projects/${project}/commitments`, {}))).toBe('403 access.not_allowed')
    const absent = '00000000-0000-7000-8000-000000000009'
    expect(told(await officer.post(`/projects/${absent}/commitments`, {}))).toBe('404 http.not_found')
  })
})

describe.each(commitmentVerbs.filter((verb) => verb !== 'dropProposal'))('%s', (verb) => {
  it('works for whoever is shown it; everything else is refused and leaves no trace', async () => {
    const one = await ready(verb)
    const by = doer(verb)
    expect(Commitment.parse((await by.get(`/commitments/${one.id}`)).body).steps).toContain(verb)
    const events = await eventsOf(one.id)
    const stranger = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
    const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'officer')
    const promoter = await actor(stage, 'promoter')
    expect(told(await send(promoter, one, verb))).toBe('403 access.not_allowed')
    expect(told(await send(elsewhere, one, verb))).toBe('404 http.not_found')
    expect(told(await stranger.get(`/commitments/${one.id}`))).toBe('404 http.not_found')
    expect(told(await send(by, one, verb, { version: 99 }))).toBe('409 commitments.changed_meanwhile')
    expect(told(await send(by, one, verb, { happenedOn: '2026-12-01' }))).toBe('422 commitments.in_the_future')
    if (one.signedOn !== null) {
      expect(told(await send(by, one, verb, { happenedOn: '2026-02-27' }))).toBe('422 commitments.before_last_step')
      expect(told(await send(by, one, verb, { reason: ' ' }))).toBe('400 http.invalid_input')
    }
    expect(await eventsOf(one.id)).toEqual(events)

    const done = Commitment.parse((await send(by, one, verb)).body)
    expect(done.version).toBe(one.version + 1)
    expect((await eventsOf(one.id)).at(-1)).toMatchObject({
      action: verb,
      ...(done.state !== one.state && { before: { state: one.state }, after: { state: done.state } }),
      thread_id: one.project.id,
    })
    const again = told(await send(by, { ...one, version: done.version }, verb))
    expect(again).toBe(done.state === one.state ? '200' : '422 commitments.not_possible')
  })
})

it('of two officers one wins, and the other is told who was first', async () => {
  const one = await ready('verify')
  const second = await actor(stage, 'officer')
  const both = await Promise.all([send(officer, one, 'verify'), send(second, one, 'requireRectification')])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const [winner] = both[0]?.status === 200 ? [officer] : [second]
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ details: { by: winner.name, version: 3 } })
})

const work = async () =>
  drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })

/** The company register of a new project, passed on a signed commitment. */
async function decidedOn(): Promise<{ case: { id: string; version: number }; promise: Commitment; by: Actor }> {
  const { id, by } = await newcomer()
  const { project, list } = await drafts(id)
  const drafted = list.find(({ matter, signer }) => matter.code === 'company-register' && signer === 'enterprise')
  if (!drafted) throw new Error('no commitment for the company register')
  await take(by, drafted, 'sign')
  const papers = ['company-name', 'reg-application', 'articles', 'id-docs', 'ubo-info'].map((ref) => ({ ref }))
  let one = (await by.post('/cases', { project, matter: 'company-register', papers })).body as {
    id: string
    version: number
  }
  for (const [verb, more] of [
    ['accept', {}],
    ['decide', { result: 'pass' }],
  ] as const) {
    const answer = await officer.post(`/cases/${one.id}/${verb}`, { version: one.version, ...more })
    expect(answer).toMatchObject({ status: 200 })
    one = answer.body as typeof one
  }
  await work()
  return { case: one, promise: await again(drafted), by }
}

const again = async ({ id }: Commitment) => Commitment.parse((await officer.get(`/commitments/${id}`)).body)
const take = async (by: Actor, one: Commitment, verb: CommitmentVerb) =>
  Commitment.parse((await send(by, one, verb)).body)

describe('a breach', () => {
  it('proposes to revoke the decision that rests on it; the revocation itself closes the proposal', async () => {
    const { case: decided, promise, by } = await decidedOn()
    expect(promise).toMatchObject({ caseId: decided.id, state: 'signed' })
    const breached = await take(officer, await take(by, await take(officer, promise, 'hear'), 'defend'), 'breach')
    expect(breached).toMatchObject({ state: 'breached', proposal: 'open', statement: '取样点不对' })
    const leader = await actor(stage, 'leader')
    const revoked = await leader.post(`/cases/${decided.id}/revoke`, {
      ...{ version: decided.version, reason: '以不实承诺取得许可', remedies: '六十日内可申请行政复议' },
    })
    expect(revoked).toMatchObject({ status: 200, body: { state: 'revoked' } })
    await work()
    expect(await again(breached)).toMatchObject({ proposal: 'revoked' })
  })

  it('may leave the decision standing, with a reason and once; the enterprise has no say in it', async () => {
    const { promise, by } = await decidedOn()
    const breached = await take(officer, await take(by, await take(officer, promise, 'hear'), 'defend'), 'breach')
    expect(told(await send(firm, breached, 'dropProposal'))).toBe('403 access.not_allowed')
    const dropped = await take(officer, breached, 'dropProposal')
    expect(dropped).toMatchObject({ state: 'breached', proposal: 'dropped', steps: [] })
    expect(told(await send(officer, dropped, 'dropProposal'))).toBe('422 commitments.not_possible')
  })
})

it('a sample is drawn by the seed that is kept, sets the checks of the drawn, and draws none of them twice', async () => {
  const { promise } = await decidedOn()
  const drawn = await officer.post('/commitment-samples', { days: 15 })
  const sample = CommitmentSample.parse(drawn.body)
  expect(sample.population.map(({ id }) => id)).toContain(promise.id)
  expect(sample.drawn.toSorted()).toEqual(drawSample(sample.population, sample.seed))
  expect(sample.drawn.length).toBeGreaterThan(0)
  for (const id of sample.drawn) {
    expect((await officer.get(`/commitments/${id}`)).body).toMatchObject({ checkHow: 'sample', days: 15 })
  }
  const { samples, candidates } = (await officer.get('/commitment-samples')).body as {
    samples: { id: string }[]
    candidates: number
  }
  expect(samples[0]?.id).toBe(sample.id)
  expect(candidates).toBe(sample.population.length - sample.drawn.length)
  expect(told(await firm.get('/commitment-samples'))).toBe('403 access.not_allowed')
})

it('a signed commitment lets its case be accepted without the paper', async () => {
  const { id: owner, by } = await newcomer()
  const { project, list } = await drafts(owner)
  const promise = list.find(({ matter, signer }) => matter.code === 'company-register' && signer === 'enterprise')
  if (!promise) throw new Error('no commitment for the company register')
  const refs = ['company-name', 'reg-application', 'articles', 'id-docs', 'ubo-info']
  const papers = refs.map((ref) => ({ ref }))
  const made = await by.post('/cases', { project, matter: 'company-register', papers })
  const { id } = made.body as { id: string }
  expect(told(await officer.post(`/cases/${id}/accept`, { version: 1 }))).toBe('422 cases.paper_missing')
  expect((await send(by, promise, 'sign')).status).toBe(200)
  const accepted = await officer.post(`/cases/${id}/accept`, { version: 1 })
  expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted' } })
  expect((accepted.body as { papers: { ref: string; status: string }[] }).papers).toContainEqual(
    expect.objectContaining({ ref: promise.ref, status: 'replaced' }),
  )
})

it("the zone's own words are filled in and kept as they were signed; what they lack is named before", async () => {
  const text = {
    ...{
      title: '住所承诺书',
      matter: 'company-register',
      paper: 'premises',
      validFrom: '2026-01-01',
      source: '本区办法',
    },
    ...{ wordingZh: '{{企业名称}}（{{uscc}}）承诺住所真实。', wordingEn: '{{enterpriseName}} commits itself.' },
  }
  const unknown = await officer.post('/commitment-texts', { ...text, wordingZh: '{{法定代表人}}承诺' })
  expect(told(unknown)).toBe('400 records.value_refused')
  expect(JSON.stringify(unknown.body)).toContain('法定代表人')
  expect((await officer.post('/commitment-texts', text)).status).toBe(200)
  const { id, by } = await newcomer()
  const { list } = await drafts(id)
  const one = list.find(({ ref, matter }) => ref === 'premises' && matter.code === 'company-register')
  if (!one) throw new Error('not drafted')
  expect(one).toMatchObject({ text: { zh: '丁公司（＿＿＿＿）承诺住所真实。' }, missing: [{ zh: '统一社会信用代码' }] })
  expect(told(await send(by, one, 'sign'))).toBe('422 commitments.value_missing')
  const made = await officer.post('/enterprises', { name: '丙公司', status: 'building', uscc: '91350100M000100Y43' })
  const third = (made.body as { record: { id: string } }).record.id
  const owner = await actor(stage, 'enterprise', third)
  const project = await newProject(officer, '仓库', third)
  const answer = await officer.post(`/projects/${project}/commitments`, {})
  const whole = (answer.body as { commitments: Commitment[] }).commitments.find(({ text: { zh } }) => zh.includes('丙'))
  if (!whole) throw new Error('not drafted')
  expect(whole.missing).toEqual([])
  const signed = await take(owner, whole, 'sign')
  expect(signed.text.zh).toBe('丙公司（91350100M000100Y43）承诺住所真实。')
})
