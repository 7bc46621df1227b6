import { beforeAll, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, type Stage } from '../../../../test/support/zone-people.ts'
import type { Ground } from '../contract/shape.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  const box = { title: '四至', west: 110.5, south: 35, east: 110.9, north: 35.3 }
  const extent = await officer.post('/land-extents', { ...box, validFrom: '2026-01-01', source: '批复' })
  expect(extent.status).toBe(200)
})

const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]

async function newParcel(code: string, registeredAreaSqm = 100_000): Promise<string> {
  const fields = { code, name: `示例 ${code}`, registeredAreaSqm, landUse: 'industrial', landKind: 'standard' }
  const { status, body } = await officer.post('/parcels', { ...fields, serviceLevel: 'seven' })
  expect(status).toBe(200)
  return (body as { record: { id: string } }).record.id
}

const square = (west: number, south: number, size = 0.003) => {
  const [east, north] = [west + size, south + size]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}
const drawn = { datum: 'cgcs2000', source: '勘测定界报告', validFrom: '2026-03-01' }

it('draws and replaces a shape, keeps what was, and compares the areas', async () => {
  const id = await newParcel('T-1')
  const first = await officer.post(`/parcels/${id}/draw`, { ...drawn, version: 1, shape: square(110.7, 35.1) })
  expect(first.status).toBe(200)
  const { drawnSqm } = (first.body as Ground).shapes[0] ?? { drawnSqm: 0 }
  // 0.003° × 0.003° at 35.1°: about 273.5 m × 332.8 m.
  expect(drawnSqm).toBeGreaterThan(90_900)
  expect(drawnSqm).toBeLessThan(91_100)
  expect((first.body as Ground).differencePercent).toBeLessThan(-8)
  expect((first.body as Ground).warnings).toHaveLength(1)
  const again = { ...drawn, validFrom: '2026-03-02', version: 2, shape: square(110.7, 35.1, 0.00315) }
  const both = await Promise.all([
    officer.post(`/parcels/${id}/draw`, again),
    officer.post(`/parcels/${id}/draw`, again),
  ])
  expect(both.map(codeOf).toSorted()).toEqual([
    [200, undefined],
    [409, 'parcels.stale'],
  ])
  const ground = (await officer.get(`/parcels/${id}/ground`)).body as Ground
  expect(ground.shapes.map(({ validFrom, validUntil }) => [validFrom, validUntil])).toEqual([
    ['2026-03-02', null],
    ['2026-03-01', '2026-03-02'],
  ])
  expect(ground.warnings).toEqual([])
  const early = { ...again, version: 3, validFrom: '2026-02-01' }
  expect(codeOf(await officer.post(`/parcels/${id}/draw`, early))).toEqual([422, 'parcels.before_the_last'])
})

it('refuses or asks about ground that another parcel holds, the wrong datum and the wrong place', async () => {
  const [one, other] = [await newParcel('T-2'), await newParcel('T-3')]
  const send = (id: string, version: number, shape: unknown, more = {}) =>
    officer.post(`/parcels/${id}/draw`, { ...drawn, version, shape, ...more })
  expect((await send(one, 1, square(110.72, 35.1))).status).toBe(200)
  const over = await send(other, 1, square(110.721, 35.1))
  expect(codeOf(over)).toEqual([422, 'parcels.overlap'])
  expect(JSON.stringify(over.body)).toContain('T-2')
  const strip = square(110.72299, 35.1)
  expect(codeOf(await send(other, 1, strip))).toEqual([422, 'parcels.overlap'])
  expect((await send(other, 1, strip, { accept: ['overlap'] })).status).toBe(200)
  expect(codeOf(await send(other, 2, square(110.75, 35.1), { datum: 'gcj-02' }))).toEqual([422, 'parcels.datum'])
  expect(codeOf(await send(other, 2, square(112.75, 35.1)))).toEqual([422, 'parcels.outside_zone'])
  expect(codeOf(await send(other, 2, square(110.75, 35.1), { validFrom: '2026-03-03' }))).toEqual([
    422,
    'parcels.in_the_future',
  ])
  const bow = {
    type: 'Polygon',
    coordinates: [
      [
        [110.7, 35.1],
        [110.71, 35.11],
        [110.71, 35.1],
        [110.7, 35.11],
        [110.7, 35.1],
      ],
    ],
  }
  expect(codeOf(await send(other, 2, bow))).toEqual([422, 'parcels.flaw'])
})

it('is drawn by who may', async () => {
  const id = await newParcel('T-4')
  const agent = await actor(stage, 'agent')
  const asked = await agent.post(`/parcels/${id}/draw`, { ...drawn, version: 1, shape: square(110.8, 35.1) })
  expect(asked.status).toBe(403)
  const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'officer')
  expect((await elsewhere.get(`/parcels/${id}/ground`)).status).toBe(404)
})
