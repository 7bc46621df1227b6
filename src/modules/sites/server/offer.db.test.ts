import { beforeAll, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'
import { SiteCard } from '../contract/card.ts'
import { Found } from '../contract/find.ts'

const now = new Date('2026-03-10T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor
let operator: Actor
let promoter: Actor

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  operator = await actor(stage, 'operator')
  promoter = await actor(stage, 'promoter')
})

const made = (answer: { status: number; body: unknown }) => {
  expect(answer).toMatchObject({ status: 200 })
  return (answer.body as { record: { id: string } }).record.id
}

it('a unit is offered while its leases leave it free, and says so', async () => {
  const buildingId = made(
    await operator.post('/buildings', { name: '1号厂房', use: 'plant', standardPlant: true, totalSqm: 9000 }),
  )
  const unit = async (code: string) =>
    made(await operator.post('/units', { code, buildingId, use: 'plant', areaSqm: 1000, published: true }))
  const [free, taken, soon] = [await unit('1-101'), await unit('1-102'), await unit('1-103')]
  const enterprise = await newEnterprise(officer, '甲公司')
  const rule = { title: '租赁规则', warnFirst: 90, warnSecond: 60, warnLast: 30, idleMonths: 6, lateFeePerDay: 0.0005 }
  made(await officer.post('/lease-rules', { ...rule, renewalRise: 0.05, validFrom: '2025-01-01', source: '样例办法' }))
  const lease = {
    ...{ number: '租-1', enterprise, units: [taken], startsOn: '2026-01-01', endsOn: '2026-05-31', noticeDays: 30 },
    ...{ steps: [{ from: '2026-01-01', rate: '12' }], propertyRate: '1', deposit: '24000.00', dueDay: 10 },
  }
  expect((await operator.post('/leases', lease)).status).toBe(200)
  const later = { startsOn: '2026-05-01', endsOn: '2027-04-30', steps: [{ from: '2026-05-01', rate: '12' }] }
  expect((await operator.post('/leases', { ...lease, ...later, number: '租-2', units: [soon] })).status).toBe(200)
  const found = Found.parse((await promoter.post('/sites/find', { needs: { kind: 'space' } })).body)
  expect(found.candidates.map(({ id }) => id)).toEqual([free, soon])
  const card = async (id: string) => SiteCard.parse((await promoter.get(`/sites/unit/${id}`)).body)
  expect((await card(free)).handOver.zh).toBe('空置，可以交付')
  expect((await card(taken)).handOver.zh).toBe('现已出租')
  expect((await card(soon)).handOver).toEqual({
    zh: '现空置，2026-05-01 起已出租',
    en: 'Free now, let from 2026-05-01',
  })
  const needed = Found.parse(
    (await promoter.post('/sites/find', { needs: { kind: 'space', neededBy: '2026-06-30' } })).body,
  )
  expect(needed.candidates.map(({ id, reasons }) => [id, reasons.map(({ outcome }) => outcome)])).toEqual([
    [free, ['met']],
    [soon, ['missed']],
  ])
})

it('a parcel is held against its own indicators first, its exception before the table', async () => {
  const land = { landUse: 'industrial', landKind: 'standard', serviceLevel: 'seven', registeredAreaSqm: 80_000 }
  const parcelId = made(await officer.post('/parcels', { ...land, code: 'T-1', name: '示例地块' }))
  const indicator = { title: '亩均税收', code: 'tax-per-mu', direction: 'gte', threshold: 18, unit: '万元/亩·年' }
  const table = {
    phase: 'output',
    owner: '税务',
    validFrom: '2026-01-01',
    source: '区指标〔2026〕1号',
    confidence: 'M',
  }
  made(await officer.post('/land-indicators', { ...indicator, ...table }))
  const thresholds = async () => SiteCard.parse((await promoter.get(`/sites/parcel/${parcelId}`)).body).thresholds
  const shown = await thresholds()
  expect(shown).toContainEqual(expect.objectContaining({ code: 'tax-per-mu', value: 18, source: '区指标〔2026〕1号' }))
  // What the zone leaves open stays with the floor of the province.
  expect(shown).toContainEqual(expect.objectContaining({ code: 'invest-intensity', value: 200 }))
  const decided = { decidedOn: '2026-02-02', decidedBy: '主任办公会', document: '纪要〔2026〕4号', reason: '补链' }
  made(await officer.post('/indicator-exceptions', { parcelId, code: 'tax-per-mu', threshold: 6, ...decided }))
  expect(await thresholds()).toContainEqual(expect.objectContaining({ value: 6, source: '纪要〔2026〕4号' }))
})
