import type { Label, Language } from '../../../../kernel/label.ts'
import { formatNumber } from '../../../../web/kit/format.ts'
import type { FactDeclaration } from '../../../matters/contract/catalogue.ts'
import type { FactValues } from '../../../matters/contract/fact-values.ts'
import { hintOf, unitLabel } from './questions.ts'

/** A fact as people read it: the sentence of a yes-or-no fact, the catalogue's question otherwise. */
export function factLabel(code: string, declarations: readonly FactDeclaration[]): Label {
  const declaration = declarations.find((candidate) => candidate.code === code)
  const asked = declaration && { zh: declaration.question_zh, en: declaration.question_en }
  return hintOf(code).statement ?? asked ?? { zh: code, en: code }
}

/** A value of a fact in words: yes or no, the option's name, the number with its unit. */
export function valueLabel(
  code: string,
  value: FactValues[string] | undefined,
  declarations: readonly FactDeclaration[],
): Label {
  if (value === null || value === undefined) return { zh: '还不知道', en: 'not known yet' }
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (typeof value === 'string') return optionLabel(code, value, declarations)
  const unit = unitLabel(declarations.find((candidate) => candidate.code === code)?.unit)
  const withUnit = (language: Language) => `${formatNumber(value, language, 4)} ${unit[language]}`.trim()
  return { zh: withUnit('zh'), en: withUnit('en') }
}

export function optionLabel(code: string, value: string, declarations: readonly FactDeclaration[]): Label {
  const hint = hintOf(code).options?.[value]?.label
  const declared = declarations.find((fact) => fact.code === code)?.options?.find((option) => option.value === value)
  return hint ?? { zh: declared?.label_zh ?? value, en: declared?.label_en ?? declared?.label_zh ?? value }
}
