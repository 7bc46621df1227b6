import * as refuse from './later-refusals.ts'
import { handledStates, passedStates, undecidedStates } from './state.ts'
import { inHandling, licensing, type StepRow } from './step-row.ts'

const house = { zh: '内部工作分工', en: 'division of work in the house' }

/** The steps of a case that is longer than usual: more time, other departments, other hands, a refusal that did not stand. */
export const laterRows = {
  extend: {
    label: { zh: '延长时限', en: 'Extend the limits' },
    from: inHandling,
    to: [],
    permission: 'cases.extend',
    needs: ['days', 'reason'],
    basis: licensing('42'),
    refuse: refuse.refuseExtension,
  },
  askOpinions: {
    label: { zh: '联合审查：征求意见', en: 'Joint review: ask for opinions' },
    from: handledStates,
    to: [],
    permission: 'cases.askOpinions',
    needs: ['departments', 'reason'],
    basis: licensing('26'),
    refuse: refuse.refuseSecondRound,
  },
  concludeReview: {
    label: { zh: '联合审查：汇总结论', en: 'Joint review: conclude' },
    from: handledStates,
    to: [],
    permission: 'cases.concludeReview',
    needs: ['opinion'],
    basis: licensing('26'),
    refuse: refuse.refuseConclusion,
  },
  transfer: {
    label: { zh: '转办', en: 'Transfer' },
    from: [...undecidedStates, ...passedStates],
    to: [],
    permission: 'cases.transfer',
    needs: ['target', 'reason'],
    basis: house,
  },
  remind: {
    label: { zh: '催办', en: 'Remind' },
    from: [...undecidedStates, ...passedStates],
    to: [],
    permission: 'cases.remind',
    needs: ['reason'],
    basis: house,
    refuse: refuse.refuseRemindedToday,
  },
  reverse: {
    label: { zh: '撤销不予许可，恢复办理', en: 'Reverse the refusal and reopen' },
    from: ['declined', 'acceptance_refused', 'not_passed'],
    to: ['accepted'],
    permission: 'cases.reverse',
    needs: ['reversal', 'reason'],
    basis: { zh: '行政复议法、行政诉讼法', en: 'laws on reconsideration and on administrative suits' },
  },
} as const satisfies Readonly<Record<string, StepRow>>
