import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'
import { Layout } from '../contract.ts'

const now = new Date('2026-06-01T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let operator: Actor
let officer: Actor
let firm: Actor
let enterpriseId: string

beforeAll(async () => {
  operator = await actor(stage, 'operator')
  officer = await actor(stage, 'officer')
  enterpriseId = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterpriseId)
})

const idOf = ({ status, body }: { status: number; body: unknown }) => {
  expect({ status, body }).toMatchObject({ status: 200 })
  return (body as { record: { id: string } }).record.id
}
const issuesOf = ({ status, body }: { status: number; body: unknown }) => [status, JSON.stringify(body)]

describe('the layout', () => {
  it('tells the parts that are in use, who stands there today, and how the plans stand', async () => {
    const core = idOf(await operator.post('/places', { name: '综合核', kind: 'core', openedOn: '2020-01-01' }))
    const square = '{"type":"Polygon","coordinates":[[[110.8,35.1],[110.81,35.1],[110.81,35.11],[110.8,35.1]]]}'
    const food = idOf(
      await operator.post('/places', { name: '食品园', kind: 'specialisedPark', withinId: core, shape: square }),
    )
    idOf(await operator.post('/places', { name: '旧园', kind: 'park', closedOn: '2026-06-01' }))
    idOf(await operator.post('/place-occupants', { placeId: food, enterpriseId, since: '2026-01-01' }))
    idOf(
      await operator.post('/place-occupants', {
        placeId: food,
        enterpriseId,
        since: '2025-01-01',
        until: '2026-05-31',
      }),
    )
    const approved = { approvedBy: '县政府', document: '示政函1号' }
    const old = idOf(
      await officer.post('/spatial-plans', { name: '旧控规', level: 'control', approvedOn: '2011-06-20', ...approved }),
    )
    const next = {
      name: '新控规',
      level: 'control',
      approvedOn: '2026-05-01',
      validUntil: '2035-12-31',
      supersedesId: old,
    }
    idOf(await officer.post('/spatial-plans', { ...next, ...approved }))
    const { body } = await officer.get('/layout')
    const { places, plans } = Layout.parse(body)
    expect(places.map(({ name, occupants, drawn, areaSqm }) => [name, occupants, drawn, areaSqm])).toEqual(
      [
        ['综合核', 0, false, null],
        ['食品园', 1, true, null],
      ].toSorted(),
    )
    expect(plans.map(({ name, standing }) => [name, standing]).toSorted()).toEqual([
      ['新控规', 'inForce'],
      ['旧控规', 'superseded'],
    ])
  })

  it('takes no shape that is none, in one sentence, and nothing from whom it is not granted', async () => {
    const place = { name: '错园', kind: 'park' }
    const swapped = '{"type":"Point","coordinates":[35.1,110.8]}'
    for (const [shape, says] of [
      ['not json', 'GeoJSON'],
      ['{"type":"Feature"}', 'geometry'],
      [swapped, '请把经度写在前、纬度写在后'],
    ] as const) {
      const [status, said] = issuesOf(await operator.post('/places', { ...place, shape }))
      expect(status).toBe(400)
      expect(said).toContain(says)
    }
    expect((await firm.get('/layout')).status).toBe(403)
    expect((await (await actor(stage, 'agent')).post('/places', place)).status).toBe(403)
  })
})
