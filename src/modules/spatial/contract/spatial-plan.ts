import { choice, choices, date, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { shapeField } from './shape.ts'

export const planLabels = {
  control: { zh: '总体控制性规划', en: 'Control plan' },
  special: { zh: '专项规划', en: 'Special plan' },
} as const

/** What may stand in the area of a plan, by the classes of the state standard of land uses (国土空间调查、规划、用途管制用地用海分类指南), the first level only. */
export const useLabels = {
  industrial: { zh: '工业用地', en: 'Industrial' },
  storage: { zh: '仓储用地', en: 'Storage' },
  residential: { zh: '居住用地', en: 'Residential' },
  commercial: { zh: '商业服务业用地', en: 'Commercial and services' },
  public: { zh: '公共管理与公共服务用地', en: 'Public administration and services' },
  transport: { zh: '交通运输用地', en: 'Transport' },
  utilities: { zh: '公用设施用地', en: 'Utilities' },
  green: { zh: '绿地与开敞空间用地', en: 'Green and open space' },
} as const
export type LandUse = keyof typeof useLabels

/** 空间规划: one control plan and the special plans of a zone (1+N), each with its document in the files of the record. */
export const spatialPlan = recordKind({
  name: 'spatial.plan',
  path: 'spatial-plans',
  table: 'spatial.plans',
  labels: { one: { zh: '空间规划', en: 'Spatial plan' }, many: { zh: '空间规划', en: 'Spatial plans' } },
  fields: {
    name: text({
      label: { zh: '规划名称', en: 'Name' },
      example: '示例开发区总体控制性规划',
      max: 150,
      required: true,
      sort: true,
    }),
    level: choice({
      label: { zh: '类型', en: 'Type' },
      options: planLabels,
      example: 'control',
      required: true,
      filter: true,
      writable: 'once',
    }),
    subject: text({ label: { zh: '专项', en: 'Subject' }, example: '食品加工产业', max: 100 }),
    approvedBy: text({
      label: { zh: '批准机关', en: 'Approved by' },
      example: '示例县人民政府',
      max: 100,
      required: true,
    }),
    document: text({
      label: { zh: '批复文号', en: 'Approval document' },
      example: '示政函〔2024〕6号',
      max: 100,
      required: true,
    }),
    approvedOn: date({
      label: { zh: '批准日期', en: 'Approved on' },
      example: '2024-03-01',
      required: true,
      filter: true,
      sort: true,
    }),
    validUntil: date({
      label: { zh: '规划期末', en: 'Valid until (that day included)' },
      hint: { zh: '不知道就留空：不会当作长期有效', en: 'Leave it open when it is not known' },
      example: '2035-12-31',
      sort: true,
    }),
    supersedesId: ref({ label: { zh: '替代哪一规划', en: 'Supersedes' }, to: 'spatial.plan', filter: true }),
    uses: choices({ label: { zh: '允许的用途', en: 'Uses allowed' }, options: useLabels, example: ['industrial'] }),
    shape: shapeField,
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '规划范围 12 平方公里。' }),
  },
  list: ['name', 'level', 'subject', 'approvedBy', 'document', 'approvedOn', 'validUntil', 'supersedesId'],
  sort: '-approvedOn',
  search: ['name', 'document', 'subject'],
  access: { read: 'spatial.read', write: 'spatial.write' },
  check: ({ approvedOn, validUntil }) =>
    validUntil && String(validUntil) < String(approvedOn)
      ? [{ field: 'validUntil', text: { zh: '规划期末早于批准日期。', en: 'It ends before it was approved.' } }]
      : [],
})
