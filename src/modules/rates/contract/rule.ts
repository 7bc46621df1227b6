import { confidenceField, datedFields, findNoDay } from '../../../kernel/dated.ts'
import { choice, date, integer, yesNo } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { rateLabels } from './rate.ts'

/** 转化率口径: which projects make the cohort of a rate. The zone's own goes before the shipped one. */
export const cohortRule = recordKind({
  name: 'rates.rule',
  path: 'rate-rules',
  table: 'rates.rules',
  labels: { one: { zh: '转化率口径', en: 'Cohort rule' }, many: { zh: '转化率口径', en: 'Cohort rules' } },
  fields: {
    rate: choice({
      label: { zh: '指标', en: 'Rate' },
      options: rateLabels,
      example: 'start',
      required: true,
      filter: true,
    }),
    baseOn: date({ label: { zh: '基期', en: 'Base day' }, example: '2024-01-01', required: true }),
    windowMonths: integer({
      label: { zh: '时限（月）', en: 'Window in months' },
      hint: { zh: '几个月内达到才算；空着不限', en: 'Counts only within; empty: no limit' },
      example: 12,
      min: 1,
      max: 120,
    }),
    leaveOutWithdrawn: yesNo({
      label: { zh: '剔除已退出', en: 'Leave withdrawn out' },
      example: false,
      required: true,
    }),
    ...datedFields,
    confidence: confidenceField,
  },
  list: ['rate', 'baseOn', 'windowMonths', 'leaveOutWithdrawn', 'validFrom', 'validUntil', 'source', 'confidence'],
  sort: 'validFrom',
  search: ['source'],
  access: { read: 'rates.readRules', write: 'rates.writeRules' },
  check: findNoDay,
})
