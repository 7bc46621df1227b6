import type { Language } from '../../../../kernel/label.ts'
import type { Plan, PlannedMatter } from '../../contract/plan.ts'
import { waitsFor } from './holds.ts'
import type { PlanNames } from './names.ts'
import { stateOf } from './state.ts'
import { type Cell, type Column, dayCell, type ListTable } from './table.ts'

const words = {
  zh: {
    title: '事项清单',
    titles: ['序号', '阶段', '事项', '办理单位', '发起', '开始', '申报', '办结', '工作日', '机动', '状态', '等谁'],
    enterprise: '企业',
    government: '政府',
  },
  en: {
    title: 'Matters',
    titles: [
      'No.',
      'Stage',
      'Matter',
      'Authority',
      'By',
      'Start',
      'Filed',
      'Finish',
      'Days',
      'Slack',
      'State',
      'Waits for',
    ],
    enterprise: 'enterprise',
    government: 'government',
  },
} as const

const shapes: readonly Omit<Column, 'title'>[] = [
  { width: 5, kind: 'number' },
  { width: 16, kind: 'text' },
  { width: 30, kind: 'text' },
  { width: 26, kind: 'text' },
  { width: 8, kind: 'text' },
  { width: 12, kind: 'day' },
  { width: 12, kind: 'day' },
  { width: 12, kind: 'day' },
  { width: 8, kind: 'number' },
  { width: 7, kind: 'number' },
  { width: 14, kind: 'text' },
  { width: 30, kind: 'text' },
]

/** Every matter that applies or is undecided, in the order of stages; those that do not apply are left out. */
export function mattersTable(plan: Plan, names: PlanNames, language: Language): ListTable {
  const say = words[language]
  const listed = plan.matters.filter((matter) => matter.applies !== false)
  return {
    key: 'matters',
    title: say.title,
    columns: shapes.map((shape, i) => ({ ...shape, title: say.titles[i] ?? '' })),
    rows: listed.map((matter, i) => [i + 1, ...cellsOf(matter, names, language)]),
    notes: [],
  }
}

function cellsOf(matter: PlannedMatter, names: PlanNames, language: Language): Cell[] {
  const entry = names.matters.get(matter.code)
  const stage = names.stages.find((candidate) => candidate.code === entry?.stage)
  const waits = waitsFor(matter).map((code) => names.matter(code)[language])
  const days = matter.start !== undefined && matter.finish !== undefined ? matter.finish - matter.start : null
  return [
    stage?.label[language] ?? '',
    names.matter(matter.code)[language],
    entry?.authority ?? '',
    entry ? words[language][entry.initiator] : '',
    dayCell(matter.startDate),
    dayCell(matter.filedDate),
    dayCell(matter.finishDate),
    days,
    matter.slack ?? null,
    stateOf(matter)[language],
    waits.join(language === 'zh' ? '、' : ', '),
  ]
}
