import { datedFields, findNoDay } from '../../../kernel/dated.ts'
import { decimal, integer, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 地图设置: where the zone's map opens, whose sheet it is, and how far a public layer is coarsened at least; the latest in force counts. */
export const setting = recordKind({
  name: 'map.setting',
  path: 'map-settings',
  table: 'map.settings',
  labels: { one: { zh: '地图设置', en: 'Map setting' }, many: { zh: '地图设置', en: 'Map settings' } },
  fields: {
    holder: text({
      label: { zh: '制图单位', en: 'Publisher of the sheet' },
      example: '开发区自然资源分局',
      max: 100,
      required: true,
      sort: true,
    }),
    longitude: decimal({
      label: { zh: '中心经度', en: 'Longitude of the centre' },
      unit: { zh: '度', en: '°' },
      hint: { zh: 'CGCS2000 坐标。', en: 'In CGCS2000.' },
      ...{ example: 110.77, min: 73, max: 136, scale: 6, required: true },
    }),
    latitude: decimal({
      label: { zh: '中心纬度', en: 'Latitude of the centre' },
      unit: { zh: '度', en: '°' },
      hint: { zh: 'CGCS2000 坐标。', en: 'In CGCS2000.' },
      ...{ example: 35.14, min: 3, max: 54, scale: 6, required: true },
    }),
    zoom: decimal({
      label: { zh: '缩放级别', en: 'Zoom' },
      hint: { zh: '5 全省，12 全区，16 一个地块。', en: '5 a province, 12 the zone, 16 a parcel.' },
      ...{ example: 13, min: 3, max: 19, scale: 2, required: true },
    }),
    publicToleranceM: integer({
      label: { zh: '公开图层最小概化', en: 'Least coarsening of public layers' },
      unit: { zh: '米', en: 'm' },
      ...{ example: 20, min: 1, max: 1_000, required: true },
    }),
    reviewNumber: text({
      label: { zh: '整图审图号', en: 'Review number of the whole sheet' },
      hint: { zh: '没有时图上印“内部使用 未公开”。', en: 'Without one the sheet says: internal use, not public.' },
      example: '晋S（2026）018号',
      max: 100,
    }),
    ...datedFields,
  },
  list: ['holder', 'longitude', 'latitude', 'zoom', 'publicToleranceM', 'reviewNumber', 'validFrom', 'validUntil'],
  sort: '-validFrom',
  search: ['holder'],
  access: { read: 'map.read', write: 'map.write' },
  check: findNoDay,
})
