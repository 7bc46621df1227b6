import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import {
  type Actor,
  actor,
  newDepartment,
  newEnterprise,
  newProject,
  type Stage,
} from '../../../../test/support/zone-people.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let agent: Actor
let officer: Actor
let project: string
let department: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  agent = await actor(stage, 'agent')
  department = (await newDepartment(await actor(stage, 'admin'), '供电公司', [])).id
  project = await newProject(officer, '食品厂', await newEnterprise(officer, '甲公司'))
})

const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]

it('goes from need to promise to delivery; of two promises at once one finds no room', async () => {
  const wanted = { title: '一期用电', projectId: project, element: 'energy', quantity: 2000, unit: '千伏安' }
  const made = await agent.post('/element-needs', { ...wanted, neededOn: '2026-06-30' })
  const { id } = (made.body as { record: { id: string } }).record
  const promise = { quantity: 1200, department, document: '供电函〔2026〕5号', dueOn: '2026-05-31' }
  expect(codeOf(await agent.post(`/element-needs/${id}/promise`, promise))[0]).toBe(403)
  const both = await Promise.all([
    officer.post(`/element-needs/${id}/promise`, promise),
    officer.post(`/element-needs/${id}/promise`, promise),
  ])
  expect(both.map(codeOf).toSorted()).toEqual([
    [200, undefined],
    [422, 'guarantees.over_need'],
  ])
  const delivery = { quantity: 1000, department, document: '送电单', happenedOn: '2026-03-02' }
  const some = await officer.post(`/element-needs/${id}/deliver`, delivery)
  expect(some.body).toMatchObject({ promised: 1200, delivered: 1000, gap: 800, outstanding: 1000, state: 'unpromised' })
  expect(codeOf(await officer.post(`/element-needs/${id}/deliver`, delivery))).toEqual([422, 'guarantees.over_promise'])
  const tomorrow = { ...delivery, quantity: 1, happenedOn: '2026-03-03' }
  expect(codeOf(await officer.post(`/element-needs/${id}/deliver`, tomorrow))).toEqual([
    422,
    'guarantees.in_the_future',
  ])
  const list = (await agent.get(`/guarantees?project=${project}`)).body as { guarantees: { entries: unknown[] }[] }
  expect(list.guarantees).toHaveLength(1)
  expect(list.guarantees[0]?.entries).toHaveLength(2)
})

describe('a department that is not there', () => {
  it('promises nothing', async () => {
    const wanted = { title: '用水', projectId: project, element: 'water', quantity: 10, unit: '吨/日' }
    const made = await agent.post('/element-needs', { ...wanted, neededOn: '2026-06-30' })
    const { id } = (made.body as { record: { id: string } }).record
    const nobody = { quantity: 1, department: project, document: '函', dueOn: '2026-05-31' }
    expect(codeOf(await officer.post(`/element-needs/${id}/promise`, nobody))).toEqual([
      422,
      'guarantees.no_department',
    ])
  })
})

describe('a project that was archived', () => {
  it('takes its needs along: they are neither listed nor promised', async () => {
    const gone = await newProject(officer, '停建项目', await newEnterprise(officer, '乙公司'))
    const wanted = { title: '用气', projectId: gone, element: 'energy', quantity: 10, unit: '万立方米' }
    const made = await agent.post('/element-needs', { ...wanted, neededOn: '2026-06-30' })
    const { id } = (made.body as { record: { id: string } }).record
    expect((await officer.post(`/projects/${gone}/archive`, { version: 1 })).status).toBe(200)
    const promise = { quantity: 1, department, document: '函', dueOn: '2026-05-31' }
    expect((await officer.post(`/element-needs/${id}/promise`, promise)).status).toBe(404)
    expect((await officer.get(`/guarantees?project=${gone}`)).body).toEqual({ guarantees: [] })
  })
})
