/** Three answers to a question about facts. Unknown is an answer of its own and never becomes no. */
export const outcomes = ['met', 'not_met', 'unknown'] as const
export type Outcome = (typeof outcomes)[number]

/** Kleene's truth value: true, false, or null for unknown. */
export type Truth = boolean | null

/** One condition of a rule, as written, with the values that were read. `value` null means the fact is missing. */
export interface Condition {
  /** The condition's own source text, e.g. `landAreaHa >= 5`. */
  readonly text: string
  readonly outcome: Outcome
  readonly facts: readonly { readonly code: string; readonly value: boolean | number | string | null }[]
}

/** Where a rule stands in the law, with the confidence mark of whoever read it (V, P, M, E). */
export interface Citation {
  readonly title: string
  readonly article: string
  readonly year: number | null
  readonly confidence: string
  readonly note: string | null
}

/** An answer, not an error: outcome with every condition, the missing facts and the law. */
export interface Verdict {
  readonly outcome: Outcome
  readonly conditions: readonly Condition[]
  /** Codes of the missing facts on which the unknown depends, sorted; empty unless outcome is unknown. */
  readonly missing: readonly string[]
  readonly citations: readonly Citation[]
}

export function outcomeOf(truth: Truth): Outcome {
  return truth === null ? 'unknown' : truth ? 'met' : 'not_met'
}
