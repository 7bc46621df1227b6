import { decimal, integer, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { ofBuilding, sqm } from './words.ts'

/** 楼层: one storey of a building with what it bears; a unit stands on a level of its building. */
export const Storey = recordKind({
  name: 'space.storey',
  path: 'storeys',
  table: 'space.storeys',
  labels: { one: { zh: '楼层', en: 'Storey' }, many: { zh: '楼层', en: 'Storeys' } },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, example: '1号厂房一层', max: 100, required: true, sort: true }),
    buildingId: ofBuilding,
    level: integer({
      label: { zh: '第几层', en: 'Level' },
      hint: { zh: '地下为负数', en: 'Below ground: negative' },
      example: 1,
      min: -9,
      max: 200,
      required: true,
      sort: true,
    }),
    areaSqm: decimal({
      label: { zh: '建筑面积', en: 'Floor space' },
      unit: sqm,
      example: 4000,
      min: 0.01,
      required: true,
    }),
    heightM: decimal({ label: { zh: '层高', en: 'Height' }, unit: { zh: '米', en: 'm' }, example: 8.1, min: 0 }),
    loadKnSqm: decimal({
      label: { zh: '楼面荷载', en: 'Floor load' },
      unit: { zh: '千牛/平方米', en: 'kN/m²' },
      example: 20,
      min: 0,
    }),
  },
  list: ['name', 'buildingId', 'level', 'areaSqm', 'heightM', 'loadKnSqm'],
  sort: 'name',
  search: ['name'],
  access: { read: 'space.read', write: 'space.write' },
})
