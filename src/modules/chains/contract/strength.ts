import type { Label } from '../../../kernel/label.ts'

/** From nothing to enough; the order is the meaning. */
export const strengths = ['missing', 'weak', 'present', 'strong'] as const
export type Strength = (typeof strengths)[number]

export const strengthLabels: Readonly<Record<Strength, Label>> = {
  missing: { zh: '缺失', en: 'Missing' },
  weak: { zh: '薄弱', en: 'Weak' },
  present: { zh: '具备', en: 'Present' },
  strong: { zh: '强', en: 'Strong' },
}

/** What a rule can grant: one enterprise at work makes a node weak, none makes it missing; both need no rule. */
export const ruledStrengths = ['present', 'strong'] as const
export type RuledStrength = (typeof ruledStrengths)[number]

/** A colour never stands alone: the sign says the same. */
export const strengthSigns: Readonly<Record<Strength, string>> = {
  missing: '✕',
  weak: '△',
  present: '○',
  strong: '●',
}

export function isGap(strength: Strength): boolean {
  return strength === 'missing' || strength === 'weak'
}
