import { describe, expect, test } from 'vitest'
import { signedInAs } from '../../../../test/support/accounts.ts'
import { type Answer, startTestApp } from '../../../../test/support/server.ts'
import type { Dossier } from '../contract.ts'

const app = startTestApp()
const here = '/api/zones/linyi'

interface Person {
  readonly headers: { readonly cookie: string }
}

async function as(role: 'agent' | 'officer' | 'leader' | 'audit' | 'promoter'): Promise<Person> {
  return signedInAs(app().db, { zone: 'linyi', roles: [role] })
}

function idOf(answer: Answer): string {
  expect(answer.status).toBe(200)
  return (answer.body as { record: { id: string } }).record.id
}

async function register(person: Person, name: string, enterpriseId?: string): Promise<string> {
  const values = { name, kind: 'industrial', investmentYuan: '100000000.00', ...(enterpriseId && { enterpriseId }) }
  return idOf(await app().post(`${here}/projects`, values, person.headers))
}

async function dossier(person: Person, id: string): Promise<Dossier> {
  const answer = await app().get(`${here}/projects/${id}/dossier`, person.headers)
  expect(answer.status).toBe(200)
  return answer.body as Dossier
}

describe('a project', () => {
  test('begins as a lead and moves on its evidence, one stage at a time', async () => {
    const agent = await as('agent')
    const id = await register(agent, '果汁项目')
    expect(await dossier(agent, id)).toMatchObject({
      stage: 'lead',
      condition: 'active',
      next: { stage: 'talks', missing: [['negotiation-record']] },
    })
    const early = await app().post(`${here}/projects/${id}/advance`, { version: 1, to: 'talks' }, agent.headers)
    expect(early).toMatchObject({ status: 422, body: { code: 'projects.no_evidence' } })
    const proof = { title: '第一次洽谈', projectId: id, kind: 'negotiation-record', happenedOn: '2026-03-02' }
    idOf(await app().post(`${here}/project-evidence`, proof, agent.headers))
    const moved = await app().post(`${here}/projects/${id}/advance`, { version: 1, to: 'talks' }, agent.headers)
    expect(moved).toMatchObject({ status: 200, body: { stage: 'talks', version: 2 } })
    const twice = await app().post(`${here}/projects/${id}/advance`, { version: 1, to: 'signed' }, agent.headers)
    expect(twice).toMatchObject({ status: 409, body: { code: 'projects.stale' } })
  })

  test('stalls with its cause, does not move then, and is taken up again', async () => {
    const leader = await as('leader')
    const id = await register(await as('agent'), '停滞项目')
    const bare = await app().post(
      `${here}/projects/${id}/turn`,
      { version: 1, to: 'stalled', reason: '资金未到位' },
      leader.headers,
    )
    expect(bare).toMatchObject({ status: 400, body: { code: 'projects.no_cause' } })
    const stalled = await app().post(
      `${here}/projects/${id}/turn`,
      { version: 1, to: 'stalled', cause: 'firm', reason: '资金未到位' },
      leader.headers,
    )
    expect(stalled).toMatchObject({ status: 200, body: { condition: 'stalled' } })
    const resumed = await app().post(
      `${here}/projects/${id}/turn`,
      { version: 2, to: 'active', reason: '资金到位' },
      leader.headers,
    )
    expect(resumed).toMatchObject({ status: 200, body: { condition: 'active', version: 3 } })
  })

  test('is pinned to the catalogue in force with facts that it declares', async () => {
    const agent = await as('agent')
    const id = await register(agent, '方案依据项目')
    const basis = { version: 0, facts: { landKind: 'standard-land', landAreaHa: 3.3 }, startOn: '2026-03-02' }
    const wrong = await app().post(
      `${here}/projects/${id}/basis`,
      { ...basis, facts: { landAreaHa: '7' } },
      agent.headers,
    )
    expect(wrong).toMatchObject({ status: 400, body: { code: 'facts.wrong_type' } })
    const saved = await app().post(`${here}/projects/${id}/basis`, basis, agent.headers)
    expect(saved).toMatchObject({ status: 200, body: { version: 1, facts: { landAreaHa: 3.3 } } })
    const stale = await app().post(`${here}/projects/${id}/basis`, basis, agent.headers)
    expect(stale).toMatchObject({ status: 409, body: { code: 'projects.stale_basis' } })
    expect((await dossier(agent, id)).basis).toMatchObject({ startOn: '2026-03-02' })
  })

  test('tells on its time line what happened to it and to what belongs to it, and nothing that was refused', async () => {
    const agent = await as('agent')
    const id = await register(agent, '时间线项目')
    await app().post(
      `${here}/project-evidence`,
      { title: '洽谈', projectId: id, kind: 'negotiation-record', happenedOn: '2026-03-02' },
      agent.headers,
    )
    await app().post(`${here}/projects/${id}/advance`, { version: 7, to: 'talks' }, agent.headers)
    await app().post(`${here}/projects/${id}/advance`, { version: 1, to: 'talks', note: '有意向' }, agent.headers)
    const answer = await app().get(`${here}/projects/${id}/timeline`, agent.headers)
    const { events } = answer.body as { events: { action: string; subjectKind: string; note: string | null }[] }
    expect(events.map(({ subjectKind, action }) => `${subjectKind} ${action}`)).toEqual([
      'projects.project advance',
      'projects.evidence create',
      'projects.project create',
    ])
    expect(events[0]?.note).toBe('有意向')
  })
})

describe('who may see and move a project', () => {
  test('an enterprise sees its own and nobody else’s; a wrong zone and a wrong id look the same', async () => {
    const officer = await as('officer')
    const mine = idOf(await app().post(`${here}/enterprises`, { name: '甲公司', status: 'operating' }, officer.headers))
    const theirs = idOf(
      await app().post(`${here}/enterprises`, { name: '乙公司', status: 'operating' }, officer.headers),
    )
    const own = await register(await as('agent'), '甲项目', mine)
    const foreign = await register(await as('agent'), '乙项目', theirs)
    const firm = await signedInAs(app().db, { zone: 'linyi', roles: ['enterprise'], enterpriseId: mine })
    expect((await app().get(`${here}/projects/${own}/dossier`, firm.headers)).status).toBe(200)
    const hidden = await app().get(`${here}/projects/${foreign}/dossier`, firm.headers)
    const absent = await app().get(`${here}/projects/00000000-0000-7000-8000-000000000001/dossier`, firm.headers)
    const elsewhere = await app().get(`/api/zones/jiexiu/projects/${own}/dossier`, firm.headers)
    expect([hidden.status, absent.status, elsewhere.status]).toEqual([404, 404, 404])
    const code = (answer: Answer) => (answer.body as { code: string }).code
    expect(new Set([hidden, absent, elsewhere].map(code)).size).toBe(1)
    for (const path of ['liaisons', 'project-evidence']) {
      expect((await app().get(`${here}/${path}`, firm.headers)).status).toBe(403)
    }
    const push = await app().post(`${here}/projects/${own}/advance`, { version: 1, to: 'talks' }, firm.headers)
    expect(push.status).toBe(403)
  })

  test('the audit administrator reads no project, and nobody without an account anything', async () => {
    const id = await register(await as('agent'), '保密项目')
    expect((await app().get(`${here}/projects/${id}/dossier`, (await as('audit')).headers)).status).toBe(403)
    expect((await app().get(`${here}/projects/${id}/dossier`)).status).toBe(401)
  })
})
