import type { Label, Language } from '../../../../kernel/label.ts'
import type { PaperNeed, Plan } from '../../contract/plan.ts'
import type { PlanNames } from './names.ts'
import { dayCell, type ListTable } from './table.ts'

export const preparers = ['enterprise', 'intermediary', 'government'] as const
export type Preparer = (typeof preparers)[number]

export const preparerLabels: Record<Preparer, Label> = {
  enterprise: { zh: '企业准备', en: 'Prepared by the enterprise' },
  intermediary: { zh: '中介编制', en: 'Prepared by an intermediary' },
  government: { zh: '政府提供', en: 'Provided by the government' },
}

const titles = {
  zh: ['☐', '材料', '谁准备', '最早需要', '用于', '也用于'],
  en: ['☐', 'Paper', 'Prepared by', 'First needed', 'For', 'Also for'],
} as const
const listTitle: Label = { zh: '材料清单', en: 'Papers' }

/** Papers of one preparer, first needed first; each paper stands once, whoever asks for it. */
export function papersBy(plan: Plan, preparer: Preparer): PaperNeed[] {
  return plan.papers.filter((paper) => paper.preparedBy === preparer).toSorted((a, b) => a.neededAt - b.neededAt)
}

export function papersTable(plan: Plan, names: PlanNames, language: Language): ListTable {
  const [tick, paper, by, needed, first, also] = titles[language]
  return {
    key: 'papers',
    title: listTitle[language],
    columns: [
      { title: tick, width: 4, kind: 'text' },
      { title: paper, width: 34, kind: 'text' },
      { title: by, width: 20, kind: 'text' },
      { title: needed, width: 12, kind: 'day' },
      { title: first, width: 28, kind: 'text' },
      { title: also, width: 44, kind: 'text' },
    ],
    rows: preparers.flatMap((preparer) =>
      papersBy(plan, preparer).map((need) => [
        '☐',
        names.ref(need.paper)[language],
        preparerLabels[preparer][language],
        dayCell(need.neededOn),
        names.matter(need.firstNeededBy)[language],
        alsoFor(need)
          .map((code) => names.matter(code)[language])
          .join(language === 'zh' ? '、' : ', '),
      ]),
    ),
    notes: [],
  }
}

/** All matters that the paper serves besides the one that needs it first. */
export function alsoFor(need: PaperNeed): string[] {
  return need.serves.filter((code) => code !== need.firstNeededBy)
}
