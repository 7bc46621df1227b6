import { type LayerQuery, type MapFeature, mapLayer } from '../../../kernel/map-layer.ts'
import type { Database, LayerSource } from '../../../platform/module.ts'
import { landKindLabels } from '../contract/parcel.ts'
import { type ParcelState, parcelStateLabels } from '../contract/state.ts'
import type {} from './table.ts'

/** Fifteen states in six that the eye can tell apart. */
const shownAs: Readonly<Record<ParcelState, string>> = {
  ...{ planned: 'planned', assessed: 'planned', ready: 'ready', listed: 'offered', sold: 'offered' },
  ...{ contracted: 'offered', 'handed-over': 'building', 'under-construction': 'building', completed: 'used' },
  ...{ 'in-production': 'used', 'output-checked': 'used', performing: 'used', rectifying: 'trouble' },
  ...{ breached: 'trouble', recovered: 'trouble' },
}

export const mapLayers: readonly LayerSource[] = [
  {
    layer: mapLayer({
      ...{ key: 'parcels.parcel', label: { zh: '地块', en: 'Parcels' }, shape: 'areas', kind: 'parcels.parcel' },
      ...{ page: '/parcels/:id', needs: 'parcels.read' },
      fields: {
        code: { label: { zh: '编号', en: 'Code' }, open: true },
        state: { label: { zh: '状态', en: 'State' } },
        landKind: { label: { zh: '供地类型', en: 'Kind of land' }, open: true },
        registeredSqm: { label: { zh: '登记面积', en: 'Registered area' }, unit: { zh: 'm²', en: 'm²' }, open: true },
        drawnSqm: { label: { zh: '图形面积', en: 'Drawn area' }, unit: { zh: 'm²', en: 'm²' } },
      },
      states: {
        planned: { label: { zh: '规划、评估中', en: 'Planned or assessed' }, tone: 'plain', pattern: 'none' },
        ready: { label: { zh: '净地可供', en: 'Ready for supply' }, tone: 'strong', pattern: 'dots' },
        offered: { label: { zh: '挂牌至签约', en: 'Listed to contracted' }, tone: 'doubt', pattern: 'rising' },
        building: { label: { zh: '已交地、在建', en: 'Handed over, building' }, tone: 'busy', pattern: 'grid' },
        used: { label: { zh: '竣工、投产', en: 'Completed, producing' }, tone: 'good', pattern: 'waves' },
        trouble: {
          label: { zh: '整改、违约、收回', en: 'Rectifying, breached, recovered' },
          tone: 'bad',
          pattern: 'falling',
        },
      },
    }),
    features: (db, zoneId, query) => featuresOf(db, zoneId, query),
  },
]

/** One row a parcel: of the shapes that hold in these days the last. */
async function featuresOf(db: Database, zoneId: string, query: LayerQuery): Promise<MapFeature[]> {
  const { bbox, from, to, id, after, limit } = query
  let asked = db
    .selectFrom('parcels.shapes as shape')
    .innerJoin('parcels.parcels as parcel', (join) =>
      join.onRef('parcel.zone_id', '=', 'shape.zone_id').onRef('parcel.id', '=', 'shape.parcel_id'),
    )
    .distinctOn('shape.parcel_id')
    .select(['parcel.id', 'parcel.code', 'parcel.name', 'parcel.state', 'parcel.land_kind', 'shape.drawn_sqm'])
    .select(['parcel.registered_area_sqm', 'shape.geometry', 'shape.valid_from', 'shape.valid_until'])
    .where('shape.zone_id', '=', zoneId)
    .where('parcel.zone_id', '=', zoneId)
    .where('parcel.archived_at', 'is', null)
    .where('shape.archived_at', 'is', null)
    .where('shape.valid_from', '<=', to)
    .where((eb) => eb.or([eb('shape.valid_until', 'is', null), eb('shape.valid_until', '>', from)]))
    .orderBy('shape.parcel_id')
    .orderBy('shape.valid_from', 'desc')
    .orderBy('shape.id', 'desc')
    .limit(limit)
  if (id !== undefined) asked = asked.where('shape.parcel_id', '=', id)
  if (after !== undefined) asked = asked.where('shape.parcel_id', '>', after)
  if (bbox) {
    const [west, south, east, north] = bbox
    asked = asked.where('shape.west', '<=', east).where('shape.east', '>=', west)
    asked = asked.where('shape.south', '<=', north).where('shape.north', '>=', south)
  }
  return (await asked.execute()).map((row) => ({
    ...{ id: row.id, name: row.name, state: shownAs[row.state], geometry: row.geometry },
    ...{ validFrom: row.valid_from, validUntil: row.valid_until },
    values: {
      ...{ code: row.code, state: parcelStateLabels[row.state].zh, landKind: landKindLabels[row.land_kind].zh },
      ...{ registeredSqm: Number(row.registered_area_sqm), drawnSqm: Number(row.drawn_sqm) },
    },
  }))
}
