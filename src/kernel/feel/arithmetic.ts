import type { ArithmeticOp, FunctionName } from './ast.ts'
import type { Facts, FactValue } from './types.ts'

/** A compiled part: reads facts, returns its value or null. */
export type Closure = (facts: Facts) => FactValue

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

/** Arithmetic. A missing operand, a division by zero and a result that is no finite number are null. */
export function arithmeticOf(op: ArithmeticOp, left: Closure, right: Closure): Closure {
  const operation = operations[op]
  return (facts) => {
    const a = left(facts)
    if (a === null) return null
    const b = right(facts)
    if (b === null) return null
    const result = operation(a as number, b as number)
    return Number.isFinite(result) ? result : null
  }
}

export function callOf(name: FunctionName, args: readonly Closure[]): Closure {
  const operation = functions[name]
  return (facts) => {
    const values: number[] = []
    for (const arg of args) {
      const value = arg(facts)
      if (value === null) return null
      values.push(value as number)
    }
    return operation(values)
  }
}
