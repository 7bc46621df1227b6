import type { ArithmeticOp, FunctionName } from './ast.ts'
import type { Facts, FactValue } from './types.ts'

/**
 * A value while it is computed. Null = unknown, because a fact is missing. Undefined = no value whatever the facts still
 * missing turn out to be (a division by zero): FEEL's own null, which FEEL can compare. Outside both are null.
 */
export type Value = FactValue | undefined

/** A compiled part: reads facts, returns its value. */
export type Closure = (facts: Facts) => Value

const operations: Readonly<Record<ArithmeticOp, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '**': (a, b) => a ** b,
}

const functions: Readonly<Record<FunctionName, (values: readonly number[]) => number>> = {
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  abs: ([value]) => Math.abs(value as number),
  floor: ([value]) => Math.floor(value as number),
  ceiling: ([value]) => Math.ceil(value as number),
}

/** Arithmetic. A division by zero, and whatever is no finite number, has no value. */
export function arithmeticOf(op: ArithmeticOp, left: Closure, right: Closure): Closure {
  const operation = operations[op]
  return (facts) => {
    const a = left(facts)
    const b = right(facts)
    if (a === undefined || b === undefined) return undefined
    if (a === null || b === null) return null
    const result = operation(a as number, b as number)
    return Number.isFinite(result) ? result : undefined
  }
}

export function callOf(name: FunctionName, args: readonly Closure[]): Closure {
  const operation = functions[name]
  return (facts) => {
    const values = args.map((arg) => arg(facts))
    if (values.includes(undefined)) return undefined
    return values.includes(null) ? null : operation(values as number[])
  }
}
