import type { Label } from '../../../kernel/label.ts'
import type { CaseState } from './state.ts'
import type { StepSubject } from './step-subject.ts'

/** What the form of a step asks for beside the day; `papers` are chosen from the case's. */
export type Need =
  | 'reason'
  | 'papers'
  | 'opinion'
  | 'result'
  | 'promisedDays'
  | 'remedies'
  | 'procedure'
  | 'days'
  | 'departments'
  | 'target'
  | 'reversal'

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

export const licensing = (article: string): Label => ({
  zh: `行政许可法第${article}条`,
  en: `Administrative Licensing Law, art. ${article}`,
})
export const inHandling = ['accepted', 'resumed'] as const satisfies readonly CaseState[]
export const beforeAcceptance = ['received', 'window_accepted', 'corrected'] as const satisfies readonly CaseState[]
