import { choice, decimal, integer, longText, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { confidence, ofEnterprise } from '../../enterprises/contract/words.ts'
import { type AnnualItem, annualItemNames, annualSources, itemText } from './items.ts'

export const annualItemOptions = Object.fromEntries(annualItemNames.map((item) => [item, itemText(item)])) as Record<
  AnnualItem,
  ReturnType<typeof itemText>
>

/** 年度数据: one value of one enterprise and year as one source says it. Several sources stand side by side; which counts is derived. */
export const AnnualValue = recordKind({
  name: 'annuals.value',
  path: 'annual-values',
  table: 'annuals.values',
  labels: { one: { zh: '年度数据', en: 'Annual value' }, many: { zh: '年度数据', en: 'Annual values' } },
  fields: {
    item: choice({
      label: { zh: '指标', en: 'Item' },
      options: annualItemOptions,
      example: 'tax',
      required: true,
      filter: true,
      writable: 'once',
    }),
    enterpriseId: ofEnterprise,
    year: integer({
      label: { zh: '年度', en: 'Year' },
      example: 2025,
      min: 1990,
      max: 2100,
      required: true,
      filter: true,
      sort: true,
      writable: 'once',
    }),
    value: decimal({
      label: { zh: '数值', en: 'Value' },
      hint: { zh: '单位见指标', en: 'In the unit of the item' },
      example: 860.5,
      required: true,
    }),
    source: choice({
      label: { zh: '来源', en: 'Source' },
      options: annualSources,
      example: 'tax',
      required: true,
      filter: true,
      writable: 'once',
    }),
    basis: text({ label: { zh: '口径或依据', en: 'Basis' }, example: '税务入库数，不含社保费', max: 300 }),
    confidence,
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '示例' }),
  },
  list: ['item', 'enterpriseId', 'year', 'value', 'source', 'confidence'],
  sort: '-year',
  search: ['basis'],
  access: { read: 'annuals.read', write: 'annuals.write' },
  ofEnterprise: 'enterpriseId',
})
