import { beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { TimelineEntry } from '../../../platform/journal/contract.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const Timeline = z.object({ entries: z.array(TimelineEntry), next: z.string().nullable() })
const Figure = z.object({ figure: z.object({ value: z.number() }), rows: z.array(z.object({ name: z.string() })) })

let officer: Actor
let firm: Actor
let other: Actor
let enterprise: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  other = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
})

const timeline = async (by: Actor, id = enterprise) => by.get(`/timeline/enterprises.enterprise/${id}`)
const honour = (more: object = {}) => ({
  ...{ title: '省级专精特新中小企业', enterpriseId: enterprise, kind: 'srdi', level: 'provincial' },
  ...{ issuer: '省工信厅', issuedOn: '2025-06-30', validUntil: '2028-06-29', ...more },
})

it('tells on one time line what happened to the enterprise and to what belongs to it, to each reader what he may read', async () => {
  const project = await newProject(officer, '食品厂', enterprise)
  expect((await officer.post('/honours', honour())).status).toBe(200)
  const drafted = await officer.post(`/projects/${project}/commitments`, {})
  expect(drafted.status).toBe(200)
  const seen = Timeline.parse((await timeline(officer)).body).entries
  const told = new Set(seen.map(({ subjectKind, action }) => `${subjectKind} ${action}`))
  expect([...told].sort()).toEqual([
    'commitments.commitment draft',
    'enterprises.enterprise create',
    'enterprises.honour create',
    'projects.project create',
    'projects.project setBasis',
  ])
  expect(seen.find(({ subjectKind }) => subjectKind === 'enterprises.honour')?.subjectName).toBe('省级专精特新中小企业')
  expect(Timeline.parse((await timeline(firm)).body).entries.map(({ id }) => id)).toEqual(seen.map(({ id }) => id))
  const promoter = Timeline.parse((await timeline(await actor(stage, 'promoter'))).body).entries
  expect(promoter.some(({ subjectKind }) => subjectKind === 'commitments.commitment')).toBe(false)
  expect(promoter.some(({ subjectKind }) => subjectKind === 'projects.project')).toBe(true)
})

it('has no time line for who may not see the enterprise, nor of what is none', async () => {
  const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'officer')
  expect((await timeline(other)).status).toBe(404)
  expect((await timeline(await actor(stage, 'talent'))).status).toBe(404)
  expect((await elsewhere.get(`/timeline/enterprises.enterprise/${enterprise}`)).status).toBe(404)
  expect((await officer.get(`/timeline/enterprises.nothing/${enterprise}`)).status).toBe(404)
  expect((await timeline(officer, 'no-id')).status).toBe(404)
})

it('counts an honour while it is valid, once for an enterprise, but every entry of a ranking', async () => {
  expect((await officer.post('/honours', honour({ validUntil: '2025-01-01' }))).body).toMatchObject({
    details: { field: 'validUntil' },
  })
  const ended = honour({ kind: 'littleGiant', issuedOn: '2022-01-01', validUntil: '2025-01-01' })
  expect((await officer.post('/honours', ended)).status).toBe(200)
  for (const title of ['百强榜', '五百强榜']) {
    const ranking = honour({ title, kind: 'ranking', validUntil: null })
    expect((await officer.post('/honours', ranking)).status).toBe(200)
  }
  expect((await officer.post('/honours', honour())).status).toBe(200)
  const value = async (key: string) => Figure.parse((await officer.get(`/figures/${key}`)).body)
  expect((await value('enterprises.srdi')).rows).toHaveLength(1)
  expect((await value('enterprises.littleGiant')).figure.value).toBe(0)
  expect((await value('enterprises.rankings')).figure.value).toBe(2)
  expect((await firm.post('/honours', honour())).status).toBe(403)
})

it('adds the capacities of one code in one unit only', async () => {
  const made = { enterpriseId: enterprise, state: 'running', asOf: '2026-01-01', confidence: 'V', product: '冶金焦' }
  for (const [amount, unit] of [
    [1_800_000, 'tonnesPerYear'],
    [5_000, 'tonnesPerDay'],
  ] as const) {
    const more = { amount, unit, reportCode: 'coke.changsheng' }
    expect((await officer.post('/capacities', { ...made, ...more })).status).toBe(200)
  }
  expect(Figure.parse((await officer.get('/figures/capacity.coke.changsheng')).body).figure.value).toBe(1_800_000)
})
