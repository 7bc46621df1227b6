import { type Calendar, type Day, dayNumber, ordinalOnOrAfter } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'
import { byCodePoint } from '../../../kernel/order.ts'
import type { Plan, PlannedMatter } from '../../plans/contract/plan.ts'
import type { Delay } from '../../plans/contract/project-plan.ts'
import { milestoneMatters, milestoneNames } from '../../plans/contract/scenario.ts'
import type { Progress } from '../../projects/contract/progress.ts'
import type { DeviationCause, MatterDeviation, MilestoneDeviation } from '../contract/deviation.ts'

/** The running plan of today, why it is late, and the calendar in which days are counted. */
export interface Running {
  readonly plan: Pick<Plan, 'matters'>
  readonly delays: readonly Delay[]
  readonly progress: Progress
  readonly calendar: Calendar
  readonly nameOf: (code: string) => Label
}

type Agreed = Pick<Plan, 'matters'>

/** Days by which every matter and every milestone is ahead of or behind what was agreed, with the cause. */
export function deviationsOf(
  agreed: Agreed,
  running: Running,
): { readonly milestones: MilestoneDeviation[]; readonly matters: MatterDeviation[] } {
  const before = new Map(agreed.matters.filter(isPlanned).map((matter) => [matter.code, matter]))
  const now = new Map(running.plan.matters.filter(isPlanned).map((matter) => [matter.code, matter]))
  const codes = [...new Set([...now.keys(), ...before.keys()])]
  const matters = codes
    .map((code) => matterOf(code, { old: before.get(code), now: now.get(code), running }))
    .filter(({ days, cause }) => days !== 0 || cause !== 'none')
    .sort((a, b) => (b.days ?? 0) - (a.days ?? 0) || byCodePoint(a.code, b.code))
  const milestones = milestoneNames.flatMap((name) => milestoneOf(name, { before, now, running, matters }))
  return { milestones, matters }
}

const isPlanned = ({ finish, prior }: PlannedMatter): boolean => finish !== undefined && prior !== true

interface Compared {
  readonly old: PlannedMatter | undefined
  readonly now: PlannedMatter | undefined
  readonly running: Running
}

function matterOf(code: string, { old, now, running }: Compared): MatterDeviation {
  const agreedOn = old?.finishDate ?? null
  const nowOn = now?.finishDate ?? null
  const days = behind(running.calendar, agreedOn, nowOn)
  const { cause, by } = causeOf(code, { old, now, running }, days)
  return {
    ...{ code, name: running.nameOf(code), agreedOn, nowOn, days, cause },
    done: running.progress.matters[code]?.finished !== undefined,
    by: by === null ? null : running.nameOf(by),
  }
}

/** Working days from the promised day to the one that is reckoned with. */
function behind(calendar: Calendar, agreed: Day | null, now: Day | null): number | null {
  if (agreed === null || now === null) return null
  return ordinalOnOrAfter(calendar, dayNumber(now)) - ordinalOnOrAfter(calendar, dayNumber(agreed))
}

function causeOf(
  code: string,
  { old, now, running }: Compared,
  days: number | null,
): { cause: DeviationCause; by: string | null } {
  const alone = (cause: DeviationCause) => ({ cause, by: null })
  if (old === undefined) return alone('added')
  if (now === undefined) return alone('dropped')
  if (days === null || days <= 0) return alone('none')
  const own = running.delays.find((delay) => delay.code === code)
  if (own !== undefined) return alone(own.kind)
  const holder = now.holds?.[0]?.by
  return holder === undefined ? alone('terms') : { cause: 'held', by: holder }
}

interface Lines {
  readonly before: ReadonlyMap<string, PlannedMatter>
  readonly now: ReadonlyMap<string, PlannedMatter>
  readonly running: Running
  readonly matters: readonly MatterDeviation[]
}

function milestoneOf(name: MilestoneDeviation['name'], { before, now, running, matters }: Lines): MilestoneDeviation[] {
  const code = milestoneMatters[name]
  const [agreed, planned] = [before.get(code), now.get(code)]
  if (agreed === undefined && planned === undefined) return []
  const promisedOn = agreed?.finishDate ?? null
  const nowOn = planned?.finishDate ?? null
  const days = behind(running.calendar, promisedOn, nowOn)
  const ownCauses: readonly DeviationCause[] = ['decided', 'open', 'waiting', 'added']
  const weighty = new Set(running.delays.filter((delay) => delay.matters).map((delay) => delay.code))
  const because = matters
    .filter((line) => ownCauses.includes(line.cause) && (line.cause === 'added' || weighty.has(line.code)))
    .filter((line) => nowOn === null || line.nowOn === null || line.nowOn <= nowOn)
    .map((line) => ({ code: line.code, name: line.name, days: ownDays(line, running), cause: line.cause }))
    .sort((a, b) => b.days - a.days)
    .slice(0, 3)
  return [
    {
      ...{ name, promisedOn, nowOn, days, because: days !== null && days > 0 ? because : [] },
      reached: running.progress.matters[code]?.finished !== undefined,
    },
  ]
}

/** The days that are a matter's own; what it waited for others is theirs. */
function ownDays({ code, days }: MatterDeviation, { delays }: Running): number {
  return delays.find((delay) => delay.code === code)?.days ?? days ?? 0
}
