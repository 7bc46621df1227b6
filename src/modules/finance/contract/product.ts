import { choice, choices, date, integer, longText, money, text, yesNo } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { honourLabels } from '../../enterprises/contract/honour.ts'
import { providerKinds, purposes, scaleLabels, securities } from './words.ts'

const months = { unit: { zh: '月', en: 'months' }, min: 1, max: 600 }

/** 金融产品: what a bank or fund offers, with its stated conditions; an empty condition asks nothing. */
export const FinanceProduct = recordKind({
  name: 'finance.product',
  path: 'finance-products',
  table: 'finance.products',
  labels: { one: { zh: '金融产品', en: 'Finance product' }, many: { zh: '金融产品', en: 'Finance products' } },
  fields: {
    name: text({ label: { zh: '产品名称', en: 'Name' }, example: '技改贷', required: true, filter: true }),
    provider: text({ label: { zh: '机构', en: 'Provider' }, example: '示例银行', required: true, filter: true }),
    providerKind: choice({
      label: { zh: '机构类别', en: 'Kind of provider' },
      options: providerKinds,
      example: 'bank',
      required: true,
      filter: true,
    }),
    purposes: choices({
      label: { zh: '可用于', en: 'For' },
      options: purposes,
      example: ['equipment'],
      required: true,
    }),
    minYuan: money({ label: { zh: '最低额度', en: 'At least' }, unit: { zh: '元', en: 'yuan' }, example: '500000.00' }),
    maxYuan: money({
      label: { zh: '最高额度', en: 'At most' },
      unit: { zh: '元', en: 'yuan' },
      example: '10000000.00',
    }),
    maxMonths: integer({ label: { zh: '最长期限', en: 'Longest term' }, example: 60, ...months }),
    rate: text({ label: { zh: '利率或费用', en: 'Rate or fee' }, example: 'LPR+30bp', max: 100 }),
    securities: choices({
      label: { zh: '接受的担保', en: 'Security accepted' },
      hint: { zh: '任一即可；空着表示不限', en: 'Any of them; empty: not limited' },
      options: securities,
      example: ['equipment'],
    }),
    scales: choices({
      label: { zh: '企业规模', en: 'Size of enterprise' },
      options: scaleLabels,
      example: ['small'],
    }),
    aboveScale: yesNo({ label: { zh: '须为规模以上', en: 'Must be above designated size' }, example: false }),
    honours: choices({
      label: { zh: '须有资质（任一）', en: 'Needs an honour (any of)' },
      options: honourLabels,
      example: ['srdi'],
    }),
    minAgeMonths: integer({ label: { zh: '成立满', en: 'Registered for at least' }, example: 24, ...months }),
    industries: text({
      label: { zh: '行业代码前缀', en: 'Industry codes' },
      hint: {
        zh: '以逗号分隔，如 C26,C30；空着表示不限',
        en: 'Beginnings of codes, parted by commas; empty: not limited',
      },
      example: 'C26,C30',
      max: 200,
    }),
    validUntil: date({ label: { zh: '有效期至', en: 'Offered until' }, example: '2027-12-31', sort: true }),
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '示例' }),
  },
  list: ['name', 'provider', 'providerKind', 'minYuan', 'maxYuan', 'maxMonths', 'rate', 'validUntil'],
  sort: '-createdAt',
  search: ['name', 'provider'],
  access: { read: 'finance.readProducts', write: 'finance.writeProducts' },
})
