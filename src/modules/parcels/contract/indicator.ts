import { z } from 'zod'
import { confidenceField, datedFields, findNoDay } from '../../../kernel/dated.ts'
import { endpoint } from '../../../kernel/endpoint.ts'
import { choice, date, decimal, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 控制指标 (domain/standard-land, 3): what standard land is supplied with, by zone and industry class. */
export const indicatorLabels = {
  'invest-intensity': { zh: '固定资产投资强度', en: 'Investment intensity' },
  'tax-per-mu': { zh: '亩均税收', en: 'Tax per mu' },
  'plot-ratio': { zh: '容积率', en: 'Plot ratio' },
  'building-factor': { zh: '建筑系数', en: 'Building factor' },
  'office-share': { zh: '行政办公及生活服务设施用地比重', en: 'Share of office and living land' },
  'green-ratio': { zh: '绿地率', en: 'Green ratio' },
  'output-per-mu': { zh: '亩均产值', en: 'Output per mu' },
  'energy-value': { zh: '单位能耗增加值', en: 'Value added per unit of energy' },
  'emission-value': { zh: '单位排放增加值', en: 'Value added per unit of emission' },
  'rd-ratio': { zh: '研发投入强度', en: 'R&D ratio' },
  'env-standard': { zh: '环境标准', en: 'Environmental standard' },
  labour: { zh: '亩均就业', en: 'Staff per mu' },
} as const
export type IndicatorCode = keyof typeof indicatorLabels
export const indicatorCodes = Object.keys(indicatorLabels) as [IndicatorCode, ...IndicatorCode[]]

export const directionLabels = {
  gte: { zh: '不低于', en: 'At least' },
  lte: { zh: '不高于', en: 'At most' },
  eq: { zh: '符合', en: 'Meets' },
} as const
export const phaseLabels = {
  completion: { zh: '竣工核验', en: 'Completion check' },
  output: { zh: '达产复核', en: 'Output check' },
  acceptance: { zh: '环保验收', en: 'Acceptance' },
} as const
const directions = ['gte', 'lte', 'eq'] as const
const phases = ['completion', 'output', 'acceptance'] as const

const industryClass = /^(?:[A-T]|[A-T]?\d{2,4})$/

export const indicator = recordKind({
  name: 'parcels.indicator',
  path: 'land-indicators',
  table: 'parcels.indicators',
  labels: { one: { zh: '控制指标', en: 'Land indicator' }, many: { zh: '控制指标', en: 'Land indicators' } },
  fields: {
    title: text({
      label: { zh: '名称', en: 'Title' },
      example: '农副食品加工投资强度',
      max: 100,
      required: true,
      sort: true,
    }),
    code: choice({
      label: { zh: '指标', en: 'Indicator' },
      options: indicatorLabels,
      example: 'invest-intensity',
      required: true,
      filter: true,
    }),
    industry: text({
      label: { zh: '适用行业', en: 'Industry class' },
      hint: {
        zh: 'GB/T 4754 门类或代码前缀；空着为全部行业',
        en: 'Section or prefix of GB/T 4754; empty: every industry',
      },
      example: 'C13',
      max: 5,
      filter: true,
      check: (value) =>
        industryClass.test(value) ? null : { zh: '应形如 C 或 C13。', en: 'Must look like C or C13.' },
    }),
    direction: choice({
      label: { zh: '方向', en: 'Direction' },
      options: directionLabels,
      example: 'gte',
      required: true,
    }),
    threshold: decimal({ label: { zh: '指标值', en: 'Threshold' }, example: 200, scale: 4, min: 0, required: true }),
    unit: text({ label: { zh: '单位', en: 'Unit' }, example: '万元/亩', max: 30, required: true }),
    phase: choice({
      label: { zh: '首次核验', en: 'First checked' },
      options: phaseLabels,
      example: 'completion',
      required: true,
    }),
    owner: text({ label: { zh: '数据来源部门', en: 'Data owner' }, example: '统计局', max: 60, required: true }),
    ...datedFields,
    confidence: confidenceField,
  },
  list: ['title', 'code', 'industry', 'direction', 'threshold', 'unit', 'phase', 'validFrom', 'source'],
  sort: 'title',
  search: ['title'],
  access: { read: 'parcels.read', write: 'parcels.assess' },
  check: (values) => findNoDay(values),
})

/** 一事一议: another value for one parcel, with the reason and who decided. */
export const exception = recordKind({
  name: 'parcels.exception',
  path: 'indicator-exceptions',
  table: 'parcels.exceptions',
  labels: {
    one: { zh: '指标例外（一事一议）', en: 'Exception' },
    many: { zh: '指标例外（一事一议）', en: 'Exceptions' },
  },
  fields: {
    document: text({
      label: { zh: '决定文号', en: 'Document' },
      example: '主任办公会纪要〔2026〕4号',
      required: true,
      writable: 'once',
    }),
    parcelId: ref({
      label: { zh: '地块', en: 'Parcel' },
      to: 'parcels.parcel',
      required: true,
      filter: true,
      writable: 'once',
    }),
    code: choice({
      label: { zh: '指标', en: 'Indicator' },
      options: indicatorLabels,
      example: 'tax-per-mu',
      required: true,
      filter: true,
      writable: 'once',
    }),
    threshold: decimal({
      label: { zh: '改为', en: 'Instead' },
      example: 6,
      scale: 4,
      min: 0,
      required: true,
      writable: 'once',
    }),
    decidedOn: date({
      label: { zh: '决定日期', en: 'Decided on' },
      example: '2026-03-02',
      required: true,
      sort: true,
      writable: 'once',
    }),
    decidedBy: text({
      label: { zh: '决定人', en: 'Decided by' },
      example: '主任办公会',
      max: 60,
      required: true,
      writable: 'once',
    }),
    reason: longText({
      label: { zh: '理由', en: 'Reason' },
      example: '补链项目，前两年爬坡。',
      max: 500,
      required: true,
      writable: 'once',
    }),
  },
  list: ['document', 'parcelId', 'code', 'threshold', 'decidedOn', 'decidedBy'],
  sort: '-decidedOn',
  search: ['document'],
  access: { read: 'parcels.read', write: 'parcels.decide' },
})

/** What binds a parcel (and a project on it); `unknown`: it depends on an industry that nobody has entered. */
export const BindingIndicator = z.object({
  code: z.enum(indicatorCodes),
  state: z.enum(['binding', 'exception', 'unknown']),
  direction: z.enum(directions).nullable(),
  threshold: z.number().nullable(),
  unit: z.string().nullable(),
  phase: z.enum(phases).nullable(),
  owner: z.string().nullable(),
  /** The class that it was found under; null: every industry. */
  industry: z.string().nullable(),
  validFrom: z.string().nullable(),
  source: z.string(),
  /** Of an exception: why, and who decided. */
  reason: z.string().nullable(),
})
export type BindingIndicator = z.infer<typeof BindingIndicator>

export const getIndicators = endpoint({
  name: 'parcels.getIndicators',
  method: 'GET',
  path: '/api/zones/:zone/parcels/:id/indicators',
  permission: 'parcels.read',
  effect: 'read',
  summary: { zh: '约束地块和项目的控制指标', en: 'Indicators that bind a parcel and a project on it' },
  input: z.strictObject({ zone: z.string(), id: z.uuid(), project: z.uuid().optional() }),
  output: z.object({ industry: z.string().nullable(), on: z.string(), indicators: z.array(BindingIndicator) }),
})
