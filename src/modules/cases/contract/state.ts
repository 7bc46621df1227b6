import type { Label } from '../../../kernel/label.ts'

/** The sixteen states of a case (办件) in the national exchange of construction project approvals (工程建设项目审批管理系统). */
export const caseStates = [
  'received',
  'withdrawn',
  'window_accepted',
  'declined',
  'acceptance_refused',
  'correcting',
  'corrected',
  'accepted',
  'suspended',
  'resumed',
  'passed',
  'passed_with_tolerance',
  'not_passed',
  'taken_back',
  'revoked',
  'withdrawal_requested',
] as const
export type CaseState = (typeof caseStates)[number]

/** Whom a case in this state waits for. After a decision the office still delivers; `nobody` means that it is over. */
export type WaitsFor = 'applicant' | 'office' | 'nobody'

export interface StateMeaning {
  /** The national number. */
  readonly number: number
  readonly label: Label
  readonly waitsFor: WaitsFor
}

export const stateMeanings: Readonly<Record<CaseState, StateMeaning>> = {
  received: { number: 1, label: { zh: '已接件', en: 'Received' }, waitsFor: 'office' },
  withdrawn: { number: 2, label: { zh: '已撤件', en: 'Withdrawn' }, waitsFor: 'nobody' },
  window_accepted: { number: 3, label: { zh: '窗口受理', en: 'Accepted at the window' }, waitsFor: 'office' },
  declined: { number: 4, label: { zh: '不受理', en: 'No approval needed' }, waitsFor: 'nobody' },
  acceptance_refused: { number: 5, label: { zh: '不予受理', en: 'Acceptance refused' }, waitsFor: 'nobody' },
  correcting: { number: 6, label: { zh: '补正开始', en: 'Under correction' }, waitsFor: 'applicant' },
  corrected: { number: 7, label: { zh: '补正结束', en: 'Corrected' }, waitsFor: 'office' },
  accepted: { number: 8, label: { zh: '部门受理', en: 'Accepted by the department' }, waitsFor: 'office' },
  suspended: { number: 9, label: { zh: '特别程序开始', en: 'In a special procedure' }, waitsFor: 'office' },
  resumed: { number: 10, label: { zh: '特别程序结束', en: 'Special procedure over' }, waitsFor: 'office' },
  passed: { number: 11, label: { zh: '办结通过', en: 'Passed' }, waitsFor: 'office' },
  passed_with_tolerance: { number: 12, label: { zh: '办结容缺通过', en: 'Passed with tolerance' }, waitsFor: 'office' },
  not_passed: { number: 13, label: { zh: '办结不通过', en: 'Not passed' }, waitsFor: 'nobody' },
  taken_back: { number: 14, label: { zh: '撤回', en: 'Taken back' }, waitsFor: 'nobody' },
  revoked: { number: 15, label: { zh: '撤销', en: 'Revoked' }, waitsFor: 'nobody' },
  withdrawal_requested: {
    number: 16,
    label: { zh: '撤件待确认', en: 'Withdrawal to be confirmed' },
    waitsFor: 'office',
  },
}

/** The office is still to decide. */
export const undecidedStates = [
  'received',
  'window_accepted',
  'correcting',
  'corrected',
  'accepted',
  'suspended',
  'resumed',
  'withdrawal_requested',
] as const satisfies readonly CaseState[]

/** The office has taken it up and is to decide. */
export const handledStates = ['accepted', 'suspended', 'resumed'] as const satisfies readonly CaseState[]

export const passedStates = ['passed', 'passed_with_tolerance'] as const satisfies readonly CaseState[]

/** What an office may decide (行政许可法 第38条; with tolerance: 容缺). */
export const decisionResults = ['pass', 'pass_with_tolerance', 'not_pass'] as const
export type DecisionResult = (typeof decisionResults)[number]

export const resultMeanings: Readonly<Record<DecisionResult, { readonly state: CaseState; readonly label: Label }>> = {
  pass: { state: 'passed', label: { zh: '通过', en: 'Pass' } },
  pass_with_tolerance: { state: 'passed_with_tolerance', label: { zh: '容缺通过', en: 'Pass with tolerance' } },
  not_pass: { state: 'not_passed', label: { zh: '不通过', en: 'Do not pass' } },
}

export const waitsForLabels: Readonly<Record<WaitsFor, Label>> = {
  applicant: { zh: '等申请人', en: 'Waits for the applicant' },
  office: { zh: '等部门', en: 'Waits for the office' },
  nobody: { zh: '已了结', en: 'Over' },
}
