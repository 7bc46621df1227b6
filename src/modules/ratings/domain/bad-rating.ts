import type { Day } from '../../../kernel/calendar.ts'
import { type Clock, enter, startClock } from '../../../kernel/clock.ts'
import { clockOn, type Moment } from '../../../kernel/clock-state.ts'
import { Problem } from '../../../kernel/problem.ts'
import { type AppealState, type RatingVerb, ratingVerbs, verbLabels } from '../contract/rating.ts'

/** What has become of a bad rating. */
export interface BadFacts {
  readonly ratedOn: Day
  /** Working days to call back, correct and answer, by the rule in force on the day of the rating. */
  readonly days: number
  readonly calledOn: Day | null
  readonly correctedOn: Day | null
  readonly answeredOn: Day | null
  readonly appeal: AppealState | null
  /** Account that appealed. */
  readonly appealedBy: string | null
}

export interface Doer {
  readonly accountId: string | null
  readonly permissions: { has(permission: `ratings.${string}`): boolean }
}

/** The ledger of its clock: from the day of the rating until it is answered, or does not count any more. */
function clockOf({ ratedOn, days, answeredOn }: BadFacts): Clock {
  const running = startClock({ days, unit: 'workday' }, ratedOn)
  return answeredOn === null ? running : enter(running, { kind: 'ended', on: answeredOn })
}

export function dueOf(facts: BadFacts, moment: Moment): { readonly dueOn: Day | null; readonly overdue: boolean } {
  if (facts.appeal === 'upheld') return { dueOn: null, overdue: false }
  const { dueOn, colour } = clockOn(clockOf(facts), moment)
  return { dueOn, overdue: colour === 'overdue' }
}

/** Answered within its days: yes or no once it is answered or late, unknown before. */
export function inTime(facts: BadFacts, moment: Moment): boolean | null {
  const { overdue } = dueOf(facts, moment)
  return facts.answeredOn === null ? (overdue ? false : null) : !overdue
}

/**
 * What may be done now (国办发〔2019〕51号: 差评 100% 回访, 核实整改, 反馈; 误评恶意评价可申诉): in this order, each once. Who appealed does not decide.
 */
export function possible(facts: BadFacts, verb: RatingVerb, doer: Doer): boolean {
  if (facts.appeal === 'upheld') return false
  if (verb === 'decideAppeal') {
    const other = doer.accountId !== facts.appealedBy
    return facts.appeal === 'open' && other && doer.permissions.has('ratings.decideAppeal')
  }
  if (!doer.permissions.has('ratings.callBack') || facts.answeredOn !== null) return false
  switch (verb) {
    case 'callBack':
      return facts.calledOn === null
    case 'correct':
      return facts.calledOn !== null && facts.correctedOn === null
    case 'answer':
      return facts.correctedOn !== null
    case 'appeal':
      return facts.appeal === null
  }
}

export function stepsOf(facts: BadFacts, doer: Doer): RatingVerb[] {
  return ratingVerbs.filter((verb) => possible(facts, verb, doer))
}

/** The facts after a step (国办发〔2019〕51号), or a refusal. */
export function take(
  facts: BadFacts,
  step: { verb: RatingVerb; uphold?: boolean },
  given: Doer & { today: Day },
): BadFacts {
  const { verb, uphold = false } = step
  if (!possible(facts, verb, given)) {
    throw new Problem('rule_violated', 'ratings.not_possible', {
      zh: `现在不能“${verbLabels[verb].zh}”：先回访，再整改，后答复，申诉由另一人裁定；请刷新。`,
      en: `"${verbLabels[verb].en}" is not possible now: call back, correct, answer, in this order; another person decides an appeal.`,
    })
  }
  switch (verb) {
    case 'callBack':
      return { ...facts, calledOn: given.today }
    case 'correct':
      return { ...facts, correctedOn: given.today }
    case 'answer':
      return { ...facts, answeredOn: given.today }
    case 'appeal':
      return { ...facts, appeal: 'open', appealedBy: given.accountId }
    case 'decideAppeal':
      return { ...facts, appeal: uphold ? 'upheld' : 'rejected' }
  }
}
