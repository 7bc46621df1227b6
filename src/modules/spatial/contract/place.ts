import { choice, date, decimal, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { shapeField } from './shape.ts'

/** The layout of a zone (核·园·基地), then the places that it names beside it. */
export const placeLabels = {
  core: { zh: '核', en: 'Core' },
  park: { zh: '园', en: 'Park' },
  base: { zh: '基地', en: 'Base' },
  specialisedPark: { zh: '专业产业园', en: 'Specialised industrial park' },
  distinctiveBase: { zh: '特色基地', en: 'Distinctive base' },
  scienceMuseum: { zh: '科技馆', en: 'Science museum' },
  other: { zh: '其他场所', en: 'Other place' },
} as const
export type PlaceKind = keyof typeof placeLabels

/** 场所: a named part of the zone, or a building for everybody. Plants and flats are units of buildings, not places. */
export const place = recordKind({
  name: 'spatial.place',
  path: 'places',
  table: 'spatial.places',
  labels: { one: { zh: '场所', en: 'Place' }, many: { zh: '核·园·基地与场所', en: 'Cores, parks, bases and places' } },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, example: '示例食品园', max: 100, required: true, sort: true }),
    kind: choice({
      label: { zh: '类型', en: 'Kind' },
      options: placeLabels,
      example: 'specialisedPark',
      required: true,
      filter: true,
    }),
    withinId: ref({ label: { zh: '所属场所', en: 'Within' }, to: 'spatial.place', filter: true }),
    industry: text({ label: { zh: '主导产业', en: 'Main industry' }, example: '食品加工', max: 100, filter: true }),
    keeperId: ref({ label: { zh: '管理部门', en: 'Kept by' }, to: 'organisation.department', filter: true }),
    openedOn: date({ label: { zh: '启用日期', en: 'In use since' }, example: '2024-06-01', sort: true }),
    closedOn: date({ label: { zh: '停用日期', en: 'Closed on' }, example: '2036-06-01' }),
    areaSqm: decimal({
      label: { zh: '面积', en: 'Area' },
      unit: { zh: '平方米', en: 'm²' },
      example: 200000,
      min: 0,
    }),
    shape: shapeField,
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '含标准化厂房三栋。' }),
  },
  list: ['name', 'kind', 'withinId', 'industry', 'areaSqm', 'openedOn'],
  sort: 'name',
  search: ['name', 'industry'],
  access: { read: 'spatial.read', write: 'spatial.write' },
  check: ({ openedOn, closedOn }) =>
    openedOn && closedOn && String(closedOn) < String(openedOn)
      ? [{ field: 'closedOn', text: { zh: '停用日期早于启用日期。', en: 'It closed before it was in use.' } }]
      : [],
})
