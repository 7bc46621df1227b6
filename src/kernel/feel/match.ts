import type { Closure } from './arithmetic.ts'
import type { CompareOp, Node, NodeOf, Test } from './ast.ts'
import { readsOf } from './ast.ts'
import type { Facts, FactValue } from './types.ts'

/** A test of a value that is already computed, so that a value with many tests is computed once. */
export type Match = (value: FactValue, facts: Facts) => boolean | null

type ClosureOf = (node: Node) => Closure

/** How one test answers for `value`; null when a fact that it needs is missing. */
export function matchOf(value: Node, test: Test, closureOf: ClosureOf): Match {
  if (test.kind === 'interval') return intervalMatch(test, closureOf, false)
  const { op, to } = test
  return op === '=' || op === '!=' ? equality(op, { value, to }, closureOf) : ordering(op, closureOf(to))
}

export function betweenMatch(node: NodeOf<'between'>, closureOf: ClosureOf): Match {
  return intervalMatch({ low: node.low, high: node.high, lowIncluded: true, highIncluded: true }, closureOf, true)
}

/**
 * Where every fact is present and a side still has no value (a division by zero), the answer is FEEL's own:
 * no value equals only no value. Where a fact is missing the answer is unknown.
 */
function equality(op: '=' | '!=', sides: { value: Node; to: Node }, closureOf: ClosureOf): Match {
  const to = closureOf(sides.to)
  const reads = [...readsOf(sides.value), ...readsOf(sides.to)]
  const wanted = op === '='
  return (value, facts) => {
    const other = to(facts)
    if ((value === null || other === null) && !allKnown(reads, facts)) return null
    return (value === other) === wanted
  }
}

const orders: Readonly<Record<Exclude<CompareOp, '=' | '!='>, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

function ordering(op: keyof typeof orders, to: Closure): Match {
  const holds = orders[op]
  return (value, facts) => {
    const other = to(facts)
    return value === null || other === null ? null : holds(value as number, other as number)
  }
}

type Interval = Omit<Extract<Test, { kind: 'interval' }>, 'kind'>

/**
 * Ends given the wrong way round are turned, each with its own bracket, as FEEL does. An end without a value although
 * its facts are present bounds nothing in an interval; `between` (`strict`) then has no answer.
 */
function intervalMatch(interval: Interval, closureOf: ClosureOf, strict: boolean): Match {
  const { lowIncluded, highIncluded } = interval
  const [low, high] = [closureOf(interval.low), closureOf(interval.high)]
  const reads = [...readsOf(interval.low), ...readsOf(interval.high)]
  return (value, facts) => {
    const a = low(facts)
    const b = high(facts)
    if (value === null || (a === null && b === null)) return null
    if ((a === null || b === null) && (strict || !allKnown(reads, facts))) return null
    return a !== null && b !== null && a > b
      ? above(value, b, highIncluded) && above(a, value, lowIncluded)
      : above(value, a, lowIncluded) && above(b, value, highIncluded)
  }
}

/** greater > less, or equal where included; an end without a value bounds nothing. */
function above(greater: FactValue, less: FactValue, included: boolean): boolean {
  if (greater === null || less === null) return true
  return included ? greater >= less : greater > less
}

export function allKnown(reads: readonly string[], facts: Facts): boolean {
  for (const code of reads) if ((facts[code] ?? null) === null) return false
  return true
}
