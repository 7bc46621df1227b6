import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import type { MapGeometry } from '../../../kernel/geometry/geojson.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { featuresFor, type MapFeature, mapLayer } from '../../../kernel/map-layer.ts'
import type { LayerSource } from '../../../platform/module.ts'
import { place, placeLabels } from '../contract/place.ts'
import { planLabels, spatialPlan } from '../contract/spatial-plan.ts'
import { planStandings } from '../domain/plan-standing.ts'
import { factsOf } from './ground.ts'
import { listPlaces, listPlans } from './store.ts'

/** A stored shape has passed the field's check. */
const geometryOf = (shape: string) => JSON.parse(shape) as MapGeometry

/** The last day of a plan belongs to it. */
const dayAfter = (day: string) => dayFromNumber(dayNumber(day) + 1)

const label = (kind: keyof typeof placeLabels) => placeLabels[kind]

export const mapLayers: readonly LayerSource[] = [
  {
    layer: mapLayer({
      key: 'spatial.place',
      label: { zh: '核·园·基地与场所', en: 'Places' },
      shape: 'areas',
      kind: place.name,
      needs: 'spatial.read',
      fields: {
        industry: { label: { zh: '主导产业', en: 'Main industry' }, open: true },
        areaSqm: { label: { zh: '面积', en: 'Area' }, unit: { zh: '平方米', en: 'm²' }, open: true },
      },
      states: {
        core: { label: label('core'), tone: 'strong', pattern: 'grid' },
        park: { label: label('park'), tone: 'plain', pattern: 'none' },
        base: { label: label('base'), tone: 'plain', pattern: 'rising' },
        specialisedPark: { label: label('specialisedPark'), tone: 'good', pattern: 'falling' },
        distinctiveBase: { label: label('distinctiveBase'), tone: 'good', pattern: 'dots' },
        other: { label: { zh: '科技馆等其他场所', en: 'Museums and other places' }, tone: 'plain', pattern: 'waves' },
      },
    }),
    features: async (db, zoneId, query) => {
      const rows = await listPlaces(db, zoneId)
      const features = rows.flatMap(
        ({ id, name, kind, opened_on, closed_on, shape, industry, area_sqm }): MapFeature[] =>
          shape === null
            ? []
            : [
                {
                  ...{
                    id,
                    name,
                    state: kind === 'scienceMuseum' ? 'other' : kind,
                    validFrom: opened_on,
                    validUntil: closed_on,
                    geometry: geometryOf(shape),
                  },
                  values: { industry, areaSqm: area_sqm === null ? null : Number(area_sqm) },
                },
              ],
      )
      return featuresFor(features, query)
    },
  },
  {
    layer: mapLayer({
      key: 'spatial.plan',
      label: { zh: '空间规划', en: 'Spatial plans' },
      shape: 'areas',
      kind: spatialPlan.name,
      needs: 'spatial.read',
      fields: {
        level: { label: { zh: '类型', en: 'Type' }, open: true },
        document: { label: { zh: '批复文号', en: 'Approval document' }, open: true },
        approvedOn: { label: { zh: '批准日期', en: 'Approved on' }, open: true },
        validUntil: { label: { zh: '规划期末', en: 'Valid until' }, open: true },
      },
      states: {
        inForce: { label: { zh: '有效', en: 'In force' }, tone: 'plain', pattern: 'none' },
        endUnknown: {
          label: { zh: '有效，期末未登记', en: 'In force, end not entered' },
          tone: 'doubt',
          pattern: 'dots',
        },
        future: { label: { zh: '未到批准日期', en: 'Not yet approved' }, tone: 'busy', pattern: 'rising' },
        expired: { label: { zh: '已过期', en: 'Expired' }, tone: 'bad', pattern: 'grid' },
        superseded: { label: { zh: '已被替代', en: 'Superseded' }, tone: 'bad', pattern: 'falling' },
      },
    }),
    features: async (db, zoneId, query, { now }) => {
      const rows = await listPlans(db, zoneId)
      const standings = planStandings(rows.map(factsOf), legalDayOf(now))
      const features = rows.flatMap(({ id, name, level, document, approved_on, valid_until, shape }): MapFeature[] =>
        shape === null
          ? []
          : [
              {
                ...{ id, name, state: standings.get(id) ?? 'future', geometry: geometryOf(shape) },
                ...{ validFrom: approved_on, validUntil: valid_until && dayAfter(valid_until) },
                values: { level: planLabels[level].zh, document, approvedOn: approved_on, validUntil: valid_until },
              },
            ],
      )
      return featuresFor(features, query)
    },
  },
]
