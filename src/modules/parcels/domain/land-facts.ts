import type { Label } from '../../../kernel/label.ts'
import type { Asked } from './readiness.ts'
import { assessmentGaps, holdingFor, isNegative } from './readiness.ts'

export type LandFacts = Readonly<Record<string, string | number | boolean>>

/** What the land says to the plan of a project on it, and why. */
export interface LandSays {
  readonly facts: LandFacts
  /** One sentence for the history of the plan: which parcel, and what of it. */
  readonly why: Label
  /** Why standard land does not count as such for this project; empty otherwise. */
  readonly gaps: readonly Label[]
}

/**
 * Facts of the catalogue that follow from the land: the kind (`standard-land` only while every required assessment holds for the project,
 * 优化营商环境条例 Art. 42), the registered area, whether it was converted, and what assessments found. What is not known is left out,
 * so that it stays as the project has it.
 */
export function landFactsOf(asked: Asked): LandSays {
  const { ground, rules } = asked
  const gaps = ground.landKind === 'standard' ? assessmentGaps(asked) : []
  const isStandard = ground.landKind === 'standard' && gaps.length === 0
  const found = holdingFor(asked).flatMap((one): [string, boolean][] => {
    const fact = rules.find(({ kind }) => kind === one.kind)?.fact
    if (!fact || one.finding === 'open' || isNegative(one, asked.industry) !== false) return []
    return [[fact, one.finding === 'present']]
  })
  return {
    facts: {
      landKind: isStandard ? 'standard-land' : 'ordinary-transfer',
      landAreaHa: Math.round(ground.registeredSqm) / 10_000,
      ...(ground.converted !== null && { landConverted: ground.converted }),
      ...Object.fromEntries(found),
    },
    why: whyOf(asked, isStandard, gaps),
    gaps,
  }
}

function whyOf({ ground }: Asked, isStandard: boolean, gaps: readonly Label[]): Label {
  const { name } = ground
  if (isStandard)
    return { zh: `在标准地“${name}”上，区域评估有效`, en: `On standard land "${name}", its assessments hold` }
  if (ground.landKind === 'ordinary') return { zh: `在一般用地“${name}”上`, en: `On ordinary land "${name}"` }
  const [first] = gaps
  return {
    zh: `在“${name}”上，暂不能按标准地办：${first?.zh ?? ''}`,
    en: `On "${name}", which does not count as standard land: ${first?.en ?? ''}`,
  }
}
