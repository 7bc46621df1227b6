import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { Deviations } from '../contract/deviation.ts'
import { Agreement, AgreementWhole } from '../contract.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const on = (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
}
let officer: Actor
let agent: Actor
let leader: Actor
let firm: Actor
let enterprise: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  agent = await actor(stage, 'agent')
  leader = await actor(stage, 'leader')
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
})

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()

function read({ status, body }: { status: number; body: unknown }): Agreement {
  expect({ status, body }).toMatchObject({ status: 200 })
  return Agreement.parse(body)
}

async function proposed(input: object = { scenario: 'reform' }): Promise<Agreement> {
  on('2026-03-02')
  const project = await newProject(officer, '食品厂', enterprise)
  return read(await agent.post(`/projects/${project}/agreements`, input))
}

const take = (by: Actor, { id, version }: Agreement, verb: string, more: object = {}) =>
  by.post(`/agreements/${id}/${verb}`, { version, ...more })

async function signed(): Promise<Agreement> {
  const one = read(await take(firm, await proposed(), 'sign'))
  return read(await take(leader, one, 'sign-for-zone'))
}

describe('an agreed plan', () => {
  it('is proposed with all that is promised, one at a time', async () => {
    const one = await proposed({
      scenario: 'reform',
      changes: { handling: { 'land-permit': 0.5 } },
      note: '按改革集成办理',
    })
    expect(one).toMatchObject({ state: 'proposed', ordinal: 1, scenario: 'reform', enterprise: null, zone: null })
    const whole = AgreementWhole.parse((await firm.get(`/agreements/${one.id}`)).body)
    expect(whole.plan.papers.length).toBeGreaterThan(5)
    expect(whole.plan.commitments.length).toBeGreaterThan(2)
    expect(whole.promised.permit).toBe(
      whole.plan.matters.find(({ code }) => code === 'construction-permit')?.finishDate,
    )
    expect(whole.changes.handling).toEqual({ 'land-permit': 0.5 })
    expect(told(await agent.post(`/projects/${one.project.id}/agreements`, {}))).toBe('422 agreements.open_already')
    expect(told(await firm.post(`/projects/${one.project.id}/agreements`, {}))).toBe('403 access.not_allowed')
    const unknown = { changes: { handling: { nothing: 1 } } }
    const other = await newProject(officer, '二厂', enterprise)
    expect(told(await agent.post(`/projects/${other}/agreements`, unknown))).toBe('400 plans.unknown_change')
  })

  it('is signed by the right sides alone, each once, and in force when both have', async () => {
    const one = await proposed()
    expect(told(await take(officer, one, 'sign'))).toBe('403 access.not_allowed')
    expect(told(await take(officer, one, 'sign-for-zone'))).toBe('403 access.not_allowed')
    expect(told(await take(firm, one, 'sign-for-zone'))).toBe('403 access.not_allowed')
    const stranger = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
    expect(told(await take(stranger, one, 'sign'))).toBe('404 http.not_found')
    const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'leader')
    expect(told(await take(elsewhere, one, 'sign-for-zone'))).toBe('404 http.not_found')
    expect(told(await take(firm, { ...one, version: 9 }, 'sign'))).toBe('409 agreements.changed_meanwhile')
    expect(told(await take(firm, one, 'sign', { happenedOn: '2026-12-01' }))).toBe('422 agreements.in_the_future')
    const half = read(await take(firm, one, 'sign'))
    expect(half).toMatchObject({ state: 'proposed', enterprise: { by: firm.name, onPaper: false }, inForceOn: null })
    expect(told(await take(firm, half, 'sign'))).toBe('422 agreements.not_possible')
    const both = await Promise.all([take(leader, half, 'sign-for-zone'), take(leader, half, 'sign-for-zone')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const { agreements } = (await firm.get(`/projects/${one.project.id}/agreements`)).body as {
      agreements: Agreement[]
    }
    expect(agreements[0]).toMatchObject({ state: 'in_force', inForceOn: '2026-03-02', steps: [] })
    expect(told(await take(firm, agreements[0] as Agreement, 'decline', { reason: '反悔' }))).toBe(
      '422 agreements.not_possible',
    )
  })

  it('takes a signed scan in place of an account, and not without the scan', async () => {
    const one = await proposed()
    const { id: fileId } = (await agent.upload('/files', '签署页.txt', '签字盖章')).body as { id: string }
    expect(told(await take(agent, one, 'record-signature', { signedBy: '李某' }))).toBe('400 http.invalid_input')
    const half = read(await take(agent, one, 'record-signature', { signedBy: '李某', fileId }))
    expect(half.enterprise).toMatchObject({ by: '李某', onPaper: true, fileId })
    expect((await firm.get(`/files/${fileId}`)).status).toBe(200)
    expect(told(await take(firm, half, 'sign'))).toBe('422 agreements.not_possible')
  })

  it('is replaced by a later one; both keep', async () => {
    const first = await signed()
    on('2026-03-20')
    const second = read(await agent.post(`/projects/${first.project.id}/agreements`, { scenario: 'same-day' }))
    const half = read(await take(leader, second, 'sign-for-zone'))
    read(await take(firm, half, 'sign'))
    const { agreements } = (await officer.get(`/projects/${first.project.id}/agreements`)).body as {
      agreements: Agreement[]
    }
    expect(agreements.map(({ ordinal, state, closedOn }) => [ordinal, state, closedOn])).toEqual([
      [2, 'in_force', null],
      [1, 'replaced', '2026-03-20'],
    ])
    expect(AgreementWhole.parse((await firm.get(`/agreements/${first.id}`)).body).promised).toEqual(first.promised)
  })

  it('measures the running plan against it: nothing at first, then the days by which waiting moved it', async () => {
    const one = await signed()
    const project = one.project.id
    const measured = async () => {
      const { deviations } = (await firm.get(`/projects/${project}/deviations`)).body as { deviations: unknown }
      return Deviations.parse(deviations)
    }
    const permit = async () => (await measured()).milestones.find(({ name }) => name === 'permit')
    const first = await permit()
    on('2026-06-01')
    const later = await permit()
    expect(later?.promisedOn).toBe(first?.promisedOn)
    expect((later?.days ?? 0) - (first?.days ?? 0)).toBeGreaterThan(20)
    expect(later?.because.length).toBeGreaterThan(0)
    expect((await measured()).matters.some(({ cause }) => cause === 'waiting')).toBe(true)
    const { projects } = (await leader.get('/deviations')).body as { projects: { projectId: string }[] }
    expect(projects.map(({ projectId }) => projectId)).toContain(project)
    expect(told(await firm.get('/deviations'))).toBe('403 access.not_allowed')
    const figures = (await leader.get('/figures')).body as { figures: { key: string; value: number }[] }
    const value = (key: string) => figures.figures.find((figure) => figure.key === key)?.value
    expect(value('plans.agreed')).toBeGreaterThan(0)
    expect(value('plans.agreed.late')).toBeGreaterThan(0)
  })

  it('prints to Word in both languages, for those who may see it', async () => {
    const one = await signed()
    for (const language of ['zh', 'en']) {
      const answer = await firm.get(`/agreements/${one.id}/document?language=${language}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toContain('wordprocessingml')
    }
    const stranger = await actor(stage, 'enterprise', await newEnterprise(officer, '丙公司'))
    expect(told(await stranger.get(`/agreements/${one.id}/document`))).toBe('404 http.not_found')
  })
})
