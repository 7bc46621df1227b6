import fc from 'fast-check'
import { expect, it } from 'vitest'
import { boxesMeet, boxOf } from './geometry/box.ts'
import type { MapGeometry } from './geometry/geojson.ts'
import { checkMapLayer, featuresFor, type MapFeature, mapLayer } from './map-layer.ts'

const states = {
  planned: { label: { zh: '规划', en: 'Planned' }, tone: 'plain', pattern: 'none' },
  ready: { label: { zh: '可供', en: 'Ready' }, tone: 'good', pattern: 'dots' },
} as const
const layer = mapLayer({
  key: 'trial.thing',
  label: { zh: '东西', en: 'Thing' },
  shape: 'areas',
  kind: 'trial.thing',
  needs: 'trial.read',
  fields: {},
  states,
})
const square = (west: number, south: number, side = 1): MapGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
})
const feature = (id: string, more: Partial<MapFeature> = {}): MapFeature => ({
  ...{ id, name: id, state: 'planned', validFrom: null, validUntil: null, geometry: square(110, 35), values: {} },
  ...more,
})
const ask = { from: '2026-03-02', to: '2026-03-02', limit: 10 }
const ids = (features: readonly MapFeature[]) => features.map(({ id }) => id)

it('a declaration is checked', () => {
  expect(checkMapLayer(layer)).toEqual([])
  const wrong = { ...layer, key: 'Thing' as 'a.b', page: '/things', label: { zh: '', en: 'x' } }
  expect(checkMapLayer(wrong)).toHaveLength(3)
  expect(checkMapLayer({ ...layer, states: {} })).toEqual(['it has no state'])
  const alike = { one: states.planned, other: { ...states.ready, pattern: 'none' } } as const
  expect(checkMapLayer({ ...layer, states: alike })[0]).toContain('by colour alone')
})

it('the box of a geometry holds all its positions', () => {
  expect(boxOf(square(110, 35))).toEqual([110, 35, 111, 36])
  expect(boxOf({ type: 'Point', coordinates: [110.5, 35.5] })).toEqual([110.5, 35.5, 110.5, 35.5])
  expect(boxesMeet([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true)
  expect(boxesMeet([0, 0, 1, 1], [1.1, 0, 2, 1])).toBe(false)
})

it('a shape holds from its first day until the day before its end', () => {
  const all = [feature('a', { validFrom: '2026-03-02', validUntil: '2026-03-03' })]
  const on = (day: string) => ids(featuresFor(all, { ...ask, from: day, to: day }))
  expect([on('2026-03-01'), on('2026-03-02'), on('2026-03-03')]).toEqual([[], ['a'], []])
})

it('of several shapes of one record in the time asked for there is the last', () => {
  const old = feature('a', { validUntil: '2026-01-01', geometry: square(1, 1) })
  const all = [feature('a', { validFrom: '2026-01-01' }), old]
  const found = featuresFor(all, { ...ask, from: '2025-01-01', to: '2026-12-31' })
  expect(found.map(({ geometry }) => geometry)).toEqual([square(110, 35)])
})

it('pages of any size, one after the other, give every feature once, in order', () => {
  const some = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 7 }), (names, limit) => {
      const all = names.map((id) => feature(id))
      const got: string[] = []
      for (let after: string | undefined; ; after = got.at(-1)) {
        const page = featuresFor(all, { ...ask, limit, after })
        got.push(...ids(page))
        if (page.length < limit) break
      }
      expect(got).toEqual(ids(featuresFor(all, { ...ask, limit: 1000 })))
      expect(new Set(got)).toEqual(new Set(names))
    }),
  )
})

it('a box leaves out what does not touch it', () => {
  const all = [feature('a'), feature('b', { geometry: square(112, 35) })]
  expect(ids(featuresFor(all, { ...ask, bbox: [111.5, 34, 113, 37] }))).toEqual(['b'])
})
