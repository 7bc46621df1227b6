import { confidenceField, datedFields, findNoDay } from '../../../kernel/dated.ts'
import { choice, decimal, integer } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { subjectLabels } from './subject.ts'

/** 预警灯规则: the zone's own of a subject goes before the shipped one. */
export const lightRule = recordKind({
  name: 'lights.rule',
  path: 'light-rules',
  table: 'lights.rules',
  labels: { one: { zh: '预警灯规则', en: 'Light rule' }, many: { zh: '预警灯规则', en: 'Light rules' } },
  fields: {
    subject: choice({
      label: { zh: '对象', en: 'Subject' },
      options: subjectLabels,
      example: 'progress',
      required: true,
      filter: true,
    }),
    yellowFrom: decimal({
      label: { zh: '黄灯起点', en: 'Yellow from' },
      hint: { zh: '达到这个数为黄；空着表示没有黄灯', en: 'Empty: no yellow' },
      example: 10,
      min: 0,
    }),
    redAbove: decimal({
      label: { zh: '红灯界限', en: 'Red above' },
      hint: { zh: '超过这个数为红；空着表示没有红灯', en: 'Empty: no red by value' },
      example: 30,
      min: 0,
    }),
    redAfterYellows: integer({
      label: { zh: '连黄转红', en: 'Red after so many yellows' },
      hint: { zh: '连续几个月黄灯转红；空着表示不转', en: 'Months in a row; empty: never' },
      example: 2,
      min: 2,
      max: 24,
    }),
    ...datedFields,
    confidence: confidenceField,
  },
  list: ['subject', 'yellowFrom', 'redAbove', 'redAfterYellows', 'validFrom', 'validUntil', 'source', 'confidence'],
  sort: 'validFrom',
  search: ['source'],
  access: { read: 'lights.readRules', write: 'lights.writeRules' },
  check: findNoDay,
})
