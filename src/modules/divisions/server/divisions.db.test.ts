import { beforeAll, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import type { Position, Shape } from '../../../kernel/geometry/shape.ts'
import type { Ground } from '../../parcels/contract/shape.ts'
import type { Division } from '../contract.ts'
import { partsBy, shareOut } from '../domain/parts.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor

beforeAll(async () => {
  officer = await actor(stage, 'officer')
})

const idOf = (body: unknown) => (body as { record: { id: string } }).record.id
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]
const drawn = { datum: 'cgcs2000', source: '勘测定界', validFrom: '2026-02-01' }

const square = (west: number, south: number, size = 0.003): Shape => {
  const [east, north] = [west + size, south + size]
  const ring: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

async function newParcel(code: string, shape: Shape | null, more = {}): Promise<string> {
  const fields = { code, name: `示例 ${code}`, registeredAreaSqm: 91_000, landUse: 'industrial', landKind: 'standard' }
  const { status, body } = await officer.post('/parcels', { ...fields, serviceLevel: 'seven', voltageKv: 35, ...more })
  expect(status).toBe(200)
  if (shape)
    expect((await officer.post(`/parcels/${idOf(body)}/draw`, { ...drawn, version: 1, shape })).status).toBe(200)
  return idOf(body)
}

const divisionOf = async (id: string) => (await officer.get(`/parcels/${id}/division`)).body as Division
const decided = { happenedOn: '2026-03-01', document: '临自然资登〔2026〕8号', reason: '两个项目分用' }

function childrenOf({ shape, registeredSqm, code }: Division, west: number) {
  const parts = shape ? partsBy(shape, [{ from: [west, 35], to: [west, 36] }]) : []
  return shareOut(registeredSqm, parts).map((registeredAreaSqm, i) => ({
    ...{ code: `${code}-${i + 1}`, name: `示例 ${code}-${i + 1}`, registeredAreaSqm, shape: parts[i] ?? null },
  }))
}

it('splits a parcel: it ends, its parts begin on its ground with its facts, exceptions and assessments, and name it', async () => {
  const id = await newParcel('S-1', square(110.7, 35.1))
  const exception = {
    parcelId: id,
    code: 'tax-per-mu',
    threshold: 6,
    document: '纪要〔2026〕4号',
    decidedBy: '主任办公会',
  }
  expect(
    (await officer.post('/indicator-exceptions', { ...exception, decidedOn: '2026-02-02', reason: '补链' })).status,
  ).toBe(200)
  const assessed = {
    title: '地灾',
    kind: 'geohazard',
    parcelCodes: 'S-1',
    approvedOn: '2025-01-01',
    document: '评〔2025〕1号',
  }
  const assessment = await officer.post('/regional-assessments', {
    ...{ ...assessed, authority: '自然资源局', effect: 'not-repeated', finding: 'absent' },
  })
  const published = `/regional-assessments/${idOf(assessment.body)}/publish`
  expect((await officer.post(published, { version: 1 })).status).toBe(200)
  const before = await divisionOf(id)
  expect(before).toMatchObject({ bars: [], origin: null, ending: null })
  const children = childrenOf(before, 110.701)
  const split = await officer.post(`/parcels/${id}/split`, { version: before.version, children, ...decided })
  expect(split).toMatchObject({ status: 200, body: { parcels: [{ code: 'S-1-1' }, { code: 'S-1-2' }] } })
  const [first] = (split.body as { parcels: { id: string }[] }).parcels
  const child = first?.id ?? ''
  expect(await divisionOf(id)).toMatchObject({
    ending: { verb: 'split', document: decided.document, parcels: [{ code: 'S-1-1' }, { code: 'S-1-2' }] },
  })
  // What ended keeps its name and area where it is read.
  expect((await officer.get(`/parcels/${id}/readiness`)).body).toMatchObject({
    ...{ name: '示例 S-1', registeredSqm: before.registeredSqm, retiredOn: decided.happenedOn },
  })
  expect((await officer.get(`/parcels/${child}/readiness`)).body).toMatchObject({ retiredOn: null })
  expect(await divisionOf(child)).toMatchObject({ origin: { parcels: [{ code: 'S-1' }] }, bars: [] })
  expect((await officer.get(`/parcels/${child}`)).body).toMatchObject({
    voltageKv: 35,
    landKind: 'standard',
    state: 'planned',
  })
  const ground = (await officer.get(`/parcels/${child}/ground`)).body as Ground
  expect(ground.shapes).toMatchObject([{ validFrom: '2026-03-01', validUntil: null, source: decided.document }])
  expect(ground.warnings).toEqual([])
  expect(((await officer.get(`/parcels/${id}/ground`)).body as Ground).shapes).toMatchObject([
    { validUntil: '2026-03-01' },
  ])
  const readiness = (await officer.get(`/parcels/${child}/readiness`)).body
  expect(JSON.stringify(readiness)).toContain('评〔2025〕1号')
  expect(JSON.stringify((await officer.get(`/indicator-exceptions?parcelId=${child}`)).body)).toContain(
    '纪要〔2026〕4号',
  )
  expect(JSON.stringify((await officer.get(`/parcels/${id}/history`)).body)).toContain('"action":"split"')
  // What ended is divided, drawn and given to nobody again.
  const again = { version: before.version + 1, children: children.map((one) => ({ ...one, code: `${one.code}-x` })) }
  expect(codeOf(await officer.post(`/parcels/${id}/split`, { ...again, ...decided }))).toEqual([
    422,
    'divisions.barred',
  ])
  const draw = await officer.post(`/parcels/${id}/draw`, {
    ...drawn,
    version: before.version + 1,
    shape: square(110.7, 35.1),
  })
  expect(codeOf(draw)).toEqual([422, 'parcels.retired'])
})

it('refuses parts that are not the ground, a taken code, a day to come, a stale version; and leaves nothing behind', async () => {
  const id = await newParcel('S-2', square(110.71, 35.1))
  const before = await divisionOf(id)
  const children = childrenOf(before, 110.711)
  const send = (more: object) =>
    officer.post(`/parcels/${id}/split`, { version: before.version, children, ...decided, ...more })
  const wrong = children.map((one) => ({ ...one, registeredAreaSqm: 50_000 }))
  expect(codeOf(await send({ children: wrong }))).toEqual([422, 'divisions.barred'])
  expect(
    codeOf(await send({ children: children.map((one, i) => ({ ...one, code: i === 0 ? 'S-1' : 'S-2-2' })) })),
  ).toEqual([409, 'parcels.code_taken'])
  expect(codeOf(await send({ happenedOn: '2026-03-03' }))).toEqual([422, 'divisions.in_the_future'])
  expect(codeOf(await send({ happenedOn: '2026-01-03' }))).toEqual([422, 'divisions.before_the_shape'])
  expect(codeOf(await send({ version: 1 }))).toEqual([409, 'parcels.stale'])
  expect(await divisionOf(id)).toEqual(before)
})

it('merges parcels that join: area and shape are their sum; what differs or lies apart is refused', async () => {
  const [a, b, c] = [
    await newParcel('M-1', square(110.8, 35.1)),
    await newParcel('M-2', square(110.803, 35.1), { voltageKv: 10 }),
    await newParcel('M-3', square(110.82, 35.1)),
  ]
  const seen = await divisionOf(a)
  expect(seen.neighbours.map(({ code }) => code)).toEqual(['M-2'])
  const child = { code: 'M-12', name: '合并地块' }
  const merge = (ids: readonly string[]) =>
    officer.post('/parcel-merges', { parents: ids.map((id) => ({ id, version: 2 })), child, ...decided })
  expect(codeOf(await merge([a, c]))).toEqual([422, 'divisions.barred'])
  expect(codeOf(await merge([a, a]))).toEqual([400, 'divisions.twice'])
  const merged = await merge([a, b])
  expect(merged.status).toBe(200)
  const id = (merged.body as { parcels: { id: string }[] }).parcels[0]?.id ?? ''
  expect((await officer.get(`/parcels/${id}`)).body).toMatchObject({ registeredAreaSqm: 182_000, voltageKv: null })
  expect(((await officer.get(`/parcels/${id}/ground`)).body as Ground).differencePercent).toBeCloseTo(0, 0)
  expect(await divisionOf(id)).toMatchObject({ origin: { verb: 'merge', parcels: [{ code: 'M-1' }, { code: 'M-2' }] } })
})

it('does not touch land that somebody relies on: a project, a plan', async () => {
  const id = await newParcel('B-1', null)
  const project = await newProject(officer, '示例项目', await newEnterprise(officer, '示例企业'))
  expect((await officer.post(`/projects/${project}/place-on-parcel`, { parcel: id, reason: '选址意见' })).status).toBe(
    200,
  )
  const line = { title: '一季度 B-1', year: 2026, quarter: 'q1', parcelId: id, areaSqm: 91_000, purpose: 'industrial' }
  expect((await officer.post('/supply-plan', line)).status).toBe(200)
  const { bars, version } = await divisionOf(id)
  expect(bars.map(({ zh }) => zh).join()).toMatch(/供应计划“一季度 B-1”.*项目“示例项目”/)
  const children = ['B-2', 'B-3'].map((code) => ({ code, name: code, registeredAreaSqm: 45_500, shape: null }))
  const refused = await officer.post(`/parcels/${id}/split`, { version, children, ...decided })
  expect(codeOf(refused)).toEqual([422, 'divisions.barred'])
})

it('is decided by who may, in the own zone', async () => {
  const id = await newParcel('R-1', null)
  const agent = await actor(stage, 'agent')
  const body = {
    parents: [
      { id, version: 1 },
      { id, version: 1 },
    ],
    child: { code: 'R', name: 'R' },
    ...decided,
  }
  expect((await agent.get(`/parcels/${id}/division`)).status).toBe(200)
  expect((await agent.post('/parcel-merges', body)).status).toBe(403)
  const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'officer')
  expect((await elsewhere.get(`/parcels/${id}/division`)).status).toBe(404)
})
