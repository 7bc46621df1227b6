/** 城乡规划法（2019修正）第9条、土地管理法（2019修正）第15条：经依法批准的规划在期内有效，新规划批准后替代旧规划。An end that nobody knows is said, not taken for "for ever". */
import type { Day } from '../../../kernel/calendar.ts'
import type { PlanStanding } from '../contract/words.ts'

export interface PlanFacts {
  readonly id: string
  readonly approvedOn: Day
  /** That day included; null: not known. */
  readonly validUntil: Day | null
  readonly supersedesId: string | null
}

/** Of every plan by id, how it stands on a day. */
export function planStandings(plans: readonly PlanFacts[], day: Day): ReadonlyMap<string, PlanStanding> {
  const replaced = new Set(plans.filter(({ approvedOn }) => approvedOn <= day).map(({ supersedesId }) => supersedesId))
  return new Map(plans.map((plan) => [plan.id, standingOf(plan, replaced.has(plan.id), day)]))
}

function standingOf({ approvedOn, validUntil }: PlanFacts, replaced: boolean, day: Day): PlanStanding {
  if (approvedOn > day) return 'future'
  if (replaced) return 'superseded'
  if (validUntil === null) return 'endUnknown'
  return validUntil < day ? 'expired' : 'inForce'
}

/** Counted as a plan of the zone: approved, not superseded, not expired. */
export const countsOn = (standing: PlanStanding | undefined) => standing === 'inForce' || standing === 'endUnknown'
