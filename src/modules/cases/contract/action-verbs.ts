import type { Label } from '../../../kernel/label.ts'
import { stepTable, type Verb, verbs } from './step-table.ts'

/**
 * Everything that a case is the fold of: the application that opens it, the steps that people take, and what follows from
 * the law by lapse of time and is recorded by the program itself. `deemAccepted`: nobody answered in five working days, so
 * that the case is accepted from the day of its receipt (行政许可法 第32条第1款第4项). `undo`: a bulk act of a few minutes ago is
 * taken back, as nothing had left the house. `arrive`: the result of an earlier matter that the case waited for is there (滨州 2020 第16条).
 * `fallDue`: a matter has started before which an owed paper was to be there.
 */
export const actionVerbs = ['submit', ...verbs, 'deemAccepted', 'undo', 'arrive', 'fallDue'] as const
export type ActionVerb = (typeof actionVerbs)[number]

const labels: Readonly<Record<Exclude<ActionVerb, Verb>, Label>> = {
  submit: { zh: '提交申请', en: 'Submit' },
  deemAccepted: { zh: '逾期未告知，视为受理', en: 'Accepted by lapse of time' },
  undo: { zh: '撤销批量操作', en: 'Bulk act undone' },
  fallDue: { zh: '后续事项已开始，容缺材料到期', en: 'The matter that follows has started: owed papers are due' },
  arrive: { zh: '前序结果到达，期限继续计算', en: 'Earlier result arrived, the limits run on' },
}

export function actionLabel(verb: ActionVerb): Label {
  return verb in labels ? labels[verb as keyof typeof labels] : stepTable[verb as Verb].label
}
