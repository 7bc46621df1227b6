import { beforeAll, describe, expect, it } from 'vitest'
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

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let agent: Actor
let leader: Actor
let firm: Actor
let other: Actor
let project: string
let enterprise: string
let person: string

beforeAll(async () => {
  const officer = await actor(stage, 'officer')
  leader = await actor(stage, 'leader')
  const admin = await actor(stage, 'admin')
  const { people } = await newDepartment(admin, '审批局', ['周某'])
  person = people[0] ?? ''
  agent = await personActor(stage, 'agent', person)
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  other = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
  project = await newProject(officer, '食品厂', enterprise)
})

const note = (more: object) => ({
  ...{ projectId: project, words: '已通话', kind: 'call', happenedOn: '2026-03-02', told: false },
  ...more,
})

describe('liaison', () => {
  it('brings a note forward on its day to who answers for the project, until a later note', async () => {
    expect((await agent.post('/liaison-notes', note({ followUpOn: '2026-03-04', nextStep: '再问' }))).status).toBe(200)
    expect((await agent.get('/liaison-notes/due')).body).toEqual({ notes: [] })
    now = new Date('2026-03-05T02:00:00Z')
    const due = [{ project: { id: project, name: '食品厂' }, nextStep: '再问', followUpOn: '2026-03-04', late: 1 }]
    expect((await agent.get('/liaison-notes/due')).body).toMatchObject({ notes: due })
    expect((await agent.get('/liaison-notes/due?mine=true')).body).toEqual({ notes: [] })
    const held = { projectId: project, personId: person, role: 'agent', since: '2026-03-02' }
    expect((await leader.post('/liaisons', held)).status).toBe(200)
    expect((await agent.get('/liaison-notes/due?mine=true')).body).toMatchObject({ notes: due })
    expect((await agent.post('/liaison-notes', note({ happenedOn: '2026-03-05' }))).status).toBe(200)
    expect((await agent.get('/liaison-notes/due?mine=true')).body).toEqual({ notes: [] })
  })

  it('shows the enterprise what was meant for it, of its own project alone', async () => {
    await agent.post('/liaison-notes', note({ words: '变压器已到货', told: true }))
    expect((await firm.get(`/projects/${project}/shown-notes`)).body).toMatchObject({
      notes: [{ words: '变压器已到货' }],
    })
    expect((await other.get(`/projects/${project}/shown-notes`)).status).toBe(404)
    expect((await firm.get('/liaison-notes')).status).toBe(403)
  })

  it('says which level is missing and whether the mandate stands', async () => {
    const standing = async () => (await agent.get(`/projects/${project}/liaison-standing`)).body
    expect(await standing()).toMatchObject({
      levels: [
        { role: 'leader', person: null },
        { role: 'department', person: null },
        { role: 'agent', person: '周某' },
      ],
      mandate: { state: 'none' },
    })
    const letter = {
      ...{ number: '委托〔2026〕1号', projectId: project, enterpriseId: enterprise, agentId: person },
      ...{ scope: '全部事项', signedOn: '2026-03-02', validUntil: '2026-03-06' },
    }
    expect((await agent.post('/agency-letters', { ...letter, validUntil: '2026-03-01' })).status).toBe(400)
    expect((await agent.post('/agency-letters', letter)).status).toBe(200)
    expect(await standing()).toMatchObject({ mandate: { state: 'valid', until: '2026-03-06' } })
    now = new Date('2026-03-09T02:00:00Z')
    expect(await standing()).toMatchObject({ mandate: { state: 'ended' } })
  })
})
