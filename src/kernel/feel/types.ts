import type { Condition } from '../verdict.ts'

/** What a fact may hold. Values of a choice are strings out of its options. */
export type FactType = { readonly type: 'boolean' | 'number' | 'choice'; readonly options?: readonly string[] }
export type FactTypes = ReadonlyMap<string, FactType>

export type FactValue = boolean | number | string | null

/** Facts by code. Absent or null = unknown. */
export type Facts = Readonly<Record<string, FactValue>>

/** A compiled expression: pure, reusable, allocation-free to evaluate. */
export interface Expression {
  readonly source: string
  readonly type: 'boolean' | 'number' | 'string'
  /** Codes of all facts that the expression names, sorted by code point. */
  readonly reads: readonly string[]
  /** The value; null = unknown. */
  evaluate(facts: Facts): FactValue
  /** Missing facts on which a null depends: those of the null-valued branches only, sorted by code point; [] when the value is known. */
  missing(facts: Facts): readonly string[]
  /**
   * Every atomic condition in reading order, with the values read. `not(...)` of an atom is one condition; `not` of a
   * compound is pushed inwards, so that each condition is `met` where it speaks for the rule.
   */
  conditions(facts: Facts): readonly Condition[]
  /** By numeric fact: the constants it is compared with, ascending. */
  readonly thresholds: ReadonlyMap<string, readonly number[]>
}
