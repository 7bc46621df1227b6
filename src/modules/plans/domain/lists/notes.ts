import type { Label, Language } from '../../../../kernel/label.ts'
import { workdayCount } from '../../../../kernel/workday-count.ts'
import type { FactValues } from '../../../matters/contract/fact-values.ts'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'
import { switchLabels, switchNames } from '../../../zones/contract/switches.ts'
import type { Plan } from '../../contract/plan.ts'
import type { Changes } from '../../contract/request.ts'
import { milestoneLabels, milestoneMatters, milestoneNames, scenarioLabels } from '../../contract/scenario.ts'
import { mattersByCode } from './holds.ts'
import type { PlanNames } from './names.ts'
import type { ListTable } from './table.ts'

/** Under what a plan was computed and printed. `on` is the day of the export. */
export interface PlanContext {
  readonly zone: Label | null
  readonly version: { readonly title: string; readonly asOf: string; readonly digest: string }
  readonly facts: FactValues
  readonly changes?: Changes | undefined
  readonly on: string
}

/** What must be said about a plan wherever it is shown: assumed land, undecided matters, provisional dates, missing durations. */
export function cautionsOf(plan: Plan, names: PlanNames): Label[] {
  const cautions: Label[] = []
  if (plan.assumedStandardLand) {
    cautions.push({
      zh: '本方案假定地块按标准地供应；实际是一般出让。',
      en: 'The plan assumes standard land; the project is an ordinary transfer.',
    })
  }
  if (plan.milestones.incomplete) {
    cautions.push({
      zh: `不完整：有 ${plan.undecided.length} 个事项还不能判断是否需要，没有排入；节点可能更晚。`,
      en: `Incomplete: ${plan.undecided.length} matters are undecided and not scheduled; milestones may be later.`,
    })
  }
  if (plan.provisional) {
    cautions.push({
      zh: '暂定：部分日期所在年份的放假通知尚未公布，只按周末休息计算。',
      en: 'Provisional: some dates fall in a year whose holiday notice is not loaded; only weekends are off there.',
    })
  }
  for (const code of plan.undated) {
    const fact = names.fact(code)
    cautions.push({
      zh: `未填写“${fact.zh}”：其后只有先后次序，没有日期（仅审批时间）。`,
      en: `"${fact.en}" is not answered: what follows it is a sequence without dates (approvals only).`,
    })
  }
  return cautions
}

export function notesTable(plan: Plan, names: PlanNames, to: { context: PlanContext; language: Language }): ListTable {
  const { context, language } = to
  const say = (label: Label) => label[language]
  const row = (zh: string, en: string, value: string): [string, string] => [say({ zh, en }), value]
  const byCode = mattersByCode(plan)
  const scenario = plan.scenario ? say(scenarioLabels[plan.scenario]) : say({ zh: '自选组合', en: 'own switches' })
  const rows: [string, string][] = [
    row('开发区', 'Zone', context.zone ? say(context.zone) : say({ zh: '未选择', en: 'not chosen' })),
    row('办理方式', 'Scenario', scenario),
    row(
      '改革开关',
      'Reforms in force',
      switchNames
        .filter((name) => plan.switches[name])
        .map((name) => say(switchLabels[name]))
        .join(language === 'zh' ? '、' : ', '),
    ),
    row('开始日', 'Start', `${plan.start} → ${plan.dayZero}`),
    ...milestoneNames.map((name): [string, string] => [
      say(milestoneLabels[name]),
      milestoneText(plan.milestones[name], byCode.get(milestoneMatters[name])?.finishDate)[language],
    ]),
    row(
      '事项目录',
      'Catalogue',
      `${labelOfMixed(context.version.asOf)[language]} · ${context.version.digest.slice(0, 12)}`,
    ),
    row('生成日', 'Made on', context.on),
    ...cautionsOf(plan, names).map((caution): [string, string] => row('说明', 'Note', say(caution))),
    ...changeRows(context.changes, names, say),
    ...Object.entries(context.facts).map(([code, value]): [string, string] => [
      say(names.fact(code)),
      say(names.value(code, value)),
    ]),
  ]
  const title: Label = { zh: '说明', en: 'Notes' }
  const heads: readonly Label[] = [
    { zh: '项目', en: 'Item' },
    { zh: '内容', en: 'Content' },
  ]
  return {
    key: 'notes',
    title: say(title),
    columns: heads.map((head, i) => ({ title: say(head), width: i === 0 ? 44 : 70, kind: 'text' })),
    rows,
    notes: [],
  }
}

export function milestoneText(days: number | null, date: string | null | undefined): Label {
  if (days === null) return { zh: '不涉及', en: 'not in this plan' }
  return {
    zh: `${days} 个工作日${date ? `（${date}）` : ''}`,
    en: `${workdayCount(days)}${date ? ` (${date})` : ''}`,
  }
}

function changeRows(changes: Changes | undefined, names: PlanNames, say: (label: Label) => string): [string, string][] {
  if (!changes) return []
  return [
    ...Object.entries(changes.slips).map(([code, days]): [string, string] => [
      say({ zh: '假设：推迟开始', en: 'What if: starts later' }),
      `${say(names.matter(code))} +${days}`,
    ]),
    ...Object.entries(changes.handling).map(([code, days]): [string, string] => [
      say({ zh: '假设：承诺办理天数', en: 'What if: desk promises days' }),
      `${say(names.matter(code))} ${days}`,
    ]),
    ...changes.relax.map((path): [string, string] => {
      const [matter = '', ref = ''] = path.split('/')
      return [
        say({ zh: '假设：单项放宽', en: 'What if: single relaxation' }),
        `${say(names.matter(matter))} · ${say(names.ref(ref))}`,
      ]
    }),
  ]
}
