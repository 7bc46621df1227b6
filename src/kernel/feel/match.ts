import type { Closure, Value } from './arithmetic.ts'
import type { CompareOp, Node, NodeOf, Test } from './ast.ts'
import type { Facts } from './types.ts'

/** A test of a value that is already computed, so that a value with many tests is computed once. */
export type Match = (value: Value, facts: Facts) => boolean | null | undefined

type ClosureOf = (node: Node) => Closure

/** How one test answers for a value; null when a fact that it needs is missing. */
export function matchOf(test: Test, closureOf: ClosureOf): Match {
  if (test.kind === 'interval') return intervalMatch(test, closureOf, false)
  const to = closureOf(test.to)
  if (test.op !== '=' && test.op !== '!=') return ordering(test.op, to)
  return test.alone ? whereValued(to) : equality(test.op, to)
}

export function betweenMatch(node: NodeOf<'between'>, closureOf: ClosureOf): Match {
  return intervalMatch({ low: node.low, high: node.high, lowIncluded: true, highIncluded: true }, closureOf, true)
}

/** No value equals no value and nothing else, as in FEEL; the unknown equals and differs from nothing that we know of. */
function equality(op: '=' | '!=', to: Closure): Match {
  const wanted = op === '='
  return (value, facts) => {
    const other = to(facts)
    return value === null || other === null ? null : (value === other) === wanted
  }
}

function whereValued(to: Closure): Match {
  const equals = equality('=', to)
  return (value, facts) => (to(facts) === undefined ? undefined : equals(value, facts))
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
    if (value === undefined || other === undefined) return undefined
    return value === null || other === null ? null : holds(value as number, other as number)
  }
}

type Interval = Omit<Extract<Test, { kind: 'interval' }>, 'kind'>

/**
 * Ends given the wrong way round are turned, each with its own bracket, as FEEL does. An end without a value bounds
 * nothing; `between` (`strict`), and an interval without any end, then have no answer.
 */
function intervalMatch(interval: Interval, closureOf: ClosureOf, strict: boolean): Match {
  const { lowIncluded, highIncluded } = interval
  const [low, high] = [closureOf(interval.low), closureOf(interval.high)]
  return (value, facts) => {
    const a = low(facts)
    const b = high(facts)
    if (value === undefined || (strict ? a === undefined || b === undefined : a === undefined && b === undefined)) {
      return undefined
    }
    if (value === null || a === null || b === null) return null
    return a !== undefined && b !== undefined && a > b
      ? above(value, b, highIncluded) && above(a, value, lowIncluded)
      : above(value, a, lowIncluded) && above(b, value, highIncluded)
  }
}

type Bound = Exclude<Value, null>

/** greater > less, or equal where included; an end without a value bounds nothing. */
function above(greater: Bound, less: Bound, included: boolean): boolean {
  if (greater === undefined || less === undefined) return true
  return included ? greater >= less : greater > less
}
