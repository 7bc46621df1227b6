/** 政府投资条例（国务院令第712号）第20–27条：概算批复后开工，竣工验收后交付使用；建筑法（2019修正）第61条：未经验收不得交付。The table that buttons and decisions share. */
import { Problem } from '../../../kernel/problem.ts'
import type { WorkState, WorkVerb } from '../contract/words.ts'

const steps: Readonly<Record<WorkVerb, { readonly from: readonly WorkState[]; readonly to: WorkState }>> = {
  approve: { from: ['planned'], to: 'approved' },
  start: { from: ['approved'], to: 'building' },
  suspend: { from: ['building'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'building' },
  complete: { from: ['building'], to: 'completed' },
  operate: { from: ['completed'], to: 'operating' },
  cancel: { from: ['planned', 'approved', 'suspended'], to: 'cancelled' },
}
const verbs = Object.keys(steps) as WorkVerb[]

/** What may be done with a work in this state. */
export const possible = (state: WorkState): readonly WorkVerb[] =>
  verbs.filter((verb) => steps[verb].from.includes(state))

export interface WorkPapers {
  readonly estimates: number
  readonly contracts: number
  /** A final acceptance that was passed, on or before the day of completion. */
  readonly accepted: boolean
}

/**
 * The state after this step.
 *
 * @throws Problem rule_violated `works.not_now | works.no_estimate | works.no_contract | works.not_accepted`
 */
export function afterStep(state: WorkState, verb: WorkVerb, papers: WorkPapers): WorkState {
  if (!possible(state).includes(verb)) {
    throw refuse(
      'not_now',
      '工程现在的状态不能这样办；请刷新看看能办什么。',
      'This cannot be done in the state of the work: look what can.',
    )
  }
  if (verb === 'approve' && papers.estimates === 0) {
    throw refuse(
      'no_estimate',
      '还没有登记概算；请先在“概算”里登记批复文号和金额。',
      'No estimate is entered: enter its approval and amount first.',
    )
  }
  if (verb === 'start' && papers.contracts === 0) {
    throw refuse(
      'no_contract',
      '还没有登记工程合同；请先登记中标和合同，再办开工。',
      'No contract is entered: enter tender and contract before the start.',
    )
  }
  if (verb === 'complete' && !papers.accepted) {
    throw refuse(
      'not_accepted',
      '没有通过的“竣工验收（综合）”；未经验收不得交付，请先登记验收。',
      'No final acceptance was passed by that day: what is not accepted is not handed over. Enter it first.',
    )
  }
  return steps[verb].to
}

function refuse(reason: string, zh: string, en: string): Problem {
  return new Problem('rule_violated', `works.${reason}`, { zh, en })
}
