import { choice, ref } from '../../../kernel/field.ts'

/** How far a value may be trusted: who has seen what. */
export const confidenceLabels = {
  V: { zh: 'V 见过原件', en: 'V original was seen' },
  P: { zh: 'P 公开资料', en: 'P public page' },
  M: { zh: 'M 口头或凭记忆', en: 'M by word of mouth' },
  E: { zh: 'E 估计', en: 'E estimate' },
} as const

export const confidence = choice({
  label: { zh: '置信标记', en: 'Confidence' },
  options: confidenceLabels,
  example: 'V',
  required: true,
  filter: true,
})

/** The enterprise that a record is about; fixed once it is made. */
export const ofEnterprise = ref({
  label: { zh: '企业', en: 'Enterprise' },
  to: 'enterprises.enterprise',
  required: true,
  filter: true,
  writable: 'once',
})
