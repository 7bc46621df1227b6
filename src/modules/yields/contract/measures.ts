import type { Label } from '../../../kernel/label.ts'
import type { AnnualItem } from '../../annuals/contract/items.ts'

interface Measure {
  readonly label: Label
  readonly unit: Label
  readonly over: AnnualItem
  /** Land is computed from three items (land-area rule), all others are one. */
  readonly under: AnnualItem | 'land'
}

/** 评价指标: one annual value over another. Money in 万元, land in mu. */
export const measures = {
  taxPerMu: {
    label: { zh: '亩均税收', en: 'Tax per mu' },
    unit: { zh: '万元/亩', en: '10,000 CNY/mu' },
    ...{ over: 'tax', under: 'land' },
  },
  salesPerMu: {
    label: { zh: '亩均营业收入', en: 'Sales per mu' },
    unit: { zh: '万元/亩', en: '10,000 CNY/mu' },
    ...{ over: 'sales', under: 'land' },
  },
  valueAddedPerMu: {
    label: { zh: '亩均增加值', en: 'Value added per mu' },
    unit: { zh: '万元/亩', en: '10,000 CNY/mu' },
    ...{ over: 'valueAdded', under: 'land' },
  },
  valueAddedPerEnergy: {
    label: { zh: '单位能耗增加值', en: 'Value added per energy' },
    unit: { zh: '万元/吨标煤', en: '10,000 CNY/tce' },
    ...{ over: 'valueAdded', under: 'energy' },
  },
  valueAddedPerEmission: {
    label: { zh: '单位排放增加值', en: 'Value added per emission' },
    unit: { zh: '万元/吨', en: '10,000 CNY/t' },
    ...{ over: 'valueAdded', under: 'emission' },
  },
  labourProductivity: {
    label: { zh: '全员劳动生产率', en: 'Labour productivity' },
    unit: { zh: '万元/人', en: '10,000 CNY/person' },
    ...{ over: 'valueAdded', under: 'jobs' },
  },
  rdShare: {
    label: { zh: '研发费用占比', en: 'R&D share of sales' },
    unit: { zh: '比值', en: 'ratio' },
    ...{ over: 'rdSpending', under: 'sales' },
  },
  taxPerPower: {
    label: { zh: '单位用电税收', en: 'Tax per electricity' },
    unit: { zh: '元/千瓦时', en: 'CNY/kWh' },
    ...{ over: 'tax', under: 'power' },
  },
} as const satisfies Readonly<Record<string, Measure>>
export type MeasureName = keyof typeof measures
export const measureNames = Object.keys(measures) as [MeasureName, ...MeasureName[]]

export const yieldGrades = ['A', 'B', 'C', 'D'] as const
export type YieldGrade = (typeof yieldGrades)[number]

export const yieldGradeLabels = {
  A: { zh: 'A 类（优先发展）', en: 'A, developed first' },
  B: { zh: 'B 类（鼓励提升）', en: 'B, encouraged' },
  C: { zh: 'C 类（监管调控）', en: 'C, to improve' },
  D: { zh: 'D 类（落后整治）', en: 'D, to rectify' },
} as const satisfies Readonly<Record<YieldGrade, Label>>

export const yieldGroups = {
  aboveScale: { zh: '规模以上', en: 'Above designated size' },
  small: { zh: '规模以下', en: 'Below designated size' },
} as const satisfies Readonly<Record<string, Label>>
export type YieldGroup = keyof typeof yieldGroups
export const yieldGroupNames = Object.keys(yieldGroups) as [YieldGroup, ...YieldGroup[]]

/** Why an enterprise has a grade, or has none. */
export const standings = {
  graded: { zh: '参评', en: 'Graded' },
  exempt: { zh: '不参评，按 B 类管理', en: 'Exempt, managed as B' },
  incomplete: { zh: '数据不全，未评', en: 'Data missing, not graded' },
  outside: { zh: '不在评价范围', en: 'Out of scope' },
} as const satisfies Readonly<Record<string, Label>>
export type Standing = keyof typeof standings
export const standingNames = Object.keys(standings) as [Standing, ...Standing[]]
