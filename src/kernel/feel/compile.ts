import type { Condition } from '../verdict.ts'
import type { Node } from './ast.ts'
import { readsOf } from './ast.ts'
import { checkTypes, mustBe } from './check.ts'
import { evaluatorOf } from './evaluate.ts'
import { collectConditions, collectMissing } from './explain.ts'
import { parsed } from './parsed.ts'
import { thresholdsOf } from './thresholds.ts'
import type { Expression, Facts, FactTypes } from './types.ts'

export type { Expression, Facts, FactType, FactTypes, FactValue } from './types.ts'

/**
 * Compiles a rule in FEEL syntax over declared facts into closures; no code is generated.
 *
 * Unknown stays unknown: a comparison, `in`, `between` or arithmetic with a missing fact is null, and `and`, `or`,
 * `not` follow Kleene. With every fact present the value is FEEL's, save that a result which is no finite number is null.
 *
 * @throws Problem invalid_input, code `feel.syntax | unsupported | unknown_fact | type_mismatch | not_an_option | too_long`,
 * details {source, from, to, fact?}, places 0-based with the end excluded.
 */
export function compileExpression(source: string, facts: FactTypes, expected: 'boolean' | 'number'): Expression {
  const root = parsed(source, facts.keys())
  const rule = { source, facts }
  mustBe(rule, root, { found: checkTypes(rule, root), type: expected })
  return {
    source,
    type: expected,
    reads: readsOf(root),
    evaluate: evaluatorOf(root),
    missing: (values) => missingOf(root, values),
    conditions: (values) => conditionsOf(root, { source, expected, values }),
    thresholds: thresholdsOf(root),
  }
}

const none: readonly string[] = []

function missingOf(root: Node, facts: Facts): readonly string[] {
  const codes = new Set<string>()
  collectMissing(root, facts, codes)
  return codes.size === 0 ? none : [...codes].sort()
}

function conditionsOf(
  root: Node,
  given: { readonly source: string; readonly expected: 'boolean' | 'number'; readonly values: Facts },
): readonly Condition[] {
  const into: Condition[] = []
  const { source, expected, values } = given
  collectConditions(root, { source, facts: values, negated: false, boolean: expected === 'boolean', into })
  return into
}
