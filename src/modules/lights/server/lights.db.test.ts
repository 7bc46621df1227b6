import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import type { Light } from '../contract.ts'

const now = new Date('2026-06-10T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let agent: Actor
let leader: Actor
let firm: Actor
let project: string

beforeAll(async () => {
  const officer = await actor(stage, 'officer')
  agent = await actor(stage, 'agent')
  leader = await actor(stage, 'leader')
  const enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  project = await newProject(officer, '食品厂', enterprise)
  await newProject(officer, '没有记录的厂', enterprise)
})

const ok = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer
  expect({ status, body }).toMatchObject({ status: 200 })
  return body
}
const lights = async () => {
  const body = (await ok(leader.get(`/lights?project=${project}`))) as {
    projects: { worst: string; lights: Light[] }[]
  }
  const [lit] = body.projects
  return { worst: lit?.worst, of: Object.fromEntries((lit?.lights ?? []).map((one) => [one.subject, one])) }
}
const report = (month: string, plannedPercent: number, actualPercent: number) =>
  ok(agent.post('/progress-reports', { projectId: project, month, plannedPercent, actualPercent, done: '施工' }))

describe('warning lights', () => {
  it('stand on milestones, reports and ledgers, each with its number and rule', async () => {
    expect(await ok(leader.get('/lights'))).toEqual({ projects: [], unfollowed: 2 })
    await ok(
      agent.post('/project-milestones', { projectId: project, title: '开工', node: 'start', plannedOn: '2026-05-20' }),
    )
    await report('2026-04', 30, 15)
    const first = await lights()
    expect(first.of).toMatchObject({
      start: { colour: 'yellow', value: 2 },
      progress: { colour: 'yellow', value: 15 },
      statistics: { colour: 'unknown', value: null },
      money: { colour: 'unknown', value: null },
    })
    expect(first.of.progress?.source).toContain('银川')
    await report('2026-05', 50, 38)
    const second = await lights()
    expect([second.worst, second.of.progress?.colour]).toEqual(['red', 'red'])
    expect(await ok(leader.get('/lights'))).toMatchObject({ unfollowed: 1 })
  })

  it("follow the zone's own rule from its day on", async () => {
    const own = { subject: 'progress', yellowFrom: 15, redAbove: 40, source: '本区办法第3条', confidence: 'E' }
    expect((await agent.post('/light-rules', { ...own, validFrom: '2026-06-01' })).status).toBe(403)
    await ok(leader.post('/light-rules', { ...own, validFrom: '2026-06-11' }))
    expect((await lights()).of.progress?.colour).toBe('red')
    await ok(leader.post('/light-rules', { ...own, validFrom: '2026-06-10' }))
    expect((await lights()).of.progress).toMatchObject({ colour: 'green', value: 12, source: '本区办法第3条' })
  })

  it('are paused, with the reason, while the project stands still', async () => {
    const { version } = (await ok(leader.get(`/projects/${project}/dossier`))) as { version: number }
    await ok(leader.post(`/projects/${project}/turn`, { version, to: 'stalled', cause: 'law', reason: '等规划修编' }))
    const { worst, of } = await lights()
    expect([worst, of.progress?.colour]).toEqual(['paused', 'paused'])
    expect(of.start?.reason.zh).toContain('等规划修编')
    expect(of.start?.reason.zh).toContain('2026-06-10')
    expect((await firm.get('/lights')).status).toBe(403)
  })
})
