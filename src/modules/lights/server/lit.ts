import type { Day } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'
import type { Followed } from '../../progress/server/api.ts'
import type { WatchedProject } from '../../projects/server/api.ts'
import { measureLabels, type Subject, subjects } from '../contract/subject.ts'
import type { Light, LitProject } from '../contract.ts'
import {
  colourAfter,
  type LightRule,
  monthOf,
  monthsNotStarted,
  monthsWithoutEntry,
  percentShort,
  type Reading,
  worstOf,
} from '../domain/light.ts'

interface Watching {
  readonly project: WatchedProject
  readonly followed: Followed
  readonly rules: ReadonlyMap<Subject, LightRule>
  readonly today: Day
}

/** The lights of one project: what is watched, by which rule, with the number that it stands on. */
export function lightsOf({ project, followed, rules, today }: Watching): LitProject {
  const lights = subjects.flatMap((subject): Light[] => {
    const rule = rules.get(subject)
    if (!rule) return []
    if (project.condition === 'stalled') return [{ ...paused(project), subject, source: rule.source }]
    const readings = readingsOf[subject]({ project, followed, today })
    const value = readings.at(-1)?.value ?? null
    const colour = colourAfter(rule, readings)
    return [{ subject, colour, value, reason: reasonOf(subject, value), source: rule.source }]
  })
  const { id, name, stage } = project
  return { id, name, stage, worst: worstOf(lights.map(({ colour }) => colour)), lights }
}

function paused({ stalled }: WatchedProject): Pick<Light, 'colour' | 'value' | 'reason'> {
  const since = stalled === null ? { zh: '', en: '' } : { zh: `自 ${stalled.since}`, en: ` since ${stalled.since}` }
  const why = stalled?.note ? { zh: `：${stalled.note}`, en: `: ${stalled.note}` } : { zh: '', en: '' }
  return {
    ...{ colour: 'paused', value: null },
    reason: { zh: `项目停滞${since.zh}${why.zh}`, en: `The project stands still${since.en}${why.en}` },
  }
}

function reasonOf(subject: Subject, value: number | null): Label {
  const { zh, en } = measureLabels[subject]
  return value === null
    ? { zh: `没有数据：${zh}`, en: `Not known: ${en}` }
    : { zh: `${zh} ${value}`, en: `${value} ${en}` }
}

type Seen = Pick<Watching, 'project' | 'followed' | 'today'>

const readingsOf: Readonly<Record<Subject, (seen: Seen) => readonly Reading[]>> = {
  start: ({ project, followed, today }) => {
    const planned = followed.milestones.find(({ node }) => node === 'start')
    const plan = planned && { plannedOn: planned.plannedOn, doneOn: planned.doneOn ?? project.startedOn }
    const value = plan === undefined && project.startedOn !== null ? 0 : monthsNotStarted(plan, today)
    return [{ month: monthOf(today), value }]
  },
  progress: ({ followed }) =>
    followed.reports.map(({ month, planned, actual }) => ({
      month,
      value: planned === null ? null : Math.max(0, Math.round((planned - actual) * 10) / 10),
    })),
  statistics: ({ project, followed, today }) => {
    const entered = project.enteredOn !== null || followed.investments.some(({ ledger }) => ledger === 'statistics')
    const started = project.startedOn ?? followed.milestones.find(({ node }) => node === 'start')?.doneOn ?? null
    return [{ month: monthOf(today), value: monthsWithoutEntry(started, entered, today) }]
  },
  money: ({ followed, today }) => {
    const sum = (wanted: string) =>
      followed.investments
        .filter(({ ledger, month }) => ledger === wanted && month < monthOf(today))
        .reduce((total, { amount }) => total + Number(amount), 0)
    return [{ month: monthOf(today), value: percentShort(sum('planned'), sum('paid')) }]
  },
}
