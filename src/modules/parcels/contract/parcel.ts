import { choice, choices, date, decimal, integer, longText, money, text, yesNo } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { parcelStateLabels, sideStateLabels } from './state.ts'

export const landKindLabels = {
  standard: { zh: '标准地', en: 'Standard land' },
  ordinary: { zh: '一般用地', en: 'Ordinary land' },
} as const
export type LandKind = keyof typeof landKindLabels

/** 国土空间调查、规划、用途管制用地用海分类 (2023), the uses that a zone supplies. */
export const landUseLabels = {
  industrial: { zh: '工业用地', en: 'Industrial' },
  storage: { zh: '仓储用地', en: 'Storage' },
  research: { zh: '科研用地', en: 'Research' },
  commercial: { zh: '商业服务业用地', en: 'Commercial' },
  public: { zh: '公用设施与公共服务用地', en: 'Public facilities and services' },
} as const
export type LandUse = keyof typeof landUseLabels

/** 净地 and 三通一平 to 九通一平: how far the land is served. */
export const serviceLevelLabels = {
  raw: { zh: '生地', en: 'Raw land' },
  cleared: { zh: '净地', en: 'Cleared' },
  three: { zh: '三通一平', en: 'Three services, levelled' },
  five: { zh: '五通一平', en: 'Five services, levelled' },
  seven: { zh: '七通一平', en: 'Seven services, levelled' },
  nine: { zh: '九通一平', en: 'Nine services, levelled' },
} as const
export type ServiceLevel = keyof typeof serviceLevelLabels

const industryList = /^[A-T]?\d{0,4}(?:[、,，;； ]+[A-T]?\d{0,4})*$/

/** 地块: land that the zone holds, supplies and watches. Its state moves by decisions, its shape is drawn by one. */
export const parcel = recordKind({
  name: 'parcels.parcel',
  path: 'parcels',
  table: 'parcels.parcels',
  labels: { one: { zh: '地块', en: 'Parcel' }, many: { zh: '地块', en: 'Parcels' } },
  fields: {
    code: text({ label: { zh: '地块编号', en: 'Code' }, example: 'LY-001', max: 40, required: true, sort: true }),
    name: text({ label: { zh: '名称', en: 'Name' }, example: '示例地块 LY-001', max: 100, required: true, sort: true }),
    location: text({ label: { zh: '坐落', en: 'Location' }, example: '经一路以东、纬三路以北' }),
    registeredAreaSqm: decimal({
      label: { zh: '登记面积', en: 'Registered area' },
      unit: { zh: 'm²', en: 'm²' },
      hint: { zh: '勘测定界或不动产登记的面积', en: 'By survey of boundaries or by the register' },
      example: 33_333,
      min: 1,
      required: true,
      sort: true,
      writable: 'once',
    }),
    landUse: choice({
      label: { zh: '用途', en: 'Land use' },
      options: landUseLabels,
      example: 'industrial',
      required: true,
      filter: true,
    }),
    landKind: choice({
      label: { zh: '供地类型', en: 'Kind of land' },
      options: landKindLabels,
      example: 'standard',
      required: true,
      filter: true,
      writable: 'once',
    }),
    industries: text({
      label: { zh: '准入行业', en: 'Industries allowed' },
      hint: { zh: 'GB/T 4754 代码或前缀，用顿号分开', en: 'GB/T 4754 codes or prefixes, separated by commas' },
      example: 'C13、C14',
      check: (value) => (industryList.test(value) ? null : { zh: '应形如 C13、C14。', en: 'Must look like C13, C14.' }),
    }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      options: parcelStateLabels,
      example: 'planned',
      required: true,
      filter: true,
      writable: 'never',
    }),
    sideStates: choices({
      label: { zh: '附带状态', en: 'Side states' },
      options: sideStateLabels,
      example: ['extension'],
      writable: 'never',
      filter: true,
    }),
    serviceLevel: choice({
      label: { zh: '配套程度', en: 'Services' },
      options: serviceLevelLabels,
      example: 'seven',
      required: true,
      filter: true,
    }),
    converted: yesNo({
      label: { zh: '农转用和征收已完成', en: 'Converted and expropriated' },
      example: true,
      filter: true,
      writable: 'once',
    }),
    voltageKv: decimal({
      label: { zh: '供电电压', en: 'Voltage' },
      unit: { zh: 'kV', en: 'kV' },
      example: 35,
      min: 0,
      sort: true,
    }),
    powerKva: decimal({
      label: { zh: '可供电容量', en: 'Power' },
      unit: { zh: 'kVA', en: 'kVA' },
      example: 12_000,
      min: 0,
    }),
    waterTpd: decimal({
      label: { zh: '可供水量', en: 'Water' },
      unit: { zh: '吨/日', en: 't/d' },
      example: 800,
      min: 0,
    }),
    gasM3h: decimal({
      label: { zh: '可供天然气', en: 'Gas' },
      unit: { zh: 'm³/时', en: 'm³/h' },
      example: 1_000,
      min: 0,
    }),
    steamTph: decimal({
      label: { zh: '可供蒸汽', en: 'Steam' },
      unit: { zh: '吨/时', en: 't/h' },
      example: 10,
      min: 0,
      sort: true,
    }),
    heatMw: decimal({ label: { zh: '可供热力', en: 'Heat' }, unit: { zh: 'MW', en: 'MW' }, example: 6, min: 0 }),
    drainageTpd: decimal({
      label: { zh: '污水接纳', en: 'Drainage' },
      unit: { zh: '吨/日', en: 't/d' },
      example: 600,
      min: 0,
    }),
    roadWidthM: decimal({
      label: { zh: '临路宽度', en: 'Road width' },
      unit: { zh: 'm', en: 'm' },
      example: 24,
      min: 0,
    }),
    rail: yesNo({ label: { zh: '铁路专用线', en: 'Rail siding' }, example: false }),
    floorPriceYuanSqm: money({
      label: { zh: '出让底价', en: 'Floor price' },
      unit: { zh: '元/m²', en: 'CNY/m²' },
      example: '225.00',
    }),
    landGrade: integer({
      label: { zh: '土地等别', en: 'Land grade' },
      hint: {
        zh: '全国工业用地出让最低价标准的等别，1–15',
        en: 'Of the national floor prices of industrial land, 1 to 15',
      },
      example: 13,
      min: 1,
      max: 15,
    }),
    retiredOn: date({
      label: { zh: '分割合并注销', en: 'Retired by split or merge' },
      example: '2026-03-02',
      writable: 'never',
      filter: true,
    }),
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '东侧留 10 米绿化带。' }),
  },
  list: ['name', 'code', 'registeredAreaSqm', 'landKind', 'landUse', 'state', 'serviceLevel', 'voltageKv', 'steamTph'],
  sort: 'code',
  stages: 'state',
  search: ['name', 'code', 'location'],
  access: { read: 'parcels.read', write: 'parcels.write' },
})

/** Where the zone's shapes are expected: what lies outside was read in the wrong datum or zone number. */
export const extent = recordKind({
  name: 'parcels.extent',
  path: 'land-extents',
  table: 'parcels.extents',
  labels: { one: { zh: '坐标范围', en: 'Extent' }, many: { zh: '坐标范围', en: 'Extents' } },
  fields: {
    title: text({ label: { zh: '名称', en: 'Title' }, example: '开发区四至范围', required: true }),
    west: decimal({
      label: { zh: '最西经度', en: 'West' },
      example: 110.4,
      scale: 6,
      min: 72,
      max: 136,
      required: true,
    }),
    south: decimal({
      label: { zh: '最南纬度', en: 'South' },
      example: 34.9,
      scale: 6,
      min: 3,
      max: 54.5,
      required: true,
    }),
    east: decimal({
      label: { zh: '最东经度', en: 'East' },
      example: 110.95,
      scale: 6,
      min: 72,
      max: 136,
      required: true,
    }),
    north: decimal({
      label: { zh: '最北纬度', en: 'North' },
      example: 35.3,
      scale: 6,
      min: 3,
      max: 54.5,
      required: true,
    }),
    validFrom: date({
      label: { zh: '施行日期', en: 'In force from' },
      example: '2026-01-01',
      required: true,
      sort: true,
    }),
    source: text({ label: { zh: '依据', en: 'Source' }, example: '开发区四至范围批复', required: true, max: 300 }),
  },
  list: ['title', 'west', 'south', 'east', 'north', 'validFrom'],
  sort: '-validFrom',
  search: [],
  access: { read: 'parcels.read', write: 'parcels.draw' },
  check: ({ west, south, east, north }) => [
    ...(Number(east) > Number(west)
      ? []
      : [{ field: 'east', text: { zh: '最东要大于最西。', en: 'East must lie beyond west.' } }]),
    ...(Number(north) > Number(south)
      ? []
      : [{ field: 'north', text: { zh: '最北要大于最南。', en: 'North must lie beyond south.' } }]),
  ],
})
