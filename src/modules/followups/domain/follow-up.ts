import type { Day } from '../../../kernel/calendar.ts'
import { type Clock, type ClockEntry, enter, startClock } from '../../../kernel/clock.ts'
import { type ClockState, clockOn, type Moment } from '../../../kernel/clock-state.ts'
import type { Label } from '../../../kernel/label.ts'
import { Problem } from '../../../kernel/problem.ts'
import { workdaysBetween } from '../../../kernel/workdays.ts'
import { type FollowUpState, type FollowUpVerb, followUpSteps, refusalOf, type Side } from '../contract/steps.ts'

/** One thing that was done with a follow-up; all of them in their order are the follow-up. */
export interface FollowUpAction {
  readonly verb: 'issue' | FollowUpVerb
  readonly on: Day
  /** Working days: of `issue` the budget, of `sendBack` as many more from that day on. */
  readonly days: number | null
}

export interface FollowUpFacts {
  readonly state: FollowUpState
  readonly actions: readonly FollowUpAction[]
}

/** The reply date as working days from the day of issue: a date on a day off means the working day before it. */
export function budgetOf(
  wish: { readonly dueOn?: Day | undefined; readonly workdays?: number | undefined },
  { calendar, today }: Pick<Moment, 'calendar' | 'today'>,
): number {
  if (wish.workdays !== undefined) return wish.workdays
  if (wish.dueOn === undefined) {
    throw refuse('no_day', { zh: '请写明什么时候之前办好。', en: 'Say by when it is to be done.' })
  }
  if (wish.dueOn < today) {
    throw refuse('day_passed', {
      zh: `${wish.dueOn} 已经过去，请选今天或以后的日期。`,
      en: `${wish.dueOn} has passed: choose today or a later day.`,
    })
  }
  return Math.max(0, workdaysBetween(calendar, today, wish.dueOn))
}

/**
 * The clock of a follow-up from its actions: started when it is issued, standing still while an answer waits to be accepted, going on with
 * more days when it is sent back, ended with it. No due date is stored.
 */
export function clockOf(actions: readonly FollowUpAction[]): Clock {
  const [first, ...rest] = actions
  if (first?.verb !== 'issue') throw new RangeError('a follow-up begins with its order')
  return rest.flatMap(entriesOf).reduce(enter, startClock({ days: first.days ?? 0, unit: 'workday' }, first.on))
}

function entriesOf({ verb, on, days }: FollowUpAction): ClockEntry[] {
  switch (verb) {
    case 'answer':
      return [{ kind: 'suspended', on, reason: 'answered', paper: null }]
    case 'sendBack': {
      const resumed: ClockEntry = { kind: 'resumed', on, reason: 'sent back', paper: null }
      return [resumed, { kind: 'extended', on, days: days ?? 0, reason: 'sent back', paper: null }]
    }
    case 'accept':
    case 'close':
      return [{ kind: 'ended', on }]
    default:
      return []
  }
}

/** What the clock says; of an answer that waits the days so far. */
export function readClock({ actions }: Pick<FollowUpFacts, 'actions'>, moment: Moment): ClockState {
  return clockOn(clockOf(actions), moment)
}

/** When the addressee still has to act: then it can be late. */
export function isOwed({ state }: Pick<FollowUpFacts, 'state'>): boolean {
  return state === 'issued' || state === 'acknowledged' || state === 'sent_back'
}

export interface FollowUpCommand {
  readonly verb: FollowUpVerb
  readonly on: Day
  readonly days?: number | undefined
}

/** The follow-up after this step by the table, or a refusal in one sentence. No law says how an order inside an office goes on; the zone's own practice does. */
export function takeStep(
  facts: FollowUpFacts,
  { verb, on, days = 0 }: FollowUpCommand,
  sides: readonly Side[],
): FollowUpFacts {
  const refusal = refusalOf({ state: facts.state, sides }, verb)
  if (refusal) throw refuse('not_possible', refusal)
  const action: FollowUpAction = { verb, on, days: verb === 'sendBack' ? days : null }
  return { state: followUpSteps[verb].to ?? facts.state, actions: [...facts.actions, action] }
}

function refuse(reason: string, text: Label): Problem {
  return new Problem('rule_violated', `followups.${reason}`, text)
}
