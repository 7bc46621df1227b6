import type { Label } from './label.ts'

/** The seven kinds of refusal and the HTTP status of each (RFC 9457 answers carry it). */
export const statusOfKind = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rule_violated: 422,
  internal: 500,
} as const

export type ProblemKind = keyof typeof statusOfKind

/**
 * The one error type of the house: thrown where it is known, caught only at the edges (HTTP, CLI, worker).
 * `code` is `module.reason`; `message` says in both languages what is wrong and what to do next;
 * `details` names places (matter, field, row) so that a caller can point at them. Never put secrets in it.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly kind: ProblemKind
  readonly code: string
  readonly text: Label
  readonly details: Readonly<Record<string, unknown>>

  constructor(kind: ProblemKind, code: string, text: Label, details: Readonly<Record<string, unknown>> = {}) {
    super(text.en)
    this.kind = kind
    this.code = code
    this.text = text
    this.details = details
  }

  get status(): number {
    return statusOfKind[this.kind]
  }
}
