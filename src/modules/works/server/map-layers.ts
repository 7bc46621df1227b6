import type { MapGeometry } from '../../../kernel/geometry/geojson.ts'
import { featuresFor, type MapFeature, mapLayer } from '../../../kernel/map-layer.ts'
import type { LayerSource } from '../../../platform/module.ts'
import { type WorkKind, workKinds, workStates } from '../contract/words.ts'
import { work } from '../contract/work.ts'
import { listWorkRows } from './store.ts'
import type { WorkRow } from './table.ts'

/** Works as they are built: not begun, under way, at rest, in operation. */
const shownAs = (state: WorkRow['state']) =>
  state === 'approved' ? 'planned' : state === 'completed' ? 'operating' : state

export const mapLayers: readonly LayerSource[] = [
  {
    layer: mapLayer({
      key: 'works.work',
      label: { zh: '基础设施工程', en: 'Infrastructure works' },
      shape: 'lines',
      kind: work.name,
      page: '/works/:id',
      needs: 'works.read',
      fields: {
        kind: { label: { zh: '类别', en: 'Kind' }, open: true },
        state: { label: { zh: '状态', en: 'State' }, open: true },
        plannedEnd: { label: { zh: '计划竣工', en: 'Planned completion' } },
      },
      states: {
        planned: { label: { zh: '未开工', en: 'Not begun' }, tone: 'plain', pattern: 'none' },
        building: { label: { zh: '在建', en: 'Under way' }, tone: 'busy', pattern: 'rising' },
        suspended: { label: { zh: '停工', en: 'Suspended' }, tone: 'bad', pattern: 'grid' },
        operating: { label: { zh: '竣工或运营', en: 'Completed or in operation' }, tone: 'good', pattern: 'dots' },
        cancelled: { label: { zh: '不再建', en: 'Cancelled' }, tone: 'doubt', pattern: 'falling' },
      },
    }),
    features: async (db, zoneId, query) => {
      const features = (await listWorkRows(db, zoneId)).flatMap(
        ({ id, name, kind, state, shape, ...row }): MapFeature[] =>
          shape === null
            ? []
            : [
                {
                  ...{ id, name, state: shownAs(state), validFrom: null, validUntil: null },
                  // The field's check has let only shapes through.
                  geometry: JSON.parse(shape) as MapGeometry,
                  values: {
                    ...{ kind: workKinds[kind as WorkKind].zh, state: workStates[state].zh },
                    plannedEnd: row.planned_end,
                  },
                },
              ],
      )
      return featuresFor(features, query)
    },
  },
]
