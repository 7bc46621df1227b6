import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import type { ProjectLand } from '../contract/placement.ts'
import type { Readiness } from '../contract/readiness.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor
let project: string
const log = pino({ level: 'silent' })
const work = async () => drain({ db: app().db, modules: await loadModules(), log, now: () => now })

const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]
const idOf = ({ status, body }: { status: number; body: unknown }): string => {
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { record: { id: string } }).record.id
}

async function newParcel(code: string, landKind: 'standard' | 'ordinary'): Promise<string> {
  const fields = { code, name: `示例地块 ${code}`, registeredAreaSqm: 33_333, landUse: 'industrial', landKind }
  return idOf(await officer.post('/parcels', { ...fields, serviceLevel: 'seven', converted: true }))
}

async function newAssessment(kind: string, more: object = {}): Promise<string> {
  const fields = {
    kind,
    title: `${kind} 区域评估`,
    approvedOn: '2025-01-02',
    validUntil: '2026-06-30',
    document: `${kind} 1号`,
  }
  const rest = { authority: '主管部门', effect: 'not-repeated', finding: 'absent', ...more }
  const id = idOf(await officer.post('/regional-assessments', { ...fields, ...rest }))
  expect((await officer.post(`/regional-assessments/${id}/publish`, { version: 1 })).status).toBe(200)
  return id
}

interface Change {
  readonly cause: string
  readonly because?: { readonly zh: string }
  readonly milestones: readonly { readonly name: string; readonly days: number | null }[]
  readonly in: readonly unknown[]
  readonly out: readonly unknown[]
}
const changes = async () =>
  ((await officer.get(`/projects/${project}/plan-changes?limit=50`)).body as { changes: Change[] }).changes

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  project = await newProject(officer, '食品厂', await newEnterprise(officer, '甲公司'))
  await work()
})

describe('a food factory on land', () => {
  it('gets the shorter plan on a standard parcel and the longer one on an ordinary one, with the reason', async () => {
    for (const kind of ['mineral', 'seismic', 'eia', 'geohazard']) await newAssessment(kind)
    const [standard, ordinary] = [await newParcel('S-1', 'standard'), await newParcel('O-1', 'ordinary')]
    const put = (parcel: string) => officer.post(`/projects/${project}/place-on-parcel`, { parcel, reason: '选址' })
    const first = await put(standard)
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    expect((first.body as ProjectLand).says).toMatchObject({
      facts: { landKind: 'standard-land', inGeoHazardZone: false },
    })
    await work()
    const [shorter] = await changes()
    expect(shorter).toMatchObject({ cause: 'basis', because: { zh: '在标准地“示例地块 S-1”上，区域评估有效' } })
    expect(shorter?.milestones.every(({ days }) => (days ?? 0) < 0)).toBe(true)
    expect(shorter?.milestones.length).toBeGreaterThan(0)
    expect(codeOf(await put(standard))).toEqual([422, 'parcels.placed_already'])

    expect((await put(ordinary)).status).toBe(200)
    await work()
    const [longer] = await changes()
    expect(longer?.because?.zh).toBe('在一般用地“示例地块 O-1”上')
    expect(longer?.milestones.some(({ days }) => (days ?? 0) > 0)).toBe(true)

    expect((await put(standard)).status).toBe(200)
    await work()
    const land = (await officer.get(`/projects/${project}/land`)).body as ProjectLand
    expect(land.before.map(({ name }) => name)).toEqual(['示例地块 S-1', '示例地块 O-1', '示例地块 S-1'])
  })

  it('says so when somebody sets other facts: the land governs', async () => {
    const dossier = (await officer.get(`/projects/${project}/dossier`)).body as {
      basis: { version: number; facts: object; startOn: string }
    }
    const { version, facts, startOn } = dossier.basis
    const set = { version, facts: { ...facts, landKind: 'ordinary-transfer' }, startOn }
    expect((await officer.post(`/projects/${project}/basis`, set)).status).toBe(200)
    await work()
    const after = (await officer.get(`/projects/${project}/dossier`)).body as { basis: { facts: { landKind: string } } }
    expect(after.basis.facts.landKind).toBe('standard-land')
  })

  it('is planned again when an assessment ends, and its parcel falls back', async () => {
    const other = await newParcel('S-2', 'standard')
    const confirmed = await officer.post('/parcels/confirm-readiness', { ids: [other] })
    expect(confirmed.body).toMatchObject({ moved: [{ code: 'S-2', state: 'ready' }], held: [] })
    now = new Date('2026-07-01T02:00:00Z')
    await work()
    const [lapsed] = await changes()
    const because = (await changes()).find((change) => change.because?.zh.includes('到期'))
    expect(because?.because?.zh).toContain(
      '在“示例地块 S-1”上，暂不能按标准地办：“压覆重要矿产”区域评估已于 2026-06-30 到期',
    )
    expect(lapsed).toBeDefined()
    const readiness = (await officer.get(`/parcels/${other}/readiness`)).body as Readiness
    expect(readiness.state).toBe('planned')
    expect(readiness.assessmentGaps).toHaveLength(4)
    expect((await officer.post('/parcels/confirm-readiness', { ids: [other] })).body).toMatchObject({
      moved: [],
      held: [{ code: 'S-2' }],
    })
  })

  it('is bound by the table of its class, and by a decision of one case', async () => {
    const parcel = await newParcel('S-4', 'standard')
    const row = { code: 'tax-per-mu', direction: 'gte', unit: '万元/亩', phase: 'output', owner: '税务局' }
    const dated = { validFrom: '2026-01-01', source: '指标表', confidence: 'E' }
    idOf(await officer.post('/land-indicators', { ...row, ...dated, title: '税', industry: 'C14', threshold: 12 }))
    const ask = async () => (await officer.get(`/parcels/${parcel}/indicators`)).body
    expect(await ask()).toMatchObject({ industry: null, indicators: [{ code: 'tax-per-mu', state: 'unknown' }] })
    const words = { document: '纪要', decidedOn: '2026-03-02', decidedBy: '主任办公会', reason: '补链' }
    idOf(await officer.post('/indicator-exceptions', { ...words, parcelId: parcel, code: 'tax-per-mu', threshold: 6 }))
    expect(await ask()).toMatchObject({ indicators: [{ state: 'exception', threshold: 6, source: '纪要' }] })
  })

  it('is moved by who may, and revised by a document', async () => {
    const parcel = await newParcel('S-3', 'standard')
    const promoter = await actor(stage, 'promoter')
    const asked = await promoter.post(`/projects/${project}/place-on-parcel`, { parcel, reason: '选址' })
    expect(asked.status).toBe(403)
    const revised = await officer.post(`/parcels/${parcel}/revise`, {
      version: 1,
      landKind: 'ordinary',
      document: '会议纪要 3 号',
    })
    expect(revised.status).toBe(200)
    expect(
      codeOf(await officer.post(`/parcels/${parcel}/revise`, { version: 1, converted: false, document: '函' })),
    ).toEqual([409, 'parcels.stale'])
    const elsewhere = await newAssessment('flood', { parcelCodes: 'S-3' })
    expect(codeOf(await officer.post(`/regional-assessments/${elsewhere}/publish`, { version: 2 }))).toEqual([
      422,
      'parcels.wrong_state',
    ])
    const withdrawn = await officer.post(`/regional-assessments/${elsewhere}/withdraw`, { version: 2, reason: '重做' })
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn' })
  })
})
