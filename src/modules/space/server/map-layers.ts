import type { MapGeometry } from '../../../kernel/geometry/geojson.ts'
import { featuresFor, type MapFeature, mapLayer } from '../../../kernel/map-layer.ts'
import type { LayerSource } from '../../../platform/module.ts'
import { useLabels } from '../contract/words.ts'
import { type BuildingRef, listBuildings } from './api.ts'

const sqm = { zh: '平方米', en: 'm²' }

/** Buildings by their footprint, or where that is not known by the point at which they stand. */
export const mapLayers: readonly LayerSource[] = [
  {
    layer: mapLayer({
      key: 'space.building',
      label: { zh: '楼宇', en: 'Buildings' },
      shape: 'areas',
      kind: 'space.building',
      needs: 'space.read',
      fields: {
        totalSqm: { label: { zh: '总建筑面积', en: 'Floor space' }, unit: sqm, open: true },
        address: { label: { zh: '地址', en: 'Address' } },
      },
      states: {
        plant: { label: useLabels.plant, tone: 'busy', pattern: 'none' },
        office: { label: useLabels.office, tone: 'good', pattern: 'dots' },
        lab: { label: useLabels.lab, tone: 'good', pattern: 'grid' },
        computing: { label: useLabels.computing, tone: 'strong', pattern: 'rising' },
        warehouse: { label: useLabels.warehouse, tone: 'plain', pattern: 'falling' },
        apartment: { label: useLabels.apartment, tone: 'doubt', pattern: 'waves' },
      },
    }),
    features: async (db, zoneId, query) => featuresFor((await listBuildings(db, zoneId)).flatMap(featureOf), query),
  },
]

function featureOf(building: BuildingRef): MapFeature[] {
  const geometry = groundOf(building)
  if (geometry === null) return []
  const { id, name, use, totalSqm, address, completedOn } = building
  return [{ id, name, state: use, validFrom: completedOn, validUntil: null, geometry, values: { totalSqm, address } }]
}

function groundOf({ outline, longitude, latitude }: BuildingRef): MapGeometry | null {
  // A stored outline has passed its field's check.
  if (outline !== null) return JSON.parse(outline) as MapGeometry
  return longitude === null || latitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] }
}
