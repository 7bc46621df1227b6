import { datedFields, findNoDay } from '../../../kernel/dated.ts'
import { decimal, integer, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

const days = { zh: '天', en: 'days' }

/** 租赁规则: when the zone warns, what late rent costs and by how much rent rises at renewal; data with its time and source. */
export const Rule = recordKind({
  name: 'leases.rule',
  path: 'lease-rules',
  table: 'leases.rules',
  labels: { one: { zh: '租赁规则', en: 'Rule of leases' }, many: { zh: '租赁规则', en: 'Rules of leases' } },
  fields: {
    title: text({ label: { zh: '名称', en: 'Title' }, example: '2026年租赁规则', max: 100, required: true }),
    warnFirst: integer({
      label: { zh: '到期首次提醒', en: 'First warning before the end' },
      unit: days,
      example: 90,
      min: 1,
      max: 730,
      required: true,
    }),
    warnSecond: integer({
      label: { zh: '到期再次提醒', en: 'Second warning' },
      unit: days,
      example: 60,
      min: 1,
      max: 730,
      required: true,
    }),
    warnLast: integer({
      label: { zh: '到期末次提醒', en: 'Last warning' },
      unit: days,
      example: 30,
      min: 1,
      max: 730,
      required: true,
    }),
    idleMonths: integer({
      label: { zh: '空置几个月告警', en: 'Idle for so many months' },
      unit: { zh: '个月', en: 'months' },
      example: 6,
      min: 1,
      max: 120,
      required: true,
    }),
    lateFeePerDay: decimal({
      label: { zh: '逾期违约金日率', en: 'Late fee a day' },
      hint: { zh: '欠款的比例，0.0005 即每天万分之五', en: 'Share of what is owed: 0.0005 is 5 of 10,000' },
      example: 0.0005,
      scale: 6,
      min: 0,
      max: 0.01,
      required: true,
    }),
    renewalRise: decimal({
      label: { zh: '续租租金递增', en: 'Rise of rent at renewal' },
      hint: { zh: '比例，0.05 即 5%', en: 'A share: 0.05 is 5 %' },
      example: 0.03,
      scale: 4,
      min: -0.5,
      max: 1,
      required: true,
    }),
    ...datedFields,
  },
  list: ['title', 'warnFirst', 'warnSecond', 'warnLast', 'idleMonths', 'lateFeePerDay', 'renewalRise', 'validFrom'],
  sort: '-validFrom',
  search: ['title'],
  access: { read: 'leases.oversee', write: 'leases.rule' },
  check: findNoDay,
})
