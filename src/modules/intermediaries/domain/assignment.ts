import type { Day } from '../../../kernel/calendar.ts'
import { Problem } from '../../../kernel/problem.ts'
import { type AssignmentState, type AssignmentVerb, assignmentLabels, assignmentVerbs } from '../contract.ts'

const open: readonly AssignmentState[] = ['assigned', 'working']

const table: Readonly<
  Record<AssignmentVerb, { readonly to: AssignmentState; readonly by: 'intermediary' | 'client' }>
> = {
  work: { to: 'working', by: 'intermediary' },
  deliver: { to: 'delivered', by: 'intermediary' },
  decline: { to: 'declined', by: 'intermediary' },
  withdraw: { to: 'withdrawn', by: 'client' },
}

export type Side = 'intermediary' | 'client' | 'other'

/** What a side may do now: the intermediary answers, whoever asked may take it back. */
export function stepsOf(state: AssignmentState, side: Side): AssignmentVerb[] {
  return assignmentVerbs.filter((verb) => open.includes(state) && table[verb].by === side)
}

/** The state after a step (民法典 第919条 委托: the mandatary handles what it took on, and reports); refused when it is not this side's or over. */
export function stateAfter(state: AssignmentState, verb: AssignmentVerb, side: Side): AssignmentState {
  if (stepsOf(state, side).includes(verb)) return table[verb].to
  const now = assignmentLabels[state]
  throw new Problem('rule_violated', 'intermediaries.not_possible', {
    zh: `委托现为“${now.zh}”，不能办这一步；请刷新。`,
    en: `The assignment is "${now.en}": this step is not possible now. Reload.`,
  })
}

/** In work until a day that has not passed. */
export function refuseUntil(untilOn: Day, today: Day): void {
  if (untilOn >= today) return
  throw new Problem('rule_violated', 'intermediaries.until_past', {
    zh: `${untilOn} 已经过去，请填今天或以后。`,
    en: `${untilOn} has passed: give today or a later day.`,
  })
}
