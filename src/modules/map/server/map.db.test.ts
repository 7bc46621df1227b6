import { expect, it } from 'vitest'
import { signedInAs } from '../../../../test/support/accounts.ts'
import { corner, fieldAt, groundModule } from '../../../../test/support/ground-module.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { defineModule } from '../../../platform/module.ts'
import type { FeatureView, LayerView } from '../contract.ts'
import { layersOf } from './layers.ts'

const passed = { validFrom: '2020-01-01', validUntil: '2026-01-01' }
const ground = groundModule([0, 1, 2, 3].map((index) => fieldAt(index, index === 3 ? passed : {})))
const app = startTestApp({ extra: [ground], now: () => new Date('2026-03-02T01:00:00Z') })
const base = '/api/zones/linyi/map/layers'
const as = (role: 'officer' | 'promoter' | 'enterprise') => signedInAs(app().db, { zone: 'linyi', roles: [role] })

async function read(query = '', role: 'officer' | 'promoter' = 'officer') {
  const { status, body } = await app().get(`${base}/ground.field${query}`, (await as(role)).headers)
  return { status, ...(body as { on: string; features: FeatureView[]; next: string | null; code?: string }) }
}
const names = ({ features }: { features: FeatureView[] }) => features.map(({ name }) => name)

it('a layer is listed for whoever may see it, with its legend', async () => {
  const layers = async (role: 'officer' | 'promoter') =>
    ((await app().get(base, (await as(role)).headers)).body as { layers: LayerView[] }).layers
  const found = (await layers('officer')).find(({ key }) => key === 'ground.field')
  expect(found).toMatchObject({
    page: '/fields/:id',
    states: [{ name: 'planned' }, { name: 'ready', pattern: 'dots' }],
  })
  expect((await layers('promoter')).map(({ key }) => key)).not.toContain('ground.field')
})

it('its features are those of the day, with declared values alone', async () => {
  const today = await read()
  expect(today).toMatchObject({ status: 200, on: '2026-03-02', next: null })
  expect(names(today)).toEqual(['试验地 0', '试验地 1', '试验地 2'])
  expect(today.features[0]?.values).toEqual({ areaSqm: 1000, owner: '不外传' })
  expect(names(await read('?on=2025-12-31'))).toContain('试验地 3')
})

it('a box and a page narrow them', async () => {
  const { longitude, latitude, side } = corner
  const bbox = `${longitude + 2 * side},${latitude},${longitude + 3 * side},${latitude + side}`
  expect(names(await read(`?bbox=${bbox}`))).toEqual(['试验地 1'])
  const first = await read('?limit=2')
  expect(names(first)).toEqual(['试验地 0', '试验地 1'])
  expect(names(await read(`?limit=2&after=${first.next}`))).toEqual(['试验地 2'])
})

it.each(['1,2,3', '3,0,1,1', 'a,b,c,d', '0,0,1,', '0,0,1,91'])('the box %s is refused in words', async (bbox) => {
  expect(await read(`?bbox=${bbox}`)).toMatchObject({ status: 400 })
})

it('who may not see a layer is told no more than that nothing is there', async () => {
  const absent = await app().get(`${base}/ground.nothing`, (await as('officer')).headers)
  const hidden = await read('', 'promoter')
  expect([absent.status, hidden.status, hidden.code]).toEqual([404, 404, 'http.not_found'])
})

it('an enterprise has no map of the zone', async () => {
  expect((await app().get(base, (await as('enterprise')).headers)).status).toBe(403)
})

it('two layers of one key end the start', () => {
  expect(() => layersOf([ground, defineModule({ ...ground, name: 'other' })])).toThrow('ground.field')
})
