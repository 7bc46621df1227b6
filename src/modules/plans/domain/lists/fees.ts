import type { Label, Language } from '../../../../kernel/label.ts'
import { confidenceLabels } from '../../../matters/contract/labels.ts'
import type { FeeLine, Plan } from '../../contract/plan.ts'
import type { PlanNames } from './names.ts'
import { type ListTable, yuanCell, yuanText } from './table.ts'

export const feeKindLabels: Record<FeeLine['kind'], Label> = {
  price: { zh: '价款', en: 'price' },
  tax: { zh: '税', en: 'tax' },
  fee: { zh: '费', en: 'fee' },
}

const titles = {
  zh: ['项目', '类别', '在哪个事项缴纳', '金额（元）', '应缴（元）', '减免', '依据', '可信度', '缺少的信息'],
  en: ['Item', 'Kind', 'Due at', 'Amount (CNY)', 'Payable (CNY)', 'Waiver', 'Basis', 'Confidence', 'Facts missing'],
} as const

const shapes = [
  { width: 30, kind: 'text' },
  { width: 8, kind: 'text' },
  { width: 26, kind: 'text' },
  { width: 16, kind: 'yuan' },
  { width: 16, kind: 'yuan' },
  { width: 18, kind: 'text' },
  { width: 40, kind: 'text' },
  { width: 16, kind: 'text' },
  { width: 30, kind: 'text' },
] as const

/** The one bill (收费统一办): what falls due at which matter, and a total that says when it is a lower bound. */
export function feesTable(plan: Plan, names: PlanNames, language: Language): ListTable {
  const listTitle: Label = { zh: '费用', en: 'Fees' }
  return {
    key: 'fees',
    title: listTitle[language],
    columns: shapes.map((shape, i) => ({ ...shape, title: titles[language][i] ?? '' })),
    rows: plan.fees.lines.map((line) => [
      line.name[language] || line.name.zh,
      feeKindLabels[line.kind][language],
      names.matter(line.matter)[language],
      yuanCell(line.amount),
      yuanCell(line.payable),
      waiverText(line, names)[language],
      line.basis,
      confidenceLabels[line.confidence].mark[language],
      line.missing.map((code) => names.fact(code)[language]).join(language === 'zh' ? '；' : '; '),
    ]),
    notes: [totalText(plan)[language]],
  }
}

/** What waives a line, in words where the rule is one fact with one answer, as written otherwise. */
export function waiverText(line: FeeLine, names: PlanNames): Label {
  if (line.waived === false || line.waiver === null) return { zh: '', en: '' }
  const rule = ruleText(line.waiver, names)
  return line.waived
    ? { zh: `减免：${rule.zh}`, en: `waived: ${rule.en}` }
    : { zh: `是否减免待定：${rule.zh}`, en: `waiver undecided: ${rule.en}` }
}

function ruleText(rule: string, names: PlanNames): Label {
  const [, fact, value] = /^\s*(\w+)\s*=\s*"([^"]*)"\s*$/.exec(rule) ?? []
  if (fact === undefined || value === undefined) return { zh: rule, en: rule }
  const name = names.fact(fact)
  const answer = names.value(fact, value)
  return { zh: `${name.zh}为${answer.zh}`, en: `${name.en} ${answer.en}` }
}

export function totalText(plan: Plan): Label {
  const payable = yuanText(plan.fees.payable)
  const waived = yuanText(plan.fees.waived)
  const zh = `合计应缴 ${payable} 元，减免 ${waived} 元`
  const en = `Payable ${payable} CNY in all, ${waived} CNY waived`
  return plan.fees.incomplete
    ? { zh: `${zh}。有项目还缺信息，合计是下限。`, en: `${en}. Some lines lack facts: the total is a lower bound.` }
    : { zh: `${zh}。`, en: `${en}.` }
}
