import { beforeAll, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import {
  type Actor,
  actor,
  newDepartment,
  newEnterprise,
  newProject,
  type Stage,
} from '../../../../test/support/zone-people.ts'

let now = new Date('2026-05-06T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let agent: Actor
let leader: Actor
let firm: Actor
let project: string
let person: string

beforeAll(async () => {
  const officer = await actor(stage, 'officer')
  agent = await actor(stage, 'agent')
  leader = await actor(stage, 'leader')
  person = (await newDepartment(await actor(stage, 'admin'), '审批局', ['周某'])).people[0] ?? ''
  const enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  project = await newProject(officer, '食品厂', enterprise)
})

const ok = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer
  expect({ status, body }).toMatchObject({ status: 200 })
  return body
}

it('is the sheet of the month before, with what has changed since the last meeting', async () => {
  const report = (month: string, plannedPercent: number, actualPercent: number) =>
    ok(
      agent.post('/progress-reports', {
        projectId: project,
        month,
        plannedPercent,
        actualPercent,
        done: `${month} 施工`,
      }),
    )
  await report('2026-03', 20, 18)
  await report('2026-04', 40, 36)
  const paid = { projectId: project, month: '2026-04', ledger: 'paid', amountYuan: '1200000.00', proof: '回单' }
  await ok(agent.post('/project-investments', paid))
  await ok(agent.post('/bottlenecks', { project, title: '缺电', topic: 'utilities', owner: person }))
  expect(await ok(leader.get('/dispatch-sheet'))).toMatchObject({ month: '2026-04', since: null })
  await ok(leader.post('/dispatch-meetings', { title: '5 月调度会', heldOn: '2026-05-06', decisions: '月底通电' }))
  now = new Date('2026-06-03T02:00:00Z')
  await ok(agent.post('/bottlenecks', { project, title: '缺水', topic: 'utilities', owner: person }))
  const sheet = await ok(leader.get('/dispatch-sheet?month=2026-04'))
  expect(sheet).toMatchObject({
    since: { title: '5 月调度会', decisions: '月底通电' },
    rows: [
      {
        ...{ name: '食品厂', planned: 40, actual: 36, before: 18, done: '2026-04 施工' },
        ...{ plannedYuan: null, paidYuan: '1200000.00', statisticsYuan: null },
        changes: [{ zh: '进度比上月多 18 个百分点' }, { zh: '新堵点：缺水' }],
      },
    ],
  })
  expect((await firm.get('/dispatch-sheet')).status).toBe(403)
})
