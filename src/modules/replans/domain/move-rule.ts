import { compileExpression, type Expression, type Facts, type FactTypes } from '../../../kernel/feel/compile.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { FactValues } from '../../matters/contract/fact-values.ts'
import { type Stage, stages } from '../../projects/contract/stage.ts'

/** Which projects are meant: a rule over their facts and stage, and a stage that they have not reached. */
export interface MoveRule {
  readonly rule?: string | undefined
  readonly beforeStage?: Stage | undefined
}

export interface Chosen {
  readonly answer: 'yes' | 'no' | 'unknown'
  /** Facts that the rule would have needed. */
  readonly missing: readonly string[]
}

/** Facts that a rule of moves may name: those that the catalogue declares, and `stage`. */
export function chooserOf({ rule, beforeStage }: MoveRule, declared: FactTypes) {
  const types: FactTypes = new Map([...declared, ['stage', { type: 'choice', options: stages }]])
  const compiled: Expression | null =
    rule === undefined || rule === '' ? null : compileExpression(rule, types, 'boolean')
  return ({ facts, stage }: { readonly facts: FactValues; readonly stage: Stage }): Chosen => {
    if (beforeStage !== undefined && stages.indexOf(stage) >= stages.indexOf(beforeStage)) return said('no')
    if (compiled === null) return said('yes')
    const given: Facts = { ...facts, stage }
    const value = compiled.evaluate(given)
    if (value === null) return { answer: 'unknown', missing: compiled.missing(given) }
    return said(value === true ? 'yes' : 'no')
  }
}

const said = (answer: Chosen['answer']): Chosen => ({ answer, missing: [] })

/** Facts that the other version still declares: what it no longer reads falls away, and the journal keeps it. */
export function factsFor(types: FactTypes, facts: FactValues): FactValues {
  return Object.fromEntries(Object.entries(facts).filter(([code]) => types.has(code)))
}

/** A matter that is begun must be in the other version; otherwise its past would have no place in the plan. */
export function refuseGone(begun: readonly string[], known: ReadonlyMap<string, number>): void {
  const gone = begun.filter((code) => !known.has(code))
  if (gone.length === 0) return
  throw new Problem(
    'rule_violated',
    'replans.matter_gone',
    {
      zh: `已经办理的事项不在新版目录里：${gone.join('、')}。请继续按原来的版本办理。`,
      en: `Matters that were begun are not in the new version: ${gone.join(', ')}. Stay with the version as it is.`,
    },
    { matters: gone },
  )
}
