import type { Label, Language } from '../../../../kernel/label.ts'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'
import type { OwedPaper, Plan, PlannedCommitment } from '../../contract/plan.ts'
import { mattersByCode } from './holds.ts'
import type { PlanNames } from './names.ts'
import { dayCell, type ListTable } from './table.ts'

export const signerLabels: Record<PlannedCommitment['signer'], Label> = {
  enterprise: { zh: '企业', en: 'enterprise' },
  government: { zh: '政府', en: 'government' },
}

const owedTitles = {
  zh: ['事项', '容缺的材料', '由谁产生', '最迟补交', '能否赶上'],
  en: ['Matter', 'Owed paper', 'Comes from', 'Due', 'In time?'],
} as const

/** Owed papers (容缺材料): what may come after filing, and until when. */
export function owedTable(plan: Plan, names: PlanNames, language: Language): ListTable {
  const [matter, paper, from, due, inTime] = owedTitles[language]
  const title: Label = { zh: '容缺材料', en: 'Owed papers' }
  return {
    key: 'owed',
    title: title[language],
    columns: [
      { title: matter, width: 30, kind: 'text' },
      { title: paper, width: 34, kind: 'text' },
      { title: from, width: 30, kind: 'text' },
      { title: due, width: 12, kind: 'day' },
      { title: inTime, width: 22, kind: 'text' },
    ],
    rows: plan.owed.map((owed) => [
      names.matter(owed.matter)[language],
      names.ref(owed.ref, owed.producer)[language],
      names.matter(owed.producer)[language],
      dayCell(owed.dueDate),
      lapseText(owed)[language],
    ]),
    notes: [],
  }
}

export function lapseText(owed: OwedPaper): Label {
  return owed.lapses
    ? { zh: '！赶不上，容缺会失效', en: '! too late: the tolerance lapses' }
    : { zh: '✓ 赶得上', en: '✓ in time' }
}

const commitmentTitles = {
  zh: ['事项', '承诺代替的材料', '谁签', '承诺内容', '核查', '申报日'],
  en: ['Matter', 'Instead of', 'Signed by', 'Text', 'Check', 'Filed'],
} as const

/** Commitments (告知承诺) to sign and when each is checked. */
export function commitmentsTable(plan: Plan, names: PlanNames, language: Language): ListTable {
  const [matter, paper, signer, text, check, filed] = commitmentTitles[language]
  const title: Label = { zh: '告知承诺', en: 'Commitments' }
  const byCode = mattersByCode(plan)
  return {
    key: 'commitments',
    title: title[language],
    columns: [
      { title: matter, width: 30, kind: 'text' },
      { title: paper, width: 30, kind: 'text' },
      { title: signer, width: 10, kind: 'text' },
      { title: text, width: 50, kind: 'text' },
      { title: check, width: 24, kind: 'text' },
      { title: filed, width: 12, kind: 'day' },
    ],
    rows: plan.commitments.map((commitment) => [
      names.matter(commitment.matter)[language],
      names.ref(commitment.ref)[language],
      signerLabels[commitment.signer][language],
      commitment.text[language] || commitment.text.zh,
      labelOfMixed(commitment.check)[language],
      dayCell(byCode.get(commitment.matter)?.filedDate),
    ]),
    notes: [],
  }
}
