import { decimal, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { faultOfLayout } from './layout.ts'

const wan = { zh: '万元', en: '10k CNY' }

/** 布局方案: an investor's houses upon a parcel with what is promised; every version stays in its history. */
export const Study = recordKind({
  name: 'sites.study',
  path: 'site-studies',
  table: 'sites.studies',
  labels: { one: { zh: '布局方案', en: 'Layout study' }, many: { zh: '布局方案', en: 'Layout studies' } },
  fields: {
    name: text({
      label: { zh: '方案名称', en: 'Name' },
      example: '果汁厂方案一',
      max: 100,
      required: true,
      sort: true,
      filter: true,
    }),
    parcelId: ref({
      label: { zh: '地块', en: 'Parcel' },
      to: 'parcels.parcel',
      required: true,
      filter: true,
      writable: 'once',
    }),
    leadId: ref({ label: { zh: '招商线索', en: 'Lead' }, to: 'promotion.lead', filter: true }),
    industryCode: text({
      label: { zh: '行业代码', en: 'Industry code' },
      example: 'C1523',
      max: 5,
      check: (code) =>
        /^[A-T](\d{2,4})?$/.test(code)
          ? null
          : { zh: '行业代码形如 C1523。', en: 'An industry code looks like C1523.' },
    }),
    layout: longText({
      label: { zh: '布局', en: 'Layout' },
      hint: { zh: '每行一栋：名称 用途 宽×深 层数×层高 位置 东,北 转 角度', en: 'One block a line' },
      example: '厂房1 生产 80×50 1层×9 位置 60,50 转 0',
      required: true,
      check: faultOfLayout,
    }),
    greenSqm: decimal({ label: { zh: '绿地面积', en: 'Green' }, unit: { zh: 'm²', en: 'm²' }, example: 3000, min: 0 }),
    investmentWan: decimal({
      label: { zh: '固定资产投资', en: 'Fixed investment' },
      unit: wan,
      example: 24000,
      min: 0,
    }),
    taxWan: decimal({ label: { zh: '年税收', en: 'Tax a year' }, unit: wan, example: 1800, min: 0 }),
    setbackM: decimal({
      label: { zh: '退让边界', en: 'Setback' },
      hint: { zh: '规划条件要求离用地边界的距离', en: 'From the boundary, by the planning conditions' },
      unit: { zh: '米', en: 'm' },
      example: 10,
      min: 0,
      max: 200,
    }),
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '东侧留二期。' }),
  },
  list: ['name', 'parcelId', 'leadId', 'investmentWan', 'taxWan'],
  sort: 'name',
  search: ['name'],
  access: { read: 'sites.read', write: 'sites.study' },
})
