import type { Closure } from './arithmetic.ts'
import type { CompareOp, Node } from './ast.ts'

type Constant = boolean | number | string

/**
 * Closures without inner calls for the conditions that nearly every rule consists of: a fact against a constant, a fact
 * in a list of constants. Null for any other part. One closure body an operator keeps the comparison monomorphic.
 */
export function shortcutOf(node: Node): Closure | null {
  if (node.kind === 'compare' && node.left.kind === 'fact' && node.right.kind === 'literal') {
    return factCompare(node.op, node.left.code, node.right.value)
  }
  if (node.kind !== 'in' || node.value.kind !== 'fact') return null
  const values: Constant[] = []
  for (const test of node.tests) {
    if (test.kind !== 'compare' || test.op !== '=' || test.to.kind !== 'literal') return null
    values.push(test.to.value)
  }
  return factIn(node.value.code, values)
}

function factIn(code: string, values: readonly Constant[]): Closure {
  return (facts) => {
    const v = facts[code] ?? null
    return v === null ? null : values.includes(v)
  }
}

function factCompare(op: CompareOp, code: string, constant: Constant): Closure {
  switch (op) {
    case '=':
      return (facts) => {
        const v = facts[code] ?? null
        return v === null ? null : v === constant
      }
    case '!=':
      return (facts) => {
        const v = facts[code] ?? null
        return v === null ? null : v !== constant
      }
    case '<':
      return (facts) => {
        const v = facts[code] ?? null
        return v === null ? null : v < constant
      }
    case '<=':
      return (facts) => {
        const v = facts[code] ?? null
        return v === null ? null : v <= constant
      }
    case '>':
      return (facts) => {
        const v = facts[code] ?? null
        return v === null ? null : v > constant
      }
    case '>=':
      return (facts) => {
        const v = facts[code] ?? null
        return v === null ? null : v >= constant
      }
  }
}
