import type { Calendar } from '../../../../kernel/calendar.ts'
import type {
  GanttBar,
  GanttColumn,
  GanttFlag,
  GanttHold,
  GanttMark,
  GanttModel,
  GanttRow,
} from '../../../../web/kit/gantt/model.ts'
import type { Say } from '../../../../web/text.tsx'
import type { Plan, PlannedMatter } from '../../contract/plan.ts'
import { milestoneLabels, milestoneMatters, milestoneNames } from '../../contract/scenario.ts'
import { isScheduled, mattersByCode, waitsFor } from '../../domain/lists/holds.ts'
import type { PlanNames } from '../../domain/lists/names.ts'
import { stateOf } from '../../domain/lists/state.ts'

export interface ChartInput {
  readonly plan: Plan
  /** The plan without what-ifs, drawn as ghosts; undefined when nothing was changed. */
  readonly base: Plan | undefined
  readonly names: PlanNames
  readonly calendar: Calendar
  readonly today: string
  readonly say: Say
}

type Scheduled = PlannedMatter & { start: number; finish: number }

/** The plan as rows, bars, flags and marks of the chart. */
export function ganttModel(input: ChartInput): GanttModel {
  const { plan, names, say, calendar, today } = input
  const before = input.base ? mattersByCode(input.base) : null
  return {
    calendar,
    dayZero: plan.dayZero,
    groups: names.stages.map((stage) => ({ id: stage.code, label: say(stage.label) })),
    rows: plan.matters.filter(isScheduled).map((matter) => rowOf(matter, before?.get(matter.code), input)),
    columns: columnsOf(say),
    marks: marksOf(input),
    today,
  }
}

function columnsOf(say: Say): GanttColumn[] {
  return [
    { label: say({ zh: '事项', en: 'Matter' }), width: 250 },
    { label: say({ zh: '办理单位', en: 'Authority' }), width: 190, tableOnly: true },
    { label: say({ zh: '开始', en: 'Start' }), width: 92, tableOnly: true },
    { label: say({ zh: '办结', en: 'Finish' }), width: 92 },
    { label: say({ zh: '天数', en: 'Days' }), width: 52, align: 'end' },
    { label: say({ zh: '机动', en: 'Slack' }), width: 56, align: 'end', tableOnly: true },
    { label: say({ zh: '状态', en: 'State' }), width: 110, tableOnly: true },
    { label: say({ zh: '等谁', en: 'Waits for' }), width: 240, tableOnly: true },
  ]
}

function rowOf(matter: Scheduled, before: PlannedMatter | undefined, input: ChartInput): GanttRow {
  const { names, say, plan } = input
  const note = waitText(matter, names, say)
  const slack = matter.slack ?? 0
  return {
    id: matter.code,
    group: names.matters.get(matter.code)?.stage ?? '',
    cells: [
      say(names.matter(matter.code)),
      names.authority(matter.code),
      matter.startDate ?? '—',
      matter.finishDate ?? '—',
      String(matter.finish - matter.start),
      matter.slack === null ? '—' : String(slack),
      say(stateOf(matter)),
      note ?? '',
    ],
    bars: matter.prior ? [] : barsOf(matter),
    slackTo: slackEnd(matter, plan),
    critical: matter.critical ?? false,
    done: matter.prior ?? false,
    baseline: baselineOf(matter, before),
    flags: flagsOf(matter, plan, input),
    diamond: Object.values(milestoneMatters).some((code) => code === matter.code) ? matter.finish : null,
    holds: holdsOf(matter),
    note,
  }
}

/** Preparation, handling, and the wait for a result that the decision needs. */
export function barsOf(matter: Scheduled): GanttBar[] {
  const filed = matter.filed ?? matter.start
  const decided = Math.min(matter.decided ?? matter.finish, matter.finish)
  return [
    { tone: 'pale', from: matter.start, to: filed },
    { tone: 'solid', from: filed, to: decided },
    { tone: 'hatched', from: decided, to: matter.finish },
  ]
}

/** How far the end may move: a start that moves only eats into a wait for the decision first, and nothing ends after the plan. */
export function slackEnd(matter: Scheduled, plan: Plan): number | null {
  const last = Math.max(...plan.matters.map((other) => other.finish ?? 0))
  const end = Math.min(last, (matter.decided ?? matter.finish) + (matter.slack ?? 0))
  return end > matter.finish ? end : null
}

function baselineOf(matter: Scheduled, before: PlannedMatter | undefined): GanttRow['baseline'] {
  if (before?.start === undefined || before.finish === undefined || before.prior) return null
  if (before.start === matter.start && before.finish === matter.finish) return null
  return { from: before.start, to: before.finish }
}

function holdsOf(matter: PlannedMatter): GanttHold[] {
  return (matter.holds ?? []).map((hold) => ({ by: hold.by, kind: hold.kind === 'decision' ? 'end' : 'start' }))
}

function flagsOf(matter: PlannedMatter, plan: Plan, { names, say }: ChartInput): GanttFlag[] {
  return plan.owed
    .filter((owed) => owed.matter === matter.code)
    .map((owed) => {
      const paper = names.ref(owed.ref, owed.producer)
      const due = owed.dueDate ?? `+${owed.due}`
      return {
        at: owed.due,
        late: owed.lapses,
        text: say({ zh: `容缺：${paper.zh}，最迟 ${due} 补交`, en: `Owed: ${paper.en}, due ${due}` }),
      }
    })
}

/** Who holds it up: the matters it waited for, with the office that has them. */
export function waitText(matter: PlannedMatter, names: PlanNames, say: Say): string | null {
  const waits = waitsFor(matter)
  if (waits.length === 0) return null
  const listed = waits.map((code) => {
    const name = names.matter(code)
    const office = names.authority(code)
    return say({ zh: `${name.zh}（${office}）`, en: `${name.en} (${office})` })
  })
  return say({ zh: `等 ${listed.join('、')}`, en: `waits for ${listed.join(', ')}` })
}

function marksOf({ plan, say }: ChartInput): GanttMark[] {
  const byCode = mattersByCode(plan)
  return milestoneNames.flatMap((name) => {
    const at = plan.milestones[name]
    if (at === null) return []
    const date = byCode.get(milestoneMatters[name])?.finishDate
    const label = milestoneLabels[name]
    const when = date ? `${date.slice(5)} · ` : ''
    return [{ at, label: say({ zh: `${label.zh} ${when}${at} 天`, en: `${label.en} ${when}${at} d` }) }]
  })
}
