import type { Hold, Plan, PlannedMatter } from '../../contract/plan.ts'

/** The holds that decide the dates: those whose end is the matter's own start, or the end of its decision. */
export function bindingHolds(matter: PlannedMatter, byCode: ReadonlyMap<string, PlannedMatter>): Hold[] {
  return (matter.holds ?? []).filter((hold) => {
    const end = byCode.get(hold.by)?.finish
    if (end === undefined || end === 0) return false
    if (hold.kind === 'decision') return end === matter.finish && end > (matter.decided ?? matter.filed ?? 0)
    return end === matter.start
  })
}

export function mattersByCode(plan: Plan): ReadonlyMap<string, PlannedMatter> {
  return new Map(plan.matters.map((matter) => [matter.code, matter]))
}

/** In the schedule: it applies, is not a duty after production, and has times. */
export function isScheduled(matter: PlannedMatter): matter is PlannedMatter & { start: number; finish: number } {
  return matter.applies === true && matter.start !== undefined && matter.finish !== undefined
}
