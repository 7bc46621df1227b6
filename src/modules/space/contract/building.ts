import { choice, date, decimal, integer, longText, text, yesNo } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { bounds, faultOfOutline } from './outline.ts'
import { sqm, useLabels } from './words.ts'

/** 楼宇: a house of plants, offices or flats; where it stands when that is known, in degrees of CGCS2000 (EPSG:4490). */
export const Building = recordKind({
  name: 'space.building',
  path: 'buildings',
  table: 'space.buildings',
  labels: { one: { zh: '楼宇', en: 'Building' }, many: { zh: '楼宇', en: 'Buildings' } },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, example: '1号标准化厂房', max: 100, required: true, sort: true }),
    place: text({ label: { zh: '所在片区', en: 'Place' }, example: '光电产业园', max: 100, filter: true }),
    address: text({ label: { zh: '地址', en: 'Address' }, example: '创业路 8 号' }),
    use: choice({
      label: { zh: '用途', en: 'Use' },
      options: useLabels,
      example: 'plant',
      required: true,
      filter: true,
    }),
    standardPlant: yesNo({
      label: { zh: '标准化厂房', en: 'Standard plant' },
      hint: { zh: '按通用标准建、可以分单元出租的厂房', en: 'Built to a common standard, to be let in units' },
      example: true,
      required: true,
      filter: true,
    }),
    totalSqm: decimal({
      label: { zh: '总建筑面积', en: 'Floor space' },
      unit: sqm,
      example: 12000,
      min: 0.01,
      required: true,
      sort: true,
    }),
    storeys: integer({ label: { zh: '层数', en: 'Storeys' }, example: 3, min: 1, max: 200 }),
    completedOn: date({ label: { zh: '竣工日期', en: 'Completed on' }, example: '2024-10-18', sort: true }),
    owner: text({ label: { zh: '产权人', en: 'Owner' }, example: '开发区建设运营公司' }),
    longitude: degrees({ zh: '经度', en: 'Longitude' }, 110.812345, bounds.longitude),
    latitude: degrees({ zh: '纬度', en: 'Latitude' }, 35.146789, bounds.latitude),
    outline: longText({
      label: { zh: '轮廓', en: 'Outline' },
      hint: { zh: 'GeoJSON Polygon，CGCS2000 经纬度', en: 'GeoJSON Polygon, degrees of CGCS2000' },
      example: '{"type":"Polygon","coordinates":[[[110.8,35.1],[110.801,35.1],[110.801,35.101],[110.8,35.1]]]}',
      check: faultOfOutline,
    }),
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '二期。' }),
  },
  list: ['name', 'place', 'use', 'standardPlant', 'totalSqm', 'storeys', 'completedOn'],
  sort: 'name',
  search: ['name', 'place', 'address'],
  access: { read: 'space.read', write: 'space.write' },
  check: ({ longitude, latitude }) =>
    isThere(longitude) === isThere(latitude)
      ? []
      : [
          {
            field: isThere(longitude) ? 'latitude' : 'longitude',
            text: { zh: '经度和纬度要一起填。', en: 'Longitude and latitude go together.' },
          },
        ],
})

const isThere = (value: unknown): boolean => value !== null && value !== undefined

function degrees(label: { zh: string; en: string }, example: number, [min, max]: readonly [number, number]) {
  const unit = { zh: '度', en: '°' }
  return decimal({
    label,
    unit,
    example,
    scale: 6,
    min,
    max,
    hint: { zh: 'CGCS2000（EPSG:4490）', en: 'CGCS2000 (EPSG:4490)' },
  })
}
