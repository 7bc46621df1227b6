import { choice, date, decimal, longText, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { confidence, ofEnterprise } from './words.ts'

export const capacityStates = {
  designed: { zh: '设计', en: 'Designed' },
  building: { zh: '在建', en: 'Under construction' },
  built: { zh: '建成', en: 'Built' },
  trial: { zh: '试生产', en: 'Trial production' },
  running: { zh: '正式生产', en: 'In production' },
} as const

/** Amounts of different units are never added. */
export const capacityUnits = {
  tonnesPerYear: { zh: '吨/年', en: 't/a' },
  tonnesPerDay: { zh: '吨/日', en: 't/d' },
  piecesPerYear: { zh: '件/年', en: 'pieces/a' },
  setsPerYear: { zh: '台（套）/年', en: 'sets/a' },
  sqmPerYear: { zh: '平方米/年', en: 'm²/a' },
  cubicPerYear: { zh: '立方米/年', en: 'm³/a' },
  kwhPerYear: { zh: '千瓦时/年', en: 'kWh/a' },
} as const

/** 产能: how much of a product an enterprise can make, and how far that capacity stands. */
export const Capacity = recordKind({
  name: 'enterprises.capacity',
  path: 'capacities',
  table: 'enterprises.capacities',
  labels: { one: { zh: '产能', en: 'Capacity' }, many: { zh: '产能与产品', en: 'Capacity and products' } },
  fields: {
    product: text({
      label: { zh: '产品', en: 'Product' },
      example: '冶金焦',
      required: true,
      filter: true,
    }),
    enterpriseId: ofEnterprise,
    state: choice({
      label: { zh: '产能状态', en: 'Standing' },
      options: capacityStates,
      example: 'running',
      required: true,
      filter: true,
    }),
    amount: decimal({
      label: { zh: '数量', en: 'Amount' },
      example: 100_000,
      min: 0,
      required: true,
    }),
    unit: choice({
      label: { zh: '单位', en: 'Unit' },
      options: capacityUnits,
      example: 'tonnesPerYear',
      required: true,
      filter: true,
    }),
    asOf: date({
      label: { zh: '截至日期', en: 'As of' },
      example: '2026-03-02',
      required: true,
      filter: true,
      sort: true,
    }),
    reportCode: text({
      label: { zh: '对外报告代号', en: 'Code in reports' },
      hint: {
        zh: '开发区报告单列此产能时所用，如 coke.first；一般空着',
        en: 'When reports of the zone name this capacity by itself; usually empty',
      },
      example: 'coke.first',
      max: 60,
      filter: true,
      check: (code) => (/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/.test(code) ? null : wrongCode),
    }),
    document: text({ label: { zh: '依据文件', en: 'Document' }, example: '项目备案证 2103-140781-89-01-123456' }),
    confidence,
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '示例' }),
  },
  list: ['product', 'enterpriseId', 'state', 'amount', 'unit', 'asOf', 'confidence'],
  sort: '-asOf',
  search: ['product', 'document'],
  access: { read: 'enterprises.read', write: 'enterprises.describe', archive: 'enterprises.archive' },
  ofEnterprise: 'enterpriseId',
})

const wrongCode = {
  zh: '代号由小写字母开头的英文词组成，以点分隔，如 coke.first。',
  en: 'A code is made of words in Latin letters parted by dots, such as coke.first.',
}
