import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, withClient } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { type CommitmentVerb, commitmentVerbs, pathOf } from '../contract/steps.ts'
import { Commitment } from '../contract.ts'

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

async function drafts(): Promise<{ project: string; list: Commitment[] }> {
  on('2026-03-02')
  const project = await newProject(officer, '食品厂', enterprise)
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
  breach: { reason: '逾期未整改' },
}
const before: Readonly<Record<CommitmentVerb, readonly CommitmentVerb[]>> = {
  sign: [],
  verify: ['sign'],
  requireRectification: ['sign'],
  rectify: ['sign', 'requireRectification'],
  breach: ['sign', 'requireRectification'],
}
const doer = (verb: CommitmentVerb) => (verb === 'sign' ? firm : officer)

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

describe.each([...commitmentVerbs])('%s', (verb) => {
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
      before: { state: one.state },
      after: { state: done.state },
      thread_id: one.project.id,
    })
    expect(told(await send(by, { ...one, version: done.version }, verb))).toBe('422 commitments.not_possible')
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

it('a signed commitment lets its case be accepted without the paper', async () => {
  const { project, list } = await drafts()
  const promise = list.find(({ matter, signer }) => matter.code === 'company-register' && signer === 'enterprise')
  if (!promise) throw new Error('no commitment for the company register')
  const refs = ['company-name', 'reg-application', 'articles', 'id-docs', 'ubo-info']
  const papers = refs.map((ref) => ({ ref }))
  const made = await firm.post('/cases', { project, matter: 'company-register', papers })
  const { id } = made.body as { id: string }
  expect(told(await officer.post(`/cases/${id}/accept`, { version: 1 }))).toBe('422 cases.paper_missing')
  expect((await send(firm, promise, 'sign')).status).toBe(200)
  const accepted = await officer.post(`/cases/${id}/accept`, { version: 1 })
  expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted' } })
  expect((accepted.body as { papers: { ref: string; status: string }[] }).papers).toContainEqual(
    expect.objectContaining({ ref: promise.ref, status: 'replaced' }),
  )
})
