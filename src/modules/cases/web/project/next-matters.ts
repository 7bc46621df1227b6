import type { ProjectPlan } from '../../../plans/contract/project-plan.ts'

export interface NextMatter {
  readonly code: string
  /** Nothing that it waits for is open: it can be filed today. */
  readonly now: boolean
  readonly startsOn: string | null
  readonly critical: boolean
}

/**
 * The matters of the plan that are not filed yet, the earliest first. One that the plan starts today or before can be filed now:
 * what has happened is fixed, and nothing open is planned into the past.
 */
export function nextMatters({ plan, progress }: ProjectPlan): NextMatter[] {
  return plan.matters
    .filter(({ code, applies, prior, follows, start }) => {
      return applies === true && !prior && !follows && start !== undefined && progress.matters[code] === undefined
    })
    .toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0))
    .map(({ code, startDate = null, critical = false }) => ({
      code,
      now: startDate !== null && startDate <= progress.today,
      startsOn: startDate,
      critical,
    }))
}
