import type { Label } from '../../../kernel/label.ts'
import { type CaseState, passedStates, undecidedStates } from './state.ts'
import * as refuse from './step-refusals.ts'
import type { StepSubject } from './step-subject.ts'

/** The verbs of a case. In addresses and permissions: `refuseAcceptance` → `/refuse-acceptance`, `cases.refuseAcceptance`. */
export const verbs = [
  'receive',
  'decline',
  'correct',
  'resubmit',
  'accept',
  'refuseAcceptance',
  'suspend',
  'resume',
  'giveOpinion',
  'decide',
  'issue',
  'supply',
  'requestWithdraw',
  'confirmWithdraw',
  'cancelAcceptance',
  'takeBack',
  'revoke',
  'record',
] as const
/** `submit` opens a case and so is no step of one. */
export type Verb = (typeof verbs)[number]

/** What the form of a step asks for beside the day; `papers` are chosen from the case's. */
export type Need = 'reason' | 'papers' | 'opinion' | 'result' | 'promisedDays' | 'remedies'

export interface StepRow {
  readonly label: Label
  readonly from: readonly CaseState[]
  /** The states it may lead to; empty: the state stays. */
  readonly to: readonly CaseState[]
  readonly permission: `cases.${string}`
  readonly needs: readonly Need[]
  readonly basis: Label
  /** A finer question than the state: why not now, or null. */
  readonly refuse?: (subject: StepSubject) => Label | null
}

const licensing = (article: string): Label => ({
  zh: `行政许可法第${article}条`,
  en: `Administrative Licensing Law, art. ${article}`,
})
const inHandling = ['accepted', 'resumed'] as const satisfies readonly CaseState[]
const beforeAcceptance = ['received', 'window_accepted', 'corrected'] as const satisfies readonly CaseState[]

/** The one table of steps: the server refuses by it, the pages show by it. */
export const stepTable: Readonly<Record<Verb, StepRow>> = {
  receive: {
    label: { zh: '窗口受理', en: 'Take in at the window' },
    from: ['received'],
    to: ['window_accepted'],
    permission: 'cases.receive',
    needs: [],
    basis: licensing('32'),
  },
  decline: {
    label: { zh: '不受理', en: 'Say that no approval is needed' },
    from: ['received', 'window_accepted'],
    to: ['declined'],
    permission: 'cases.decline',
    needs: ['reason'],
    basis: licensing('32'),
    refuse: refuse.refuseWhenDeemed,
  },
  correct: {
    label: { zh: '一次性告知补正', en: 'Ask for correction, once and completely' },
    from: ['received', 'window_accepted', 'corrected'],
    to: ['correcting'],
    permission: 'cases.correct',
    needs: ['papers', 'reason'],
    basis: licensing('32'),
    refuse: refuse.refuseSecondCorrection,
  },
  resubmit: {
    label: { zh: '提交补正', en: 'Hand in the correction' },
    from: ['correcting'],
    to: ['corrected'],
    permission: 'cases.resubmit',
    needs: ['papers'],
    basis: licensing('32'),
  },
  accept: {
    label: { zh: '受理', en: 'Accept' },
    from: beforeAcceptance,
    to: ['accepted'],
    permission: 'cases.accept',
    needs: ['papers'],
    basis: licensing('32'),
  },
  refuseAcceptance: {
    label: { zh: '不予受理', en: 'Refuse acceptance' },
    from: beforeAcceptance,
    to: ['acceptance_refused'],
    permission: 'cases.refuseAcceptance',
    needs: ['reason', 'remedies'],
    basis: licensing('32'),
    refuse: refuse.refuseWhenDeemed,
  },
  suspend: {
    label: { zh: '特别程序开始', en: 'Begin a special procedure' },
    from: inHandling,
    to: ['suspended'],
    permission: 'cases.suspend',
    needs: ['reason', 'promisedDays'],
    basis: licensing('45'),
  },
  resume: {
    label: { zh: '特别程序结束', en: 'End the special procedure' },
    from: ['suspended'],
    to: ['resumed'],
    permission: 'cases.resume',
    needs: ['reason'],
    basis: licensing('45'),
  },
  giveOpinion: {
    label: { zh: '出具意见', en: 'Give an opinion' },
    from: ['accepted', 'suspended', 'resumed'],
    to: [],
    permission: 'cases.giveOpinion',
    needs: ['opinion'],
    basis: licensing('26'),
  },
  decide: {
    label: { zh: '办结', en: 'Decide' },
    from: inHandling,
    to: ['passed', 'passed_with_tolerance', 'not_passed'],
    permission: 'cases.decide',
    needs: ['result'],
    basis: licensing('38'),
  },
  issue: {
    label: { zh: '送达结果', en: 'Deliver the outcome' },
    from: passedStates,
    to: [],
    permission: 'cases.issue',
    needs: [],
    basis: licensing('44'),
    refuse: refuse.refuseIssuedTwice,
  },
  supply: {
    label: { zh: '补交容缺材料', en: 'Supply an owed paper' },
    from: ['accepted', 'suspended', 'resumed', 'passed_with_tolerance'],
    to: [],
    permission: 'cases.supply',
    needs: ['papers'],
    basis: { zh: '容缺受理承诺', en: 'the agreement on owed papers' },
    refuse: refuse.refuseNothingOwed,
  },
  requestWithdraw: {
    label: { zh: '申请撤件', en: 'Ask to withdraw' },
    from: undecidedStates.filter((state) => state !== 'withdrawal_requested'),
    to: ['withdrawal_requested'],
    permission: 'cases.requestWithdraw',
    needs: ['reason'],
    basis: { zh: '申请人自愿', en: "the applicant's own will" },
  },
  confirmWithdraw: {
    label: { zh: '确认撤件', en: 'Confirm the withdrawal' },
    from: ['withdrawal_requested'],
    to: ['withdrawn'],
    permission: 'cases.confirmWithdraw',
    needs: [],
    basis: { zh: '申请人自愿', en: "the applicant's own will" },
  },
  cancelAcceptance: {
    label: { zh: '撤回受理', en: 'Take back the acceptance' },
    from: ['accepted', 'suspended', 'resumed'],
    to: ['taken_back'],
    permission: 'cases.cancelAcceptance',
    needs: ['reason'],
    basis: { zh: '容缺材料逾期未补', en: 'an owed paper was not supplied in time' },
    refuse: refuse.refuseOwedInTime,
  },
  takeBack: {
    label: { zh: '撤回许可', en: 'Take back the licence' },
    from: passedStates,
    to: ['taken_back'],
    permission: 'cases.takeBack',
    needs: ['reason', 'remedies'],
    basis: licensing('8'),
  },
  revoke: {
    label: { zh: '撤销许可', en: 'Revoke the licence' },
    from: passedStates,
    to: ['revoked'],
    permission: 'cases.revoke',
    needs: ['reason', 'remedies'],
    basis: licensing('69'),
  },
  record: {
    label: { zh: '记录情况', en: 'Make a note' },
    from: [...undecidedStates, ...passedStates],
    to: [],
    permission: 'cases.record',
    needs: ['reason'],
    basis: { zh: '工作记录', en: 'record of work' },
  },
}

/** `refuseAcceptance` → `refuse-acceptance`. */
export function pathOf(verb: string): string {
  return verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
