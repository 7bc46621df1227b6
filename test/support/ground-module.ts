import { featuresFor, type MapFeature, mapLayer } from '../../src/kernel/map-layer.ts'
import { defineModule, type LayerSource } from '../../src/platform/module.ts'

const text = (zh: string, en: string) => ({ zh, en })

/** Where the squares of the test layer begin: somewhere in no zone. */
export const corner = { longitude: 110, latitude: 35, side: 0.001 } as const

/** A square of the test layer, so many sides to the east. */
export function fieldAt(index: number, more: Partial<MapFeature> = {}): MapFeature {
  const { longitude, latitude, side } = corner
  const [west, east] = [longitude + index * 2 * side, longitude + (index * 2 + 1) * side]
  const ring = [
    [west, latitude],
    [east, latitude],
    [east, latitude + side],
    [west, latitude + side],
    [west, latitude],
  ] as const
  return {
    id: `0190f8a0-0000-7000-8000-${String(index).padStart(12, '0')}`,
    name: `试验地 ${index}`,
    state: index % 2 === 0 ? 'planned' : 'ready',
    ...{ validFrom: null, validUntil: null },
    geometry: { type: 'Polygon', coordinates: [ring] },
    values: { areaSqm: 1000 + index, owner: '不外传', secret: 'never declared' },
    ...more,
  }
}

/** A module for tests whose one layer lies in memory. */
export function groundModule(features: readonly MapFeature[]) {
  const source: LayerSource = {
    layer: mapLayer({
      key: 'ground.field',
      label: text('试验地', 'Trial fields'),
      shape: 'areas',
      kind: 'ground.field',
      page: '/fields/:id',
      needs: 'ground.read',
      fields: {
        areaSqm: { label: text('面积', 'Area'), unit: text('平方米', 'm²'), open: true },
        owner: { label: text('业主', 'Owner') },
      },
      states: {
        planned: { label: text('规划', 'Planned'), tone: 'plain', pattern: 'none' },
        ready: { label: text('可供', 'Ready'), tone: 'good', pattern: 'dots' },
      },
    }),
    features: async (_db, _zoneId, query) => featuresFor(features, query),
  }
  return defineModule({
    name: 'ground',
    grants: { 'ground.read': ['officer', 'leader', 'operator'] },
    handlers: [],
    mapLayers: [source],
  })
}
