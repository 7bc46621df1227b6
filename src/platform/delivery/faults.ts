import type { Label } from '../../kernel/label.ts'
import { Problem } from '../../kernel/problem.ts'
import { deliveryFaults, type FaultName } from './contract/faults.ts'

/** Why a message did not leave; the worker tries again and in the end shows this code, which the page of jobs has the sentence of. */
export function fault(name: FaultName, details: Readonly<Record<string, unknown>> = {}): Problem {
  const text: Label = deliveryFaults[`delivery.${name}`]
  return new Problem('rule_violated', `delivery.${name}`, text, details)
}
