import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'

const now = new Date('2026-06-01T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let agent: Actor
let leader: Actor
let firm: Actor
let projectId: string

beforeAll(async () => {
  agent = await actor(stage, 'agent')
  leader = await actor(stage, 'leader')
  const officer = await actor(stage, 'officer')
  const enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  projectId = await newProject(officer, '食品厂', enterprise)
})

const told = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { code?: string; details?: { issues?: { path?: unknown }[] } }).code ?? '',
]

describe('progress of a project', () => {
  it('reads its months and three ledgers, which are never added', async () => {
    const month = (back: string, more: object) => ({ projectId, month: back, ...more })
    for (const [at, plannedPercent, actualPercent] of [
      ['2026-04', 20, 18],
      ['2026-05', 40, 30],
    ] as const) {
      const sent = month(at, { plannedPercent, actualPercent, done: '施工' })
      expect((await agent.post('/progress-reports', sent)).status).toBe(200)
    }
    const entries = [
      ['2026-04', 'planned', '100.00'],
      ['2026-04', 'paid', '80.00'],
      ['2026-05', 'paid', '20.50'],
    ] as const
    for (const [at, ledger, amountYuan] of entries) {
      const sent = month(at, { ledger, amountYuan, proof: '回单' })
      expect((await agent.post('/project-investments', sent)).status).toBe(200)
    }
    const { body } = await leader.get(`/projects/${projectId}/progress`)
    expect(body).toMatchObject({
      reports: [
        { month: '2026-04', planned: 20, actual: 18 },
        { month: '2026-05', planned: 40, actual: 30 },
      ],
      ledgers: [
        { ledger: 'planned', total: '100.00', lastMonth: '2026-04' },
        { ledger: 'paid', total: '100.50', lastMonth: '2026-05' },
        { ledger: 'statistics', total: '0.00', lastMonth: null },
      ],
    })
  })

  it('takes one report a month, a counter-entry with its reason only, and a milestone as reached with its proof only', async () => {
    const twice = { projectId, month: '2026-05', actualPercent: 31, done: '再报' }
    expect(told(await agent.post('/progress-reports', twice))[0]).toBe(409)
    const back = { projectId, month: '2026-05', ledger: 'paid', amountYuan: '-20.50', proof: '回单' }
    expect(told(await agent.post('/project-investments', back))[0]).toBe(400)
    expect((await agent.post('/project-investments', { ...back, note: '多记一笔' })).status).toBe(200)
    const node = { projectId, title: '开工', node: 'start', plannedOn: '2026-05-01', doneOn: '2026-05-20' }
    expect(told(await agent.post('/project-milestones', node))[0]).toBe(400)
    const wrongMonth = { projectId, month: '2026-13', actualPercent: 1, done: '错' }
    expect(told(await agent.post('/progress-reports', wrongMonth))[0]).toBe(400)
  })

  it('is not for the enterprise, and a ledger is struck by a leader alone', async () => {
    expect((await firm.get(`/projects/${projectId}/progress`)).status).toBe(403)
    const made = await agent.post('/project-investments', {
      ...{ projectId, month: '2026-03', ledger: 'statistics', amountYuan: '5.00', proof: '报表' },
    })
    const { id } = (made.body as { record: { id: string } }).record
    expect((await agent.post(`/project-investments/${id}/archive`, { version: 1 })).status).toBe(403)
    expect((await leader.post(`/project-investments/${id}/archive`, { version: 1 })).status).toBe(200)
  })
})
