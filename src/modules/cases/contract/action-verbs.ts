import type { Label } from '../../../kernel/label.ts'
import { stepTable, type Verb, verbs } from './step-table.ts'

/**
 * Everything that a case is the fold of: the application that opens it, the steps that people take, and what follows from
 * the law by lapse of time and is recorded by the program itself. `deemAccepted`: nobody answered in five working days, so
 * that the case is accepted from the day of its receipt (行政许可法 第32条第1款第4项). `undo`: a bulk act of a few minutes ago is
 * taken back, as nothing had left the house.
 */
export const actionVerbs = ['submit', ...verbs, 'deemAccepted', 'undo'] as const
export type ActionVerb = (typeof actionVerbs)[number]

const labels: Readonly<Record<Exclude<ActionVerb, Verb>, Label>> = {
  submit: { zh: '提交申请', en: 'Submit' },
  deemAccepted: { zh: '逾期未告知，视为受理', en: 'Accepted by lapse of time' },
  undo: { zh: '撤销批量操作', en: 'Bulk act undone' },
}

export function actionLabel(verb: ActionVerb): Label {
  return verb === 'submit' || verb === 'deemAccepted' || verb === 'undo' ? labels[verb] : stepTable[verb].label
}
