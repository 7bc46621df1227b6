import type { Label } from '../../../kernel/label.ts'

/** What a text of a commitment may name; everything is filled in when it is signed. `fact` reads the project's facts. */
interface Variable {
  readonly name: string
  readonly label: Label
  readonly fact?: string
}

export const variables = [
  { name: 'enterpriseName', label: { zh: '企业名称', en: 'enterprise' } },
  { name: 'uscc', label: { zh: '统一社会信用代码', en: 'unified social credit code' } },
  { name: 'projectName', label: { zh: '项目名称', en: 'project' } },
  { name: 'matterName', label: { zh: '事项名称', en: 'matter' } },
  { name: 'paperName', label: { zh: '材料名称', en: 'paper' } },
  { name: 'signedOn', label: { zh: '签署日期', en: 'day of signature' } },
  { name: 'landAreaHa', label: { zh: '用地公顷', en: 'land in hectares' }, fact: 'landAreaHa' },
  { name: 'floorAreaM2', label: { zh: '建筑面积', en: 'floor area in m²' }, fact: 'floorAreaM2' },
  { name: 'investmentWan', label: { zh: '总投资万元', en: 'investment in 10,000 yuan' }, fact: 'investmentWan' },
  { name: 'energyTceYear', label: { zh: '年综合能耗', en: 'energy, tce a year' }, fact: 'energyTceYear' },
  {
    name: 'constructionWorkdays',
    label: { zh: '施工工作日', en: 'working days of construction' },
    fact: 'constructionWorkdays',
  },
] as const satisfies readonly Variable[]
export type VariableName = (typeof variables)[number]['name']
export type VariableValues = Readonly<Partial<Record<VariableName, string | null>>>

const place = /\{\{([^{}]*)\}\}/g

function variableOf(written: string): (typeof variables)[number] | undefined {
  const word = written.trim()
  return variables.find(({ name, label }) => name === word || label.zh === word)
}

/** Why a text cannot be saved: it names what is no variable, or a brace was left open. */
export function refusalOfText(text: string): Label | null {
  const unknown = [...text.matchAll(place)].map(([, word = '']) => word).find((word) => variableOf(word) === undefined)
  const names = variables.map(({ label }) => label.zh).join('、')
  if (unknown !== undefined) {
    return {
      zh: `没有名为“${unknown}”的变量；可用：${names}。`,
      en: `There is no variable "${unknown}"; known: ${variables.map(({ name }) => name).join(', ')}.`,
    }
  }
  if (/\{\{|\}\}/.test(text.replace(place, ''))) {
    return {
      zh: '变量应写成 {{名称}}，有一处括号没有配对。',
      en: 'A variable is written {{name}}: a brace has no partner.',
    }
  }
  return null
}

export interface Filled {
  readonly text: string
  /** Variables of the text that have no value, each once. */
  readonly missing: readonly Label[]
}

/** The text with its values; what is missing stays as a blank and is named. */
export function fillText(text: string, values: VariableValues): Filled {
  const missing = new Map<string, Label>()
  const filled = text.replace(place, (all, word: string) => {
    const variable = variableOf(word)
    if (!variable) return all
    const value = values[variable.name]
    if (value !== undefined && value !== null && value !== '') return value
    missing.set(variable.name, variable.label)
    return '＿＿＿＿'
  })
  return { text: filled, missing: [...missing.values()] }
}
