import { choice, date, longText, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

export const assessmentLabels = {
  mineral: { zh: '压覆重要矿产', en: 'Mineral overlay' },
  geohazard: { zh: '地质灾害危险性', en: 'Geological hazard' },
  seismic: { zh: '地震安全性', en: 'Seismic safety' },
  eia: { zh: '区域环境影响', en: 'Regional EIA' },
  soilWater: { zh: '水土保持', en: 'Soil and water conservation' },
  energy: { zh: '区域节能', en: 'Regional energy' },
  relics: { zh: '考古调查勘探', en: 'Archaeological survey' },
  climate: { zh: '气候可行性', en: 'Climate feasibility' },
  flood: { zh: '洪水影响', en: 'Flood impact' },
  traffic: { zh: '交通影响', en: 'Traffic impact' },
  waterUse: { zh: '水资源论证', en: 'Water resources' },
} as const
export type AssessmentKind = keyof typeof assessmentLabels
export const assessmentKinds = Object.keys(assessmentLabels) as [AssessmentKind, ...AssessmentKind[]]

/** 浙江省保障“最多跑一次”改革规定 (2018) Art. 23: what a regional assessment saves a single project. */
export const effectLabels = {
  'not-repeated': { zh: '不再单独评估', en: 'Not repeated' },
  simplified: { zh: '简化内容', en: 'Contents simplified' },
  form: { zh: '报告改登记表', en: 'A form instead of a report' },
} as const
export type Effect = keyof typeof effectLabels

export const findingLabels = {
  absent: { zh: '不涉及', en: 'Not there' },
  present: { zh: '涉及', en: 'There' },
  open: { zh: '结论未定', en: 'Not settled' },
} as const
export type GroundFinding = keyof typeof findingLabels

export const assessmentStateLabels = {
  draft: { zh: '待公布', en: 'Draft' },
  published: { zh: '已公布', en: 'Published' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const
export type AssessmentState = keyof typeof assessmentStateLabels

const codes = /^[A-T]?\d{1,4}(?:[、,，;； ]+[A-T]?\d{1,4})*$/

/** 区域评估: done once by the zone for everybody. It counts from its publication until it ends, or is withdrawn; both are decisions. */
export const assessment = recordKind({
  name: 'parcels.assessment',
  path: 'regional-assessments',
  table: 'parcels.assessments',
  labels: { one: { zh: '区域评估', en: 'Regional assessment' }, many: { zh: '区域评估', en: 'Regional assessments' } },
  fields: {
    title: text({
      label: { zh: '名称', en: 'Title' },
      example: '开发区地质灾害危险性区域评估',
      required: true,
      sort: true,
    }),
    kind: choice({
      label: { zh: '评估事项', en: 'Matter assessed' },
      options: assessmentLabels,
      example: 'geohazard',
      required: true,
      filter: true,
      writable: 'once',
    }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      options: assessmentStateLabels,
      example: 'draft',
      required: true,
      filter: true,
      writable: 'never',
    }),
    parcelCodes: text({
      label: { zh: '适用地块', en: 'Parcels' },
      hint: {
        zh: '地块编号，用顿号分开；空着为全区',
        en: 'Codes of parcels, separated by commas; empty: the whole zone',
      },
      example: 'LY-001、LY-002',
      max: 2_000,
      writable: 'once',
    }),
    approvedOn: date({
      label: { zh: '批复日期', en: 'Approved on' },
      example: '2025-03-02',
      required: true,
      sort: true,
      writable: 'once',
    }),
    validUntil: date({
      label: { zh: '有效期至', en: 'Valid until (that day included)' },
      example: '2030-03-01',
      sort: true,
      filter: true,
      writable: 'once',
    }),
    document: text({
      label: { zh: '批复文号', en: 'Approval document' },
      example: '临自然资评〔2025〕3号',
      required: true,
      max: 120,
      writable: 'once',
    }),
    authority: text({
      label: { zh: '批复机关', en: 'Authority' },
      example: '自然资源局',
      required: true,
      writable: 'once',
    }),
    effect: choice({
      label: { zh: '对单个项目的效力', en: 'Effect on single projects' },
      options: effectLabels,
      example: 'not-repeated',
      required: true,
      filter: true,
      writable: 'once',
    }),
    finding: choice({
      label: { zh: '评估结论', en: 'Finding' },
      hint: { zh: '评估的情形在评估范围内是否存在', en: 'Whether what was assessed is there' },
      options: findingLabels,
      example: 'absent',
      required: true,
      writable: 'once',
    }),
    negativeIndustries: text({
      label: { zh: '负面清单行业', en: 'Industries on the negative list' },
      hint: {
        zh: 'GB/T 4754 代码或前缀；这些行业的项目仍要单独评估',
        en: 'GB/T 4754 codes or prefixes: projects of these are assessed singly',
      },
      example: 'C26、C25',
      writable: 'once',
      check: (value) => (codes.test(value) ? null : { zh: '应形如 C26、C25。', en: 'Must look like C26, C25.' }),
    }),
    result: longText({ label: { zh: '主要结论', en: 'Result' }, example: '评估区危险性小，适宜工业建设。' }),
  },
  list: ['title', 'kind', 'state', 'approvedOn', 'validUntil', 'effect', 'finding', 'document'],
  sort: 'title',
  search: ['title', 'document'],
  access: { read: 'parcels.read', write: 'parcels.assess' },
  check: ({ approvedOn, validUntil }) =>
    validUntil === null || validUntil === undefined || String(validUntil) >= String(approvedOn)
      ? []
      : [
          {
            field: 'validUntil',
            text: { zh: '有效期不能早于批复日期。', en: 'It cannot end before it was approved.' },
          },
        ],
})
