import type { Label } from '../../../kernel/label.ts'
import { refusals } from './step-refusals.ts'
import type { StepCaller, StepSubject } from './step-subject.ts'
import { stepTable, type Verb } from './step-table.ts'

/** Why the case cannot take this step now, whoever asks, in one sentence; null when it can. */
export function refusalOf(subject: StepSubject, verb: Verb): Label | null {
  const step = stepTable[verb]
  if (!step.from.includes(subject.state)) return refusals.wrongState(subject.state, step)
  return step.refuse?.(subject) ?? null
}

/** The steps that this caller may take now, in the order of the table: a button that shows is a button that works. */
export function allowedSteps(subject: StepSubject, caller: StepCaller): Verb[] {
  return (Object.keys(stepTable) as Verb[]).filter(
    (verb) => caller.permissions.has(stepTable[verb].permission) && refusalOf(subject, verb) === null,
  )
}
