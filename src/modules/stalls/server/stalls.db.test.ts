import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newDepartment, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'
import type { Finding } from '../contract.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor
let leader: Actor
let agent: Actor
let firm: Actor
let ownerId: string
let ids: Readonly<Record<string, string>>

const proof = (kind: string, happenedOn: string) => ({ kind, title: kind, happenedOn })
const signed = (on: string) => ({ signedOn: on, evidence: [proof('agreement', on)] })
const line = (name: string, more: object) => ({ name, kind: 'industrial', stage: 'signed', ...more })

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  leader = await actor(stage, 'leader')
  agent = await actor(stage, 'agent')
  firm = await actor(stage, 'enterprise', await newEnterprise(officer, '甲公司'))
  ownerId = (await newDepartment(await actor(stage, 'admin'), '投资促进局', ['王某'])).people[0] ?? ''
  const land = [proof('agreement', '2024-01-05'), proof('land-contract', '2024-06-03')]
  const projects = [
    line('久签未供', signed('2024-03-01')),
    line('刚签', signed('2026-02-01')),
    line('有地未动', { stage: 'land', signedOn: '2024-01-05', evidence: land }),
    line('有地定了动工日', { stage: 'land', signedOn: '2024-01-05', evidence: land }),
  ]
  const { status, body } = await officer.post('/projects/bring-in', { projects })
  expect({ status, body }).toMatchObject({ status: 200 })
  const made = (body as { projects: { id: string }[] }).projects
  ids = Object.fromEntries(projects.map(({ name }, i) => [name, made[i]?.id ?? '']))
  const planned = { projectId: ids.有地定了动工日, title: '开工', node: 'start', plannedOn: '2025-12-01' }
  expect((await agent.post('/project-milestones', planned)).status).toBe(200)
})

const read = async (): Promise<Finding[]> => {
  const { status, body } = await agent.get('/stall-findings')
  expect(status).toBe(200)
  return (body as { findings: Finding[] }).findings
}
const of = async (name: string) => (await read()).find(({ project }) => project.name === name)
const counted = async () => {
  const { body } = await leader.get('/figures/stalls.found')
  return (body as { rows: { name: string }[] }).rows.map(({ name }) => name).toSorted()
}
const judged = (found: Finding | undefined) => ({ notYet: found?.notYet, since: found?.since })
const decision = { cause: 'government', plan: 'adjust', measure: '申请用地指标', dueOn: '2026-06-30' }

describe('stalls found by rule', () => {
  it('stand with their reason and days, and are no stall', async () => {
    const found = await read()
    expect(found.map(({ project, notYet, months, state }) => [project.name, notYet, months, state])).toEqual([
      ['久签未供', 'supplied', 24, 'new'],
      ['有地未动', 'started', 20, 'new'],
    ])
    expect(found[1]?.why.zh).toBe('2024-06-03 取得土地，已 20 个月没有开工的凭证（界限 12 个月）。')
    expect(found[1]?.source).toContain('闲置土地处置办法')
    expect((await agent.get('/project-stalls')).body).toMatchObject({ rows: [] })
    expect(await counted()).toEqual(['久签未供', '有地未动'])
    expect((await firm.get('/stall-findings')).status).toBe(403)
  })

  it('are put aside with a reason, until the day named', async () => {
    const path = `/stall-findings/${ids.有地未动}/dismiss`
    const seen = judged(await of('有地未动'))
    expect((await agent.post(path, { ...seen, reason: '已动工，照片未传' })).status).toBe(403)
    expect((await officer.post(path, { ...seen, reason: ' ' })).status).toBe(400)
    expect((await officer.post(path, { ...seen, reason: '补照片', againOn: '2026-03-02' })).body).toMatchObject({
      code: 'stalls.again_before_today',
    })
    expect((await officer.post(path, { ...seen, since: '2020-01-01', reason: '旧' })).status).toBe(409)
    expect((await officer.post(path, { ...seen, reason: '补照片', againOn: '2026-04-01' })).status).toBe(200)
    expect(await of('有地未动')).toMatchObject({ state: 'dismissed', dismissed: { reason: '补照片' } })
    expect(await counted()).toEqual(['久签未供'])
    now = new Date('2026-04-01T02:00:00Z')
    expect(await of('有地未动')).toMatchObject({ state: 'new', dismissed: null })
    now = new Date('2026-03-02T02:00:00Z')
  })

  it('become a stall when a person confirms it, and stay one by hand', async () => {
    const path = `/stall-findings/${ids.久签未供}/confirm`
    const seen = judged(await of('久签未供'))
    expect((await agent.post(path, { ...seen, ...decision, ownerId })).status).toBe(403)
    const nobody = await officer.post(path, { ...seen, ...decision, ownerId: ids.刚签 })
    expect(nobody.body).toMatchObject({ code: 'stalls.no_owner' })
    const early = await officer.post(path, { ...seen, ...decision, ownerId, dueOn: '2026-03-01' })
    expect(early.status).toBeGreaterThanOrEqual(400)
    const key = { 'idempotency-key': '0190aaaa-0000-7000-8000-000000000001' }
    const first = await officer.post(path, { ...seen, ...decision, ownerId }, key)
    expect(first).toMatchObject({ status: 200 })
    expect((await officer.post(path, { ...seen, ...decision, ownerId }, key)).body).toEqual(first.body)
    expect((await officer.post(path, { ...seen, ...decision, ownerId })).body).toMatchObject({ code: 'stalls.in_hand' })
    const { stallId } = first.body as { stallId: string }
    const { body } = await officer.get(`/project-stalls/${stallId}`)
    expect(body).toMatchObject({ notYet: 'supplied', cause: 'government', foundOn: '2026-03-02' })
    expect((body as { basis: string }).basis).toContain('24 个月')
    expect(await of('久签未供')).toMatchObject({ state: 'inHand', stallId })
    expect(await counted()).toEqual([])
    const other = await actor({ ...stage, zone: 'jiexiu' }, 'officer')
    const elsewhere = await other.post(path, { ...seen, ...decision, ownerId })
    expect(elsewhere.status).toBe(404)
  })

  it("follow the zone's own rule, which only leaders write", async () => {
    const rule = { notYet: 'supplied', validFrom: '2026-03-01', source: '本区办法', confidence: 'E' }
    expect((await officer.post('/stall-rules', { ...rule, monthsAfterReached: 1 })).status).toBe(403)
    expect((await leader.post('/stall-rules', { ...rule, monthsAfterReached: 1 })).status).toBe(200)
    expect(await of('刚签')).toMatchObject({ state: 'new', source: '本区办法', months: 1 })
  })
})
