import type { Day } from '../../../kernel/calendar.ts'
import { type Money, sumMoney } from '../../../kernel/money.ts'
import { type RuledStrength, ruledStrengths, type Strength, strengths } from '../contract/strength.ts'
import type { NodeStrength } from '../contract/views.ts'

export interface StrengthRuleFacts {
  readonly strength: RuledStrength
  readonly minEnterprises: number
  /** Percent of the node's wanted output; null: output does not count. */
  readonly minTargetPercent: number | null
  readonly validFrom: Day
  /** The first day on which it is no longer in force. */
  readonly validUntil: Day | null
  readonly source: string
  readonly confidence: string
}

export interface NodeFacts {
  /** Yearly outputs of the enterprises at work on the node, one each; null where it is not known. */
  readonly outputs: readonly (Money | null)[]
  readonly targetEnterprises: number | null
  readonly targetOutputYuan: Money | null
}

/**
 * Strength of a node on a day (强弱由规则给出，规则是数据): the highest that number and output reach. Nothing is stored. Known output is a lower
 * bound: where some outputs are unknown, `atMost` says what the node could be. One enterprise at work is never "missing".
 */
export function strengthOf(rules: readonly StrengthRuleFacts[], facts: NodeFacts, day: Day): NodeStrength {
  const known = facts.outputs.filter((output) => output !== null)
  const outputYuan = sumMoney(known)
  const unknown = facts.outputs.length - known.length
  const inForce = rulesOn(rules, day)
  const reached = highest(inForce, facts, Number(outputYuan))
  const possible = unknown === 0 ? reached : highest(inForce, facts, Number.POSITIVE_INFINITY)
  const number = facts.outputs.length
  return {
    strength: gradeOf(reached, number),
    atMost: gradeOf(possible, number),
    enterprises: number,
    outputYuan,
    outputUnknown: unknown,
    targetEnterprises: facts.targetEnterprises,
    targetOutputYuan: facts.targetOutputYuan,
    next: nextOf(inForce, facts, { strength: gradeOf(reached, number), output: Number(outputYuan) }),
    rule: reached && { source: reached.source, confidence: reached.confidence },
  }
}

/** Of each strength the rule that came last of those in force. */
function rulesOn(rules: readonly StrengthRuleFacts[], day: Day): readonly StrengthRuleFacts[] {
  const inForce = rules.filter(
    ({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day < validUntil),
  )
  return ruledStrengths.flatMap((strength) => {
    const ofIt = inForce.filter((rule) => rule.strength === strength)
    return ofIt.sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? []
  })
}

function gradeOf(rule: StrengthRuleFacts | null, number: number): Strength {
  if (number === 0) return 'missing'
  return rule?.strength ?? 'weak'
}

function rank(strength: Strength): number {
  return strengths.indexOf(strength)
}

function highest(rules: readonly StrengthRuleFacts[], facts: NodeFacts, output: number): StrengthRuleFacts | null {
  const reached = rules.filter((rule) => {
    const { enterprises, yuan } = shortOf(rule, facts, output)
    return enterprises === 0 && yuan === 0
  })
  return reached.sort((a, b) => rank(b.strength) - rank(a.strength))[0] ?? null
}

/** What a rule still misses; zeros when it is reached. The node's own number stands for that of "strong". */
function shortOf(rule: StrengthRuleFacts, facts: NodeFacts, output: number) {
  const own = rule.strength === 'strong' ? facts.targetEnterprises : null
  const needed = own ?? rule.minEnterprises
  const share = facts.targetOutputYuan === null ? null : rule.minTargetPercent
  const yuan = share === null ? 0 : (Number(facts.targetOutputYuan) * share) / 100
  return {
    enterprises: Math.max(0, needed - facts.outputs.length),
    yuan: Math.max(0, Math.round((yuan - output) * 100) / 100),
  }
}

interface Standing {
  readonly strength: Strength
  readonly output: number
}

/** The next strength above and what it still wants; null at the top or where no rule stands above. */
function nextOf(rules: readonly StrengthRuleFacts[], facts: NodeFacts, { strength, output }: Standing) {
  const above = rules
    .filter((rule) => rank(rule.strength) > rank(strength))
    .sort((a, b) => rank(a.strength) - rank(b.strength))[0]
  if (!above) return null
  const { enterprises, yuan } = shortOf(above, facts, output)
  return { strength: above.strength, enterprisesShort: enterprises, outputShortYuan: yuan.toFixed(2) }
}
