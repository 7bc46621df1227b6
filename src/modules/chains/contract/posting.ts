import { choice, date, decimal, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

export const sides = ['supply', 'demand'] as const
export type Side = (typeof sides)[number]

export const sideLabels = {
  supply: { zh: '供给', en: 'Supply' },
  demand: { zh: '需求', en: 'Demand' },
} as const

/** What an enterprise offers or seeks (供需信息). It shows until its last day, or until it is archived. */
export const Posting = recordKind({
  name: 'chains.posting',
  path: 'postings',
  table: 'chains.postings',
  labels: { one: { zh: '供需信息', en: 'Posting' }, many: { zh: '供需信息', en: 'Supply and demand' } },
  fields: {
    product: text({
      label: { zh: '产品', en: 'Product' },
      hint: {
        zh: '写清名称，撮合按它比对；几种用顿号分开',
        en: 'By its name: it is compared with; separated by commas',
      },
      example: '瓦楞纸箱',
      max: 200,
      required: true,
      sort: true,
    }),
    side: choice({
      label: { zh: '供还是需', en: 'Offered or sought' },
      options: sideLabels,
      example: 'supply',
      required: true,
      filter: true,
    }),
    enterpriseId: ref({
      label: { zh: '企业', en: 'Enterprise' },
      to: 'enterprises.enterprise',
      required: true,
      filter: true,
      writable: 'once',
    }),
    quantity: decimal({ label: { zh: '数量', en: 'Quantity' }, example: 20000, min: 0 }),
    unit: text({
      label: { zh: '单位', en: 'Unit' },
      hint: { zh: '如：吨/年、只/月；单位相同才比数量', en: 'Such as t/year; quantities of one unit are compared' },
      example: '只/月',
      max: 20,
    }),
    region: text({
      label: { zh: '交货地', en: 'Place of delivery' },
      example: '临猗县',
      max: 60,
      filter: true,
    }),
    fromOn: date({ label: { zh: '自', en: 'From' }, example: '2026-03-01' }),
    untilOn: date({
      label: { zh: '至', en: 'Until' },
      hint: { zh: '过了这一天不再撮合', en: 'After it nobody is proposed' },
      example: '2026-12-31',
      sort: true,
    }),
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '可按尺寸定制。', max: 1000 }),
  },
  list: ['product', 'side', 'enterpriseId', 'quantity', 'unit', 'region', 'untilOn'],
  sort: 'product',
  search: ['product'],
  access: { read: 'chains.readPostings', write: 'chains.post' },
  ofEnterprise: 'enterpriseId',
  check: ({ fromOn, untilOn }) =>
    typeof fromOn === 'string' && typeof untilOn === 'string' && untilOn < fromOn
      ? [{ field: 'untilOn', text: endsEarly }]
      : [],
})

const endsEarly = {
  zh: '结束日期早于开始日期，请核对。',
  en: 'It ends before it begins: check the days.',
}
