import { type Dated, holdingOn } from '../../../kernel/dated.ts'
import { compileExpression, type Facts, type FactTypes } from '../../../kernel/feel/compile.ts'
import { type Outcome, outcomeOf } from '../../../kernel/verdict.ts'
import type { CommitVerdict } from '../contract/verdict.ts'

export interface CommitRuleFacts extends Dated {
  readonly matter: string | null
  readonly condition: string
  readonly sentence: { readonly zh: string; readonly en: string }
  readonly source: string
  readonly confidence: string
}

const own: FactTypes = new Map([
  ['creditGrade', { type: 'choice', options: ['A', 'B', 'C', 'D'] }],
  ['creditMayCommit', { type: 'boolean' }],
  ['openCommitments', { type: 'number' }],
  ['maxOpenCommitments', { type: 'number' }],
])

export interface Asked {
  readonly matter: string
  readonly day: string
  /** Facts of the project and of the enterprise's credit. */
  readonly facts: Facts
  /** Of the catalogue that the project is pinned to. */
  readonly factTypes: FactTypes
  readonly matters: readonly string[]
}

/**
 * Whether a commitment may be signed (国办发〔2020〕42号: 适用对象): every rule in force for the matter, each with its own verdict. Not met when
 * one is not met; unknown when none is and one cannot be told: unknown is no refusal of the enterprise, it names what is missing. A rule that
 * cannot be read is unknown too, and says so.
 */
export function mayCommit(rules: readonly CommitRuleFacts[], asked: Asked): CommitVerdict {
  const matterType = { type: 'choice', options: asked.matters } as const
  const types: FactTypes = new Map([...asked.factTypes, ...own, ['matter', matterType]])
  const facts = { ...asked.facts, matter: asked.matter }
  const reasons = holdingOn(rules, asked.day)
    .filter(({ matter }) => matter === null || matter === asked.matter)
    .map(({ condition, sentence, source, confidence }) => ({
      ...{ sentence, source, confidence },
      ...judge(condition, types, facts),
    }))
  return { outcome: together(reasons.map(({ outcome }) => outcome)), reasons }
}

function judge(condition: string, types: FactTypes, facts: Facts): { outcome: Outcome; missing: string[] } {
  try {
    const rule = compileExpression(condition, types, 'boolean')
    const value = rule.evaluate(facts)
    return { outcome: outcomeOf(typeof value === 'boolean' ? value : null), missing: [...rule.missing(facts)] }
  } catch {
    return { outcome: 'unknown', missing: [condition] }
  }
}

function together(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('not_met')) return 'not_met'
  return outcomes.includes('unknown') ? 'unknown' : 'met'
}
