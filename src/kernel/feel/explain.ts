import { type Condition, outcomeOf, type Truth } from '../verdict.ts'
import type { Node, NodeOf } from './ast.ts'
import { partsOf, readsOf } from './ast.ts'
import { closureOf } from './evaluate.ts'
import type { Facts } from './types.ts'

/** Adds the missing facts of the null-valued branches under `node`; nothing when its value is known. */
export function collectMissing(node: Node, facts: Facts, into: Set<string>): void {
  if (closureOf(node)(facts) !== null) return
  if (node.kind === 'fact') into.add(node.code)
  else if (node.kind === 'if') collectMissing(branchOf(node, facts) ?? node.condition, facts, into)
  else for (const part of partsOf(node)) collectMissing(part, facts, into)
}

/** The branch that is taken, or null while the condition is unknown. */
function branchOf(node: NodeOf<'if'>, facts: Facts): Node | null {
  const truth = closureOf(node.condition)(facts)
  if (truth === null) return null
  return truth === true ? node.yes : node.no
}

/** Where the walk stands. A bare fact is a condition only where a yes or no is meant: not inside arithmetic. */
export interface Walk {
  readonly source: string
  readonly facts: Facts
  /** An odd number of `not` lies above. */
  readonly negated: boolean
  readonly boolean: boolean
  readonly into: Condition[]
}

/** The atomic conditions under `node` in reading order; of an `if` its condition and the branch taken. */
export function collectConditions(node: Node, walk: Walk): void {
  switch (node.kind) {
    case 'literal':
      return
    case 'fact':
      if (walk.boolean) walk.into.push(conditionOf(node, walk))
      return
    case 'compare':
    case 'between':
    case 'in':
      walk.into.push(conditionOf(node, walk))
      return
    case 'not':
      collectConditions(node.of, { ...walk, negated: !walk.negated })
      return
    case 'if': {
      collectConditions(node.condition, { ...walk, negated: false, boolean: true })
      const branch = branchOf(node, walk.facts)
      if (branch) collectConditions(branch, walk)
      return
    }
    case 'logic':
    case 'arithmetic':
    case 'call':
      for (const part of partsOf(node)) collectConditions(part, { ...walk, boolean: node.kind === 'logic' })
  }
}

function conditionOf(node: Node, walk: Walk): Condition {
  const { source, facts, negated } = walk
  const truth = (closureOf(node)(facts) ?? null) as Truth
  const text = source.slice(node.from, node.to)
  return {
    text: negated ? `not(${text})` : text,
    outcome: outcomeOf(negated && truth !== null ? !truth : truth),
    facts: readsOf(node).map((code) => ({ code, value: facts[code] ?? null })),
  }
}
