import { choice, choices, date, integer, longText, money, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { ofEnterprise } from '../../enterprises/contract/words.ts'
import { purposes, securities } from './words.ts'

/** 融资需求: what an enterprise is looking for; entered by itself or by an officer. */
export const Need = recordKind({
  name: 'finance.need',
  path: 'finance-needs',
  table: 'finance.needs',
  labels: { one: { zh: '融资需求', en: 'Finance need' }, many: { zh: '融资需求', en: 'Finance needs' } },
  fields: {
    title: text({
      label: { zh: '用来做什么', en: 'What for' },
      example: '第二条生产线设备款',
      required: true,
      filter: true,
    }),
    enterpriseId: ofEnterprise,
    purpose: choice({
      label: { zh: '用途', en: 'Purpose' },
      options: purposes,
      example: 'equipment',
      required: true,
      filter: true,
    }),
    amountYuan: money({
      label: { zh: '金额', en: 'Amount' },
      unit: { zh: '元', en: 'yuan' },
      example: '8000000.00',
      required: true,
    }),
    months: integer({
      label: { zh: '期限', en: 'Term' },
      unit: { zh: '月', en: 'months' },
      example: 36,
      min: 1,
      max: 600,
      required: true,
    }),
    securities: choices({
      label: { zh: '能提供的担保', en: 'Security that can be given' },
      options: securities,
      example: ['equipment'],
    }),
    neededBy: date({
      label: { zh: '何时要用', en: 'Needed by' },
      example: '2026-06-30',
      required: true,
      filter: true,
      sort: true,
    }),
    open: choice({
      label: { zh: '状态', en: 'State' },
      options: { yes: { zh: '在找', en: 'Open' }, no: { zh: '不再需要', en: 'No longer needed' } },
      example: 'yes',
      required: true,
      filter: true,
    }),
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '已有备案证和采购合同' }),
  },
  list: ['title', 'enterpriseId', 'purpose', 'amountYuan', 'months', 'neededBy', 'open'],
  sort: 'neededBy',
  search: ['title'],
  access: { read: 'finance.read', write: 'finance.state' },
  ofEnterprise: 'enterpriseId',
  check: ({ amountYuan }) =>
    typeof amountYuan === 'string' && Number(amountYuan) <= 0
      ? [{ field: 'amountYuan', text: { zh: '金额应大于 0。', en: 'The amount must be more than 0.' } }]
      : [],
})
