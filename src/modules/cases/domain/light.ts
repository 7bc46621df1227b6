import type { Day } from '../../../kernel/calendar.ts'
import { type ClockState, clockOn, type Moment } from '../../../kernel/clock-state.ts'
import type { Label } from '../../../kernel/label.ts'
import { workdayCount } from '../../../kernel/workday-count.ts'
import { clockKindLabels, type Light } from '../contract/clock.ts'
import { stateMeanings, type WaitsFor } from '../contract/state.ts'
import { isEnded } from './clocks.ts'
import type { CaseClockFacts, CaseFacts, Review } from './facts.ts'
import { lapsedFrom } from './subject.ts'

/** A clock of the case with what it says today. */
export interface ReadClock extends CaseClockFacts {
  readonly now: ClockState
}

/** What a list shows of a case: whom it waits for, its light, and the day that binds. */
export interface CaseReading {
  readonly waitsFor: WaitsFor
  readonly light: Light
  readonly dueOn: Day | null
  readonly late: number
}

/**
 * Every clock on a day. A case that counts as accepted by lapse of time shows the limits that run since its receipt,
 * although nobody has recorded the acceptance yet (行政许可法 第32条).
 */
export function readClocks(facts: CaseFacts, moment: Moment): ReadClock[] {
  const from = lapsedFrom(facts, moment)
  const running: readonly CaseClockFacts[] =
    from === null
      ? facts.clocks
      : [
          ...facts.clocks,
          ...(['statutory', 'promised'] as const).map((kind) => ({
            kind,
            ref: null,
            clock: { budget: facts.limits[kind], ledger: [{ kind: 'started', on: from }] as const },
          })),
        ]
  return running.map((item) => ({ ...item, now: clockOn(item.clock, moment) }))
}

/** Whom the case waits for: after a delivery only an owed paper is left to wait for. */
export function waitsForOf({ state, issuedOn, papers }: CaseFacts): WaitsFor {
  if (issuedOn === null || !['passed', 'passed_with_tolerance'].includes(state)) return stateMeanings[state].waitsFor
  return papers.some((paper) => paper.status === 'owed') ? 'applicant' : 'nobody'
}

/**
 * The light of a case. What is late binds first, the longest late before the others; then the earliest due day.
 * What is late within the slack of its project's plan is amber, not red; what is red names who waits.
 */
export function readCase(facts: CaseFacts, clocks: readonly ReadClock[], plan: PlanPlace | null = null): CaseReading {
  const waitsFor = waitsForOf(facts)
  if (waitsFor === 'nobody') return { waitsFor, light: done(facts), dueOn: null, late: 0 }
  const open = clocks.filter((item) => !isEnded(item))
  const binding = bindingOf(open)
  if (binding === null) return { waitsFor, light: noClock(facts), dueOn: null, late: 0 }
  return {
    waitsFor,
    light: lightOf(binding, { ...(plan ?? nowhere), asked: facts.review?.asked ?? [] }),
    dueOn: binding.now.dueOn,
    late: binding.now.late,
  }
}

/** What is late or nearly so binds a suspended case too; otherwise it stands still, whatever else runs. */
function bindingOf(open: readonly ReadClock[]): ReadClock | null {
  const first = open.reduce<ReadClock | null>((worst, item) => (worst && !binds(item, worst) ? worst : item), null)
  if (first?.now.colour !== 'normal') return first
  return open.find(({ now }) => now.colour === 'suspended') ?? first
}

function binds({ now }: ReadClock, { now: than }: ReadClock): boolean {
  if ((now.colour === 'overdue') !== (than.colour === 'overdue')) return now.colour === 'overdue'
  if (now.colour === 'overdue' && now.late !== than.late) return now.late > than.late
  return (now.dueOn ?? '9999') < (than.dueOn ?? '9999')
}

/** Where the matter stands in the plan of its project. */
export interface PlanPlace {
  /** Working days by which it may slip without moving the end; null: the plan does not say. */
  readonly slack: number | null
  /** The matters that cannot go on before it. */
  readonly waiting: readonly Label[]
  /** The day on which the plan lets it start; null: it does not say, or it has been filed. */
  readonly startsOn?: Day | null
}

const nowhere: PlanPlace = { slack: null, waiting: [] }

function lightOf(
  { kind, ref, clock, now }: ReadClock,
  { slack, waiting, asked }: PlanPlace & Pick<Review, 'asked'>,
): Light {
  const name = nameOf(clockKindLabels[kind], asked.find(({ departmentId }) => departmentId === ref)?.name)
  const days = (n: number) => daysIn(clock.budget.unit, n)
  switch (now.colour) {
    case 'overdue':
      return late(name, { dueOn: now.dueOn ?? '', slack, waiting, days: days(now.late) })
    case 'suspended':
      return { kind: 'suspended', text: suspended(clock.ledger.at(-1)) }
    case 'warning':
    case 'normal': {
      const zh = `${name.zh}：${now.dueOn} 到期，还有 ${days(now.left).zh}。`
      return { kind: now.colour, text: { zh, en: `${name.en}: due on ${now.dueOn}, ${days(now.left).en} left.` } }
    }
  }
}

/** An opinion is asked of somebody. */
function nameOf({ zh, en }: Label, department: string | undefined): Label {
  return department === undefined ? { zh, en } : { zh: `${zh}（${department}）`, en: `${en} (${department})` }
}

interface Late extends PlanPlace {
  readonly dueOn: Day
  readonly days: Label
}

/** A red light knows the plan: what the slack of the plan takes up is amber. */
function late(name: Label, { dueOn, slack, waiting, days }: Late): Light {
  const zh = `${name.zh} ${dueOn} 到期，已超 ${days.zh}`
  const en = `${name.en} was due on ${dueOn}, ${days.en} late`
  if (slack === null) return { kind: 'overdue', text: { zh: `${zh}。`, en: `${en}.` } }
  if (slack > 0) {
    const text = {
      zh: `${zh}；方案还有 ${slack} 个工作日机动，不影响投产。`,
      en: `${en}; the plan has ${workdayCount(slack)} of slack, production is not delayed.`,
    }
    return { kind: 'warning', text }
  }
  const who = whoWaits(waiting)
  return {
    kind: 'overdue',
    text: { zh: `${zh}；方案已无机动${who.zh}。`, en: `${en}; the plan has no slack left${who.en}.` },
  }
}

const named = 2

function whoWaits(waiting: readonly Label[]): Label {
  if (waiting.length === 0) return { zh: '', en: '' }
  const first = waiting.slice(0, named)
  const more = waiting.length > named
  return {
    zh: `，${first.map(({ zh }) => `“${zh}”`).join('、')}${more ? `等 ${waiting.length} 个事项` : ''}在等`,
    en: `; ${first.map(({ en }) => `"${en}"`).join(', ')}${more ? ` and ${waiting.length - named} more` : ''} wait for it`,
  }
}

function suspended(entry: CaseClockFacts['clock']['ledger'][number] | undefined): Label {
  if (entry?.kind !== 'suspended') return { zh: '计时已中止。', en: 'The clock stands still.' }
  const { on, promisedDays } = entry
  const reason = entry.reason.replace(/[。．.，,；;]+$/u, '')
  if (promisedDays === undefined) return { zh: `${on} 起中止：${reason}。`, en: `Suspended since ${on}: ${reason}.` }
  return {
    zh: `${on} 起中止：${reason}，约 ${promisedDays} 个工作日。`,
    en: `Suspended since ${on}: ${reason}, about ${workdayCount(promisedDays)}.`,
  }
}

function noClock({ state }: CaseFacts): Light {
  const { label } = stateMeanings[state]
  return {
    kind: 'normal',
    text: { zh: `${label.zh}，没有正在计的期限。`, en: `${label.en}: no limit is running.` },
  }
}

function done({ state, issuedOn, decidedOn, lastOn }: CaseFacts): Light {
  const { label } = stateMeanings[state]
  const on = issuedOn ?? decidedOn ?? lastOn
  return { kind: 'done', text: { zh: `${label.zh}，${on}。`, en: `${label.en}, ${on}.` } }
}

function daysIn(unit: CaseClockFacts['clock']['budget']['unit'], n: number): Label {
  if (unit === 'workday') return { zh: `${n} 个工作日`, en: workdayCount(n) }
  return { zh: `${n} 天`, en: n === 1 ? '1 day' : `${n} days` }
}
