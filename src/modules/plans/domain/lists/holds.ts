import type { Plan, PlannedMatter } from '../../contract/plan.ts'

export function mattersByCode(plan: Plan): ReadonlyMap<string, PlannedMatter> {
  return new Map(plan.matters.map((matter) => [matter.code, matter]))
}

/** In the schedule: it applies, is not a duty after production, and has times. */
export function isScheduled(matter: PlannedMatter): matter is PlannedMatter & { start: number; finish: number } {
  return matter.applies === true && matter.start !== undefined && matter.finish !== undefined
}

/** Whom a matter waits for, each once: what held up its start or its decision. */
export function waitsFor(matter: PlannedMatter): string[] {
  return [...new Set((matter.holds ?? []).map((hold) => hold.by))]
}
