import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'

/** 好差评: five grades; the two lowest are bad (国办发〔2019〕51号). */
export const gradeLabels = {
  5: { zh: '非常满意', en: 'Very satisfied' },
  4: { zh: '满意', en: 'Satisfied' },
  3: { zh: '基本满意', en: 'Fairly satisfied' },
  2: { zh: '不满意', en: 'Dissatisfied' },
  1: { zh: '非常不满意', en: 'Very dissatisfied' },
} as const satisfies Readonly<Record<number, Label>>
export const ratingGrades = [5, 4, 3, 2, 1] as const
export type RatingGrade = (typeof ratingGrades)[number]
export const RatingGrade = z.union([z.literal(5), z.literal(4), z.literal(3), z.literal(2), z.literal(1)])

export function isBad(grade: number): boolean {
  return grade <= 2
}

/** Asked only after the grade, and only who likes to answer. */
export const reasonLabels = {
  slow: { zh: '办得慢', en: 'Slow' },
  unclear: { zh: '要求说不清', en: 'Demands unclear' },
  repeated: { zh: '材料反复要', en: 'Papers asked for again' },
  attitude: { zh: '态度不好', en: 'Attitude' },
  visits: { zh: '跑的次数多', en: 'Too many visits' },
  helpful: { zh: '讲得清楚', en: 'Well explained' },
  quick: { zh: '办得快', en: 'Quick' },
} as const satisfies Readonly<Record<string, Label>>
export type RatingReason = keyof typeof reasonLabels
export const ratingReasons = Object.keys(reasonLabels) as [RatingReason, ...RatingReason[]]

export const appealStates = ['open', 'upheld', 'rejected'] as const
export type AppealState = (typeof appealStates)[number]
export const appealLabels: Readonly<Record<AppealState, Label>> = {
  open: { zh: '申诉待裁定', en: 'Appeal to be decided' },
  upheld: { zh: '申诉成立，评价不计', en: 'Appeal upheld: the rating does not count' },
  rejected: { zh: '申诉不成立', en: 'Appeal rejected' },
}

/** Steps on a bad rating: call back, put right, answer; or say that it is malicious and have that decided. */
export const ratingVerbs = ['callBack', 'correct', 'answer', 'appeal', 'decideAppeal'] as const
export type RatingVerb = (typeof ratingVerbs)[number]
export const verbLabels: Readonly<Record<RatingVerb, Label>> = {
  callBack: { zh: '记录回访', en: 'Record the call-back' },
  correct: { zh: '记录整改', en: 'Record the correction' },
  answer: { zh: '答复评价人', en: 'Answer the rater' },
  appeal: { zh: '提出申诉', en: 'Appeal' },
  decideAppeal: { zh: '裁定申诉', en: 'Decide the appeal' },
}
