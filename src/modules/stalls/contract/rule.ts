import { confidenceField, datedFields, findNoDay } from '../../../kernel/dated.ts'
import { choice, decimal, integer } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { notYetLabels } from './not-yet.ts'

const limits = ['monthsAfterReached', 'monthsAfterPlanned', 'belowPercent'] as const

/** 五未判定规则: the zone's own of one of the five goes before the shipped one. */
export const stallRule = recordKind({
  name: 'stalls.rule',
  path: 'stall-rules',
  table: 'stalls.rules',
  labels: { one: { zh: '五未判定规则', en: 'Stall rule' }, many: { zh: '五未判定规则', en: 'Stall rules' } },
  fields: {
    notYet: choice({
      label: { zh: '五未', en: 'Which of the five' },
      options: notYetLabels,
      example: 'atCapacity',
      required: true,
      filter: true,
    }),
    monthsAfterReached: integer({
      label: { zh: '上一步之后（月）', en: 'Months after the step before' },
      hint: {
        zh: '没有计划节点时从上一步的凭证日期算起；空着表示不看',
        en: 'Counted from its proof where nothing is planned; empty: not looked at',
      },
      example: 12,
      min: 0,
      max: 240,
    }),
    monthsAfterPlanned: integer({
      label: { zh: '计划日之后（月）', en: 'Months after the planned day' },
      hint: {
        zh: '有计划节点时从计划日算起；空着表示不看',
        en: 'Where the next step is planned; empty: not looked at',
      },
      example: 12,
      min: 0,
      max: 240,
    }),
    belowPercent: decimal({
      label: { zh: '产值低于设计（%）', en: 'Output below planned (%)' },
      hint: { zh: '只用于投而未达；空着表示不看', en: 'For producing below plan only; empty: not looked at' },
      example: 70,
      min: 0,
      max: 100,
    }),
    ...datedFields,
    confidence: confidenceField,
  },
  list: ['notYet', ...limits, 'validFrom', 'validUntil', 'source', 'confidence'],
  sort: 'validFrom',
  search: ['source'],
  access: { read: 'stalls.readRules', write: 'stalls.writeRules' },
  check: findNoDay,
})
