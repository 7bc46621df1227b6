import type { Label } from '../../../../kernel/label.ts'
import { outcomes } from '../../../../kernel/verdict.ts'
import { Confidence, standardLandModes, treatments } from '../../../matters/contract/catalogue.ts'
import { initiatorLabels, preparedByLabels, treatmentLabels } from '../../../matters/contract/labels.ts'

/** One column of a sheet: where its value stands in the row, and how a cell says it. */
export interface SheetColumn {
  /** Path inside the row: `handling.statutory.days`. */
  readonly path: string
  readonly title: string
  readonly kind: 'text' | 'number' | 'yesNo' | 'facts'
  /** Value → what the cell says; the cell offers them as a list. */
  readonly choices?: Readonly<Record<string, string>>
  readonly width?: number
  readonly hint?: string
}

export const sheetNames = [
  'matters',
  'basis',
  'inputs',
  'outputs',
  'tests',
  'materials',
  'facts',
  'options',
  'fees',
] as const
export type SheetName = (typeof sheetNames)[number]

const text = (path: string, title: string, more: Partial<SheetColumn> = {}): SheetColumn => ({
  path,
  title,
  kind: 'text',
  ...more,
})
const number = (path: string, title: string): SheetColumn => ({ path, title, kind: 'number', width: 10 })
const yesNo = (path: string, title: string): SheetColumn => ({
  path,
  title,
  kind: 'yesNo',
  choices: { true: '是', false: '否' },
  width: 8,
})

const zhOf = <K extends string>(labels: Readonly<Record<K, Label>>): Record<string, string> =>
  Object.fromEntries(Object.entries<Label>(labels).map(([value, { zh }]) => [value, zh]))
const plain = (values: readonly string[]) => Object.fromEntries(values.map((value) => [value, value]))

const units = { workday: '工作日', calendarDay: '自然日' }
const marks = plain(Confidence.options)
const names = [text('name_zh', '名称', { width: 30 }), text('name_en', '英文名称', { width: 30 })]
const code = text('code', '编码', { width: 22 })
const matter = text('matter', '事项编码', { width: 22 })
const rule = { width: 40, hint: '规则：只用“项目要素”表里的编码，如 landKind = "standard-land" and landAreaHa >= 5' }

const limit = (path: string, title: string): SheetColumn[] => [
  number(`${path}.days`, `${title}天数`),
  text(`${path}.unit`, `${title}单位`, { choices: units, width: 10 }),
]

export const sheetTitles: Readonly<Record<SheetName, string>> = {
  matters: '事项',
  basis: '依据',
  inputs: '需要的材料和结果',
  outputs: '结果',
  tests: '自带例子',
  materials: '材料',
  facts: '项目要素',
  options: '要素选项',
  fees: '收费',
}

export const columnsOf: Readonly<Record<SheetName, readonly SheetColumn[]>> = {
  matters: [
    ...[code, ...names, text('stage', '阶段', { width: 8 }), text('kind', '类型', { width: 10 })],
    text('initiator', '发起方', { choices: zhOf(initiatorLabels) }),
    text('authority', '办理部门', { width: 26 }),
    ...[text('applies', '适用规则', rule), text('appliesText', '适用说明', { width: 26 })],
    ...[number('preparation.normal', '准备天数'), number('preparation.fast', '充分准备天数')],
    ...[
      ...limit('handling.statutory', '法定时限'),
      ...limit('handling.committed', '承诺时限'),
      ...limit('handling.floor', '法定下限'),
    ],
    text('handlingSource.statutory', '法定时限来源', {
      choices: marks,
      width: 10,
      hint: 'V 已核条文，P 公开信息，M 待核实，E 估计',
    }),
    text('handlingSource.committed', '承诺时限来源', { choices: marks, width: 10 }),
    ...[
      text('floorBasis.title', '下限依据'),
      text('floorBasis.article', '下限条款'),
      text('floorBasis.note', '下限依据说明'),
    ],
    text('floorBasis.confidence', '下限来源', { choices: marks, width: 10 }),
    text('standardLand.mode', '标准地方式', { choices: plain(standardLandModes) }),
    text('standardLand.note', '标准地说明', { width: 26 }),
    yesNo('commitmentSystem.eligible', '可告知承诺'),
    ...[text('commitmentSystem.scope', '承诺范围'), text('commitmentSystem.note', '承诺说明')],
    ...[text('durationFact', '工期要素'), yesNo('afterProduction', '投产后办理'), yesNo('milestone', '里程碑')],
    ...[text('validity', '有效期'), text('note', '说明', { width: 30 })],
  ],
  basis: [
    ...[matter, text('title', '法律法规', { width: 30 }), text('article', '条款'), number('year', '年份')],
    ...[text('confidence', '来源标记', { choices: marks, width: 10 }), text('note', '说明', { width: 30 })],
  ],
  inputs: [
    ...[
      matter,
      text('ref', '材料或结果编码', { width: 22 }),
      text('treatment', '处理', { choices: labelled(), width: 14 }),
    ],
    yesNo('preReview', '可预审'),
    text('supplyBy', '容缺补交期限', { hint: 'decision、matter:事项编码 或 workdays:天数' }),
    ...[text('fulfilBy', '承诺核查时间'), text('note', '说明', { width: 30 })],
  ],
  outputs: [matter, code, ...names],
  tests: [
    ...[matter, text('name', '例子', { width: 30 })],
    text('expect', '应为', {
      choices: Object.fromEntries(outcomes.map((one, i) => [one, ['要办', '不用办', '不能确定'][i] ?? one])),
    }),
    {
      path: 'facts',
      title: '要素',
      kind: 'facts',
      width: 50,
      hint: '如 landKind=standard-land; landAreaHa=5; newCompany=true',
    },
  ],
  materials: [code, ...names, text('preparedBy', '谁准备', { choices: zhOf(preparedByLabels) })],
  facts: [
    ...[code, text('type', '类型', { choices: { boolean: '是否', number: '数', choice: '选项' } })],
    ...[
      text('question_zh', '问题', { width: 30 }),
      text('question_en', '英文问题', { width: 30 }),
      text('unit', '单位'),
    ],
    text('scope', '用于', { choices: { project: '项目', fees: '收费' }, width: 8 }),
  ],
  options: [
    text('fact', '要素编码', { width: 22 }),
    text('value', '值', { width: 22 }),
    text('label_zh', '名称', { width: 26 }),
    text('label_en', '英文名称', { width: 26 }),
  ],
  fees: [
    ...[code, ...names, matter, text('amount', '金额规则（元）', rule)],
    text('kind', '类型', { choices: { price: '价款', tax: '税', fee: '费' } }),
    ...[text('basis', '依据', { width: 30 }), text('waiver', '免收规则', rule)],
    text('confidence', '来源标记', { choices: marks, width: 10 }),
  ],
}

function labelled(): Record<string, string> {
  return Object.fromEntries(treatments.map((one) => [one, treatmentLabels[one].name.zh]))
}
