import { choice, decimal } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { annualItemOptions } from '../../annuals/contract/value.ts'
import { ofEnterprise } from '../../enterprises/contract/words.ts'
import { document, fromYear, untilYear } from './exemption.ts'

/** 混合经营拆分: of an item of an enterprise that also does other business, the share that is evaluated. */
export const Split = recordKind({
  name: 'yields.split',
  path: 'yield-splits',
  table: 'yields.splits',
  labels: {
    one: { zh: '混合经营拆分', en: 'Split of mixed business' },
    many: { zh: '混合经营拆分', en: 'Splits of mixed business' },
  },
  fields: {
    enterpriseId: ofEnterprise,
    item: choice({
      label: { zh: '指标', en: 'Item' },
      options: annualItemOptions,
      example: 'tax',
      required: true,
      filter: true,
    }),
    sharePercent: decimal({
      label: { zh: '参评业务占比', en: 'Share that is evaluated' },
      unit: { zh: '%', en: '%' },
      hint: { zh: '按账册或核查认定', en: 'By the books, or as checked' },
      example: 60,
      min: 0,
      max: 100,
      required: true,
    }),
    fromYear,
    untilYear,
    document,
  },
  list: ['enterpriseId', 'item', 'sharePercent', 'fromYear', 'untilYear', 'document'],
  sort: '-fromYear',
  search: ['document'],
  access: { read: 'yields.read', write: 'yields.evaluate' },
  ofEnterprise: 'enterpriseId',
})
