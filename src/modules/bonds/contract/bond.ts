import { choice, date, decimal, integer, longText, money, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

const yuan = { zh: '元', en: 'CNY' }

export const repaymentModes = {
  bullet: { zh: '到期一次还本', en: 'Principal at maturity' },
  level: { zh: '每年等额还本', en: 'Equal principal every year' },
} as const
export type RepaymentMode = keyof typeof repaymentModes

/** 专项债: a special bond that the government of the zone was given, for works with an income of their own. Its allotments, use and repayment follow by decisions. */
export const bond = recordKind({
  name: 'bonds.bond',
  path: 'bonds',
  table: 'bonds.bonds',
  labels: { one: { zh: '专项债', en: 'Special bond' }, many: { zh: '专项债', en: 'Special bonds' } },
  fields: {
    name: text({
      label: { zh: '债券名称', en: 'Name' },
      example: '示例开发区基础设施专项债（一期）',
      max: 150,
      required: true,
      sort: true,
    }),
    code: text({
      label: { zh: '债券代码', en: 'Code' },
      example: '示债2024-001',
      max: 40,
      required: true,
      filter: true,
    }),
    issuedOn: date({
      label: { zh: '发行日期', en: 'Issued on' },
      example: '2024-03-20',
      required: true,
      filter: true,
      sort: true,
      writable: 'once',
    }),
    amountYuan: money({
      label: { zh: '金额', en: 'Amount' },
      unit: yuan,
      example: '120000000.00',
      required: true,
      sort: true,
      writable: 'once',
    }),
    termYears: integer({
      label: { zh: '期限', en: 'Term' },
      unit: { zh: '年', en: 'years' },
      example: 15,
      min: 1,
      max: 30,
      required: true,
      writable: 'once',
    }),
    ratePercent: decimal({
      label: { zh: '票面利率', en: 'Rate' },
      unit: { zh: '%', en: '%' },
      example: 2.85,
      min: 0,
      max: 20,
      required: true,
      writable: 'once',
    }),
    mode: choice({
      label: { zh: '还本方式', en: 'Repayment' },
      options: repaymentModes,
      example: 'bullet',
      required: true,
      writable: 'once',
    }),
    incomeYuan: money({
      label: { zh: '期内项目收益', en: 'Income of its works over the term' },
      hint: {
        zh: '实施方案中可用于还本付息的收益；不知道就留空',
        en: 'What the plan says is there to repay it; open when not known',
      },
      unit: yuan,
      example: '180000000.00',
    }),
    note: longText({ label: { zh: '用途说明', en: 'Purpose' }, example: '用于道路和管网。' }),
  },
  list: ['name', 'code', 'issuedOn', 'amountYuan', 'termYears', 'ratePercent', 'mode'],
  sort: '-issuedOn',
  search: ['name', 'code'],
  access: { read: 'bonds.read', write: 'bonds.write', archive: 'bonds.archive' },
  check: ({ amountYuan }) =>
    Number(amountYuan) > 0 || amountYuan === undefined
      ? []
      : [{ field: 'amountYuan', text: { zh: '金额要大于零。', en: 'The amount must be above zero.' } }],
})
