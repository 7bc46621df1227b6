import type { Label } from '../../../kernel/label.ts'
import { Problem } from '../../../kernel/problem.ts'

/** A refusal by the rules of cases, in one sentence. */
export function refuse(reason: string, text: Label, details: Readonly<Record<string, unknown>> = {}): Problem {
  return new Problem('rule_violated', `cases.${reason}`, text, details)
}
