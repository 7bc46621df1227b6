/** 堵点逐级调度（枣庄：2 日答复、10 日解决、疑难 25 日；繁峙“三级包保”）. Each level has its working days; what is late on one level goes one up. */
import type { Day } from '../../../kernel/calendar.ts'
import { type Clock, type ClockEntry, enter, startClock } from '../../../kernel/clock.ts'
import { type ClockState, clockOn, type Moment } from '../../../kernel/clock-state.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Level, State, Verb } from '../contract/topic.ts'

export interface Act {
  readonly verb: 'raise' | Verb
  readonly on: Day
  readonly level: Level
  /** Working days: of raise, escalate and reopen the limit of the level from that day on; of extend as many more. */
  readonly days: number | null
}

export const topLevel: Level = 3

const begins: readonly Act['verb'][] = ['raise', 'escalate', 'reopen']

/** The clock of the level on which it stands: begun by the last raise, escalation or reopening. */
export function clockOf(acts: readonly Act[]): Clock {
  const at = acts.findLastIndex(({ verb }) => begins.includes(verb))
  const first = acts[at]
  if (first === undefined) throw new RangeError('a bottleneck begins with its raising')
  const clock = startClock({ days: first.days ?? 0, unit: 'workday' }, first.on)
  return acts
    .slice(at + 1)
    .flatMap(entriesOf)
    .reduce(enter, clock)
}

function entriesOf({ verb, on, days }: Act): ClockEntry[] {
  if (verb === 'extend') return [{ kind: 'extended', on, days: days ?? 0, reason: 'extended', paper: null }]
  return verb === 'solve' || verb === 'drop' ? [{ kind: 'ended', on }] : []
}

export function readClock(acts: readonly Act[], moment: Moment): ClockState {
  return clockOn(clockOf(acts), moment)
}

/** What may be done with it in this state. */
export function possible(state: State, level: Level): readonly Verb[] {
  if (state !== 'open') return ['reopen']
  return level === topLevel ? ['assign', 'extend', 'solve', 'drop'] : ['assign', 'escalate', 'extend', 'solve', 'drop']
}

export interface Standing {
  readonly state: State
  readonly level: Level
}

/**
 * Where it stands after this step.
 *
 * @throws Problem rule_violated `bottlenecks.not_open | bottlenecks.is_open | bottlenecks.top_level`
 */
export function afterStep({ state, level }: Standing, verb: Verb): Standing {
  if (!possible(state, level).includes(verb)) throw refusal(state, verb)
  switch (verb) {
    case 'escalate':
      return { state, level: (level + 1) as Level }
    case 'solve':
      return { state: 'solved', level }
    case 'drop':
      return { state: 'dropped', level }
    case 'reopen':
      return { state: 'open', level }
    default:
      return { state, level }
  }
}

function refusal(state: State, verb: Verb): Problem {
  if (verb === 'reopen') {
    return refuse('is_open', '堵点还在办理中，不用重新办理。', 'It is open: there is nothing to take up again.')
  }
  if (state !== 'open') {
    return refuse('not_open', '堵点已了结；还没有真正解决的，请先“重新办理”。', 'It is closed: take it up again first.')
  }
  return refuse(
    'top_level',
    '已在最高一级，不能再升级；请延期或请领导交办。',
    'It is on the highest level: give it more days instead.',
  )
}

function refuse(reason: string, zh: string, en: string): Problem {
  return new Problem('rule_violated', `bottlenecks.${reason}`, { zh, en })
}
