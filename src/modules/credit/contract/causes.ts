import type { Label } from '../../../kernel/label.ts'

/** Why a credit entry was made. The last two are entered by hand with their document, all others by what happened. */
export const creditCauseLabels = {
  commitment_kept: { zh: '承诺核查属实', en: 'A commitment was kept' },
  commitment_rectified: { zh: '承诺经整改兑现', en: 'A commitment was kept after rectification' },
  commitment_breached: { zh: '违反告知承诺', en: 'A commitment was breached' },
  owed_met: { zh: '容缺材料按期补齐', en: 'An owed paper came in time' },
  owed_lapsed: { zh: '容缺材料逾期未补', en: 'An owed paper lapsed' },
  land_breached: { zh: '违反供地合同约定', en: 'A promise of a land contract was breached' },
  honour: { zh: '表彰奖励', en: 'Honour' },
  penalty: { zh: '行政处罚', en: 'Administrative penalty' },
} as const satisfies Readonly<Record<string, Label>>
export type CreditCause = keyof typeof creditCauseLabels
export const creditCauses = Object.keys(creditCauseLabels) as [CreditCause, ...CreditCause[]]

export const manualCauses = ['honour', 'penalty'] as const satisfies readonly CreditCause[]

export const creditGradeLabels = {
  A: { zh: 'A 优', en: 'A excellent' },
  B: { zh: 'B 良', en: 'B good' },
  C: { zh: 'C 中', en: 'C fair' },
  D: { zh: 'D 差', en: 'D poor' },
} as const satisfies Readonly<Record<string, Label>>
export type CreditGrade = keyof typeof creditGradeLabels
export const creditGrades = Object.keys(creditGradeLabels) as [CreditGrade, ...CreditGrade[]]

/** An application to repair (信用修复) an entry. */
export const repairStateLabels = {
  applied: { zh: '待审核', en: 'To be decided' },
  granted: { zh: '同意修复', en: 'Granted' },
  refused: { zh: '不同意修复', en: 'Refused' },
} as const satisfies Readonly<Record<string, Label>>
export type RepairState = keyof typeof repairStateLabels
export const repairStates = Object.keys(repairStateLabels) as [RepairState, ...RepairState[]]
