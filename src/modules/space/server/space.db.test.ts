import { beforeAll, expect, it } from 'vitest'
import { zoneRef } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, type Stage } from '../../../../test/support/zone-people.ts'
import { inZone } from '../../../platform/database.ts'
import { listUnits, lockUnits } from './api.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let operator: Actor

beforeAll(async () => {
  operator = await actor(stage, 'operator')
})

const building = { name: '1号厂房', use: 'plant', standardPlant: true, totalSqm: 12000 }
const idOf = (answer: { status: number; body: unknown }): string => {
  expect(answer).toMatchObject({ status: 200 })
  return (answer.body as { record: { id: string } }).record.id
}

it('keeps buildings and units, and hands them to others with their building', async () => {
  const id = idOf(await operator.post('/buildings', { ...building, longitude: 110.812345, latitude: 35.146789 }))
  const unit = { code: '1号厂房-101', buildingId: id, use: 'plant', areaSqm: 1200.5, published: true }
  const unitId = idOf(await operator.post('/units', unit))
  const twice = await operator.post('/units', unit)
  expect(twice.status).toBe(409)
  const zone = await zoneRef(app().db, 'linyi')
  const [found] = await inZone(app().db, zone.id, (db) => listUnits(db, zone.id))
  expect(found).toMatchObject({
    ...{ id: unitId, areaSqm: 1200.5, craneT: null, building: { longitude: 110.812345, latitude: 35.146789 } },
  })
  const other = await zoneRef(app().db, 'jiexiu')
  await expect(inZone(app().db, other.id, (db) => lockUnits(db, other.id, [unitId]))).rejects.toMatchObject({
    kind: 'not_found',
  })
})

it('refuses half a position, an outline that is none, and whoever may not write', async () => {
  const half = await operator.post('/buildings', { ...building, name: '2号', longitude: 110.8 })
  expect([half.status, JSON.stringify(half.body)]).toEqual([400, expect.stringContaining('经度和纬度要一起填')])
  const outline = await operator.post('/buildings', { ...building, name: '2号', outline: '厂区北侧' })
  expect(outline.status).toBe(400)
  expect((await (await actor(stage, 'promoter')).post('/buildings', building)).status).toBe(403)
  expect((await (await actor(stage, 'enterprise')).get('/buildings')).status).toBe(403)
})

it('lays buildings on the map by their footprint, else by their point, from the day of completion', async () => {
  const corners = [
    [110.8, 35.1],
    [110.801, 35.1],
    [110.801, 35.101],
    [110.8, 35.1],
  ]
  const outline = JSON.stringify({ type: 'Polygon', coordinates: [corners] })
  const drawn = { ...building, name: '3号厂房', use: 'warehouse', outline, completedOn: '2025-06-30' }
  const id = idOf(await operator.post('/buildings', drawn))
  idOf(await operator.post('/buildings', { ...building, name: '4号厂房' }))
  const layer = async (on: string) =>
    ((await operator.get(`/map/layers/space.building?on=${on}`)).body as { features: { id: string }[] }).features
  const found = await layer('2026-03-02')
  expect(found.map(({ id: own }) => own)).toContain(id)
  expect(found.find(({ id: own }) => own === id)).toMatchObject({
    ...{ name: '3号厂房', state: 'warehouse', geometry: { type: 'Polygon' }, values: { totalSqm: 12000 } },
  })
  expect(found.find(({ id: own }) => own !== id)).toMatchObject({ name: '1号厂房', geometry: { type: 'Point' } })
  expect(found).toHaveLength(2)
  expect((await layer('2025-06-29')).map(({ id: own }) => own)).not.toContain(id)
  expect((await (await actor(stage, 'enterprise')).get('/map/layers/space.building')).status).toBe(403)
})
