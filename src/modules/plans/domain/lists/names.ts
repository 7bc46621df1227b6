import type { Label } from '../../../../kernel/label.ts'
import { byCodePoint } from '../../../../kernel/order.ts'
import type { Catalogue, FactDeclaration, FeeSchedule, Matter } from '../../../matters/contract/catalogue.ts'
import type { FactValues } from '../../../matters/contract/fact-values.ts'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'

type FactValue = FactValues[string]

/** Names of everything that a plan tells by code. An unknown code is shown as it is. */
export interface PlanNames {
  readonly catalogue: Catalogue
  readonly matters: ReadonlyMap<string, Matter>
  readonly facts: ReadonlyMap<string, FactDeclaration>
  readonly stages: readonly { readonly code: string; readonly label: Label }[]
  matter(code: string): Label
  authority(code: string): string
  /** A paper or an outcome; several matters may produce an outcome under names of their own, so say which where it is known. */
  ref(code: string, producer?: string): Label
  fact(code: string): Label
  /** The answer to a fact's question in words, with its unit. */
  value(code: string, value: FactValue): Label
}

/** `catalogue` and `fees` as they are in force for the plan. */
export function namesOf(catalogue: Catalogue, fees: FeeSchedule): PlanNames {
  const matters = new Map(catalogue.matters.map((matter) => [matter.code, matter]))
  const facts = new Map([...catalogue.facts, ...fees.facts].map((fact) => [fact.code, fact]))
  const refs = new Map<string, Label>()
  for (const matter of catalogue.matters.toSorted((a, b) => byCodePoint(b.code, a.code))) {
    for (const output of matter.outputs) refs.set(output.code, { zh: output.name_zh, en: output.name_en })
  }
  for (const paper of catalogue.materials) refs.set(paper.code, { zh: paper.name_zh, en: paper.name_en })
  const plain = (code: string): Label => ({ zh: code, en: code })
  return {
    catalogue,
    matters,
    facts,
    stages: Object.entries(catalogue.stages).map(([code, name]) => ({ code, label: labelOfMixed(name) })),
    matter: (code) => {
      const matter = matters.get(code)
      return matter ? { zh: matter.name_zh, en: matter.name_en } : plain(code)
    },
    authority: (code) => matters.get(code)?.authority ?? '',
    ref: (code, producer) => {
      const own = matters.get(producer ?? '')?.outputs.find((output) => output.code === code)
      return own ? { zh: own.name_zh, en: own.name_en } : (refs.get(code) ?? plain(code))
    },
    fact: (code) => {
      const fact = facts.get(code)
      return fact ? { zh: fact.question_zh, en: fact.question_en } : plain(code)
    },
    value: (code, value) => valueText(facts.get(code), value),
  }
}

function valueText(fact: FactDeclaration | undefined, value: FactValue): Label {
  if (value === null) return { zh: '不清楚', en: 'not known' }
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (typeof value === 'number') {
    const unit = fact?.unit ?? ''
    return { zh: `${value} ${unitsZh[unit] ?? unit}`.trim(), en: `${value} ${unit}`.trim() }
  }
  const option = fact?.options?.find((candidate) => candidate.value === value)
  return { zh: option?.label_zh ?? value, en: option?.label_en ?? englishOption(value) }
}

/** Options without an English label have a code that reads as English: `standard-land`. */
const englishOption = (value: string): string => value.replaceAll('-', ' ')

const unitsZh: Readonly<Record<string, string>> = {
  '10k CNY': '万元',
  ha: '公顷',
  m2: '平方米',
  m3: '立方米',
  workday: '个工作日',
  'tce/a': '吨标准煤/年',
  't/a': '吨/年',
}
