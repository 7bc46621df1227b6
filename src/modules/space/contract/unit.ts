import { choice, decimal, integer, longText, text, yesNo } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { ofBuilding, sqm, useLabels } from './words.ts'

/** 单元: what is let as a whole. Whether it is free on a day is never entered: it follows from leases and stays alone. */
export const Unit = recordKind({
  name: 'space.unit',
  path: 'units',
  table: 'space.units',
  labels: { one: { zh: '单元', en: 'Unit' }, many: { zh: '单元', en: 'Units' } },
  fields: {
    code: text({ label: { zh: '单元编号', en: 'Unit' }, example: '1号厂房-101', max: 60, required: true, sort: true }),
    buildingId: ofBuilding,
    level: integer({ label: { zh: '第几层', en: 'Level' }, example: 1, min: -9, max: 200, filter: true }),
    use: choice({
      label: { zh: '用途', en: 'Use' },
      options: useLabels,
      example: 'plant',
      required: true,
      filter: true,
    }),
    areaSqm: decimal({
      label: { zh: '出租面积', en: 'Area' },
      unit: sqm,
      example: 1200,
      min: 0.01,
      required: true,
      sort: true,
    }),
    heightM: decimal({ label: { zh: '层高', en: 'Height' }, unit: { zh: '米', en: 'm' }, example: 8.1, min: 0 }),
    loadKnSqm: decimal({
      label: { zh: '楼面荷载', en: 'Floor load' },
      unit: { zh: '千牛/平方米', en: 'kN/m²' },
      example: 20,
      min: 0,
    }),
    craneT: decimal({ label: { zh: '行车', en: 'Crane' }, unit: { zh: '吨', en: 't' }, example: 10, min: 0 }),
    powerKva: decimal({
      label: { zh: '可用电力', en: 'Power' },
      unit: { zh: '千伏安', en: 'kVA' },
      example: 630,
      min: 0,
    }),
    askingRent: decimal({
      label: { zh: '参考租金', en: 'Asking rent' },
      unit: { zh: '元/平方米·月', en: 'CNY per m² and month' },
      example: 12,
      min: 0,
    }),
    published: yesNo({
      label: { zh: '对外招商', en: 'Offered to investors' },
      hint: { zh: '空闲时列入选址匹配', en: 'Found by site matching while it is free' },
      example: true,
      required: true,
      filter: true,
    }),
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '带独立办公。' }),
  },
  list: ['code', 'buildingId', 'level', 'use', 'areaSqm', 'heightM', 'powerKva', 'published'],
  sort: 'code',
  search: ['code', 'note'],
  access: { read: 'space.read', write: 'space.write' },
})
