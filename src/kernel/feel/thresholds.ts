import type { Node } from './ast.ts'
import { readsOf, walk } from './ast.ts'
import { closureOf } from './evaluate.ts'

/**
 * By numeric fact, the constants it is directly compared with anywhere in the rule, ascending: around them the answer
 * can change, so a questioner tries a value on either side.
 */
export function thresholdsOf(root: Node): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, Set<number>>()
  for (const node of walk(root)) {
    for (const [left, right] of comparedPairs(node)) {
      note(left, right, found)
      note(right, left, found)
    }
  }
  return new Map([...found].map(([code, values]) => [code, [...values].sort((a, b) => a - b)]))
}

function comparedPairs(node: Node): readonly (readonly [Node, Node])[] {
  if (node.kind === 'compare') return [[node.left, node.right]]
  if (node.kind === 'between') return [[node.value, node.low] as const, [node.value, node.high] as const]
  if (node.kind !== 'in') return []
  return node.tests.flatMap((test) => {
    const ends = test.kind === 'compare' ? [test.to] : [test.low, test.high]
    return ends.map((end) => [node.value, end] as const)
  })
}

function note(fact: Node, constant: Node, found: Map<string, Set<number>>): void {
  if (fact.kind !== 'fact' || readsOf(constant).length > 0) return
  const value = closureOf(constant)({})
  if (typeof value !== 'number') return
  const values = found.get(fact.code) ?? new Set()
  found.set(fact.code, values.add(value))
}
