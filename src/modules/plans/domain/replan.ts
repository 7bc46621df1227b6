import type { Calendar } from '../../../kernel/calendar.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { Difference, Kept, PlanCause, PlanInputs } from '../contract/difference.ts'
import type { Milestones, Plan } from '../contract/plan.ts'
import { differenceOf, keptOf } from './difference.ts'
import { milestonesOf, planOf } from './plan.ts'
import { type PlanInput, settle } from './request.ts'
import { runOf } from './run.ts'

/** The zone's calendar as it is now, and every version of the catalogue that the inputs name. */
export interface Means {
  readonly calendar: Calendar
  readonly catalogueOf: (versionId: string) => CompiledCatalogue
}

/** The plan of a running project: what happened is fixed, the rest moves. */
export function planFrom(inputs: PlanInputs, means: Means): Plan {
  return planOf(means.catalogueOf(inputs.catalogueVersionId), inputOf(inputs, means))
}

/** Its milestones alone, for who asks about many days. */
export function milestonesFrom(inputs: PlanInputs, means: Means): Milestones {
  const compiled = means.catalogueOf(inputs.catalogueVersionId)
  return milestonesOf(runOf(compiled, settle(compiled, inputOf(inputs, means))), false)
}

function inputOf({ facts, startOn: start, switches, today, matters }: PlanInputs, { calendar }: Means): PlanInput {
  return { ...{ facts, start, switches, calendar }, progress: { today, matters } }
}

export function keep(inputs: PlanInputs, means: Means): Kept {
  return { inputs, plan: keptOf(planFrom(inputs, means)) }
}

export interface Replanned {
  /** One for each cause that moved something, in the order in which they were taken up. */
  readonly differences: readonly Difference[]
  readonly kept: Kept
}

/**
 * Takes up, one cause after the other, what has changed since the plan was made, so that each cause answers for what it moved and
 * for nothing else. `matters`: whose cases are taken up now; what happened to others has an event of its own that is still to come.
 */
export function replan(
  kept: Kept,
  now: PlanInputs,
  { matters, ...means }: Means & { readonly matters: readonly string[] },
): Replanned {
  const differences: Difference[] = []
  let at = kept
  for (const { cause, matter, change } of stepsOf(kept.inputs, now, matters)) {
    const next = keep({ ...at.inputs, ...change(at.inputs) }, means)
    const what = differenceOf(at.plan, next.plan, means.calendar)
    if (what !== null) differences.push({ cause, matter, ...what })
    at = next
  }
  return { differences, kept: at }
}

interface Step {
  readonly cause: PlanCause
  readonly matter: string | null
  readonly change: (at: PlanInputs) => Partial<PlanInputs>
}

function stepsOf(old: PlanInputs, now: PlanInputs, matters: readonly string[]): Step[] {
  const { calendar, switches, facts, startOn, catalogueVersionId } = now
  const steps: Step[] = []
  const add = (cause: PlanCause, change: Partial<PlanInputs>) =>
    steps.push({ cause, matter: null, change: () => change })
  if (calendar !== old.calendar) add('calendar', { calendar })
  if (!same(switches, old.switches)) add('reforms', { switches })
  const otherBasis = !same(facts, old.facts) || startOn !== old.startOn
  // Facts that only the other catalogue declares cannot be read with the one before: both at once.
  if (catalogueVersionId !== old.catalogueVersionId) add('catalogue', { catalogueVersionId, facts, startOn })
  else if (otherBasis) add('basis', { facts, startOn })
  const passed = timePassed(old, now)
  if (now.today !== old.today || !sameText(passed.matters, old.matters)) {
    steps.push({ cause: 'time', matter: null, change: () => passed })
  }
  for (const matter of matters) {
    if (now.marks[matter] !== old.marks[matter]) {
      steps.push({ cause: 'case', matter, change: (at) => caseTaken(at, now, matter) })
    }
  }
  return steps
}

/** What time alone does: today, and the expected end of cases in which nothing was done. */
function timePassed(at: PlanInputs, now: PlanInputs): Pick<PlanInputs, 'today' | 'matters'> {
  const matters = Object.fromEntries(
    Object.entries(at.matters).map(([code, past]) => {
      const again = now.matters[code]
      return [code, again !== undefined && now.marks[code] === at.marks[code] ? again : past]
    }),
  )
  return { today: now.today, matters }
}

function caseTaken(at: PlanInputs, now: PlanInputs, matter: string): Partial<PlanInputs> {
  return { matters: taken(at.matters, now.matters, matter), marks: taken(at.marks, now.marks, matter) }
}

/** The record with this one entry as the other has it. */
function taken<T>(record: Readonly<Record<string, T>>, other: Readonly<Record<string, T>>, key: string) {
  const { [key]: _, ...rest } = record
  const entry = other[key]
  return entry === undefined ? rest : { ...rest, [key]: entry }
}

const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** JSON values with the same entries, whatever their order. */
function same(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => (a[key] ?? null) === (b[key] ?? null))
}
