import { addWorkdays } from '../../../kernel/workdays.ts'
import type { PlanInputs } from '../contract/difference.ts'
import type { Milestones } from '../contract/plan.ts'
import { milestoneNames } from '../contract/scenario.ts'
import { type Means, milestonesFrom } from './replan.ts'

/** A plan that moves every day is looked at once in so many working days; one that rests for longer than the farthest is left alone. */
const nearest = 5
const farthest = 250

/**
 * The first day, from some days on, on which time alone will have moved a milestone; null when it will not. The longer nobody does
 * anything the later everything ends, so that the day is found by halving.
 */
export function nextMove(inputs: PlanInputs, means: Means): string | null {
  const dayAfter = (days: number) => addWorkdays(means.calendar, inputs.today, days)
  const milestonesOn = (today: string): Milestones => milestonesFrom({ ...inputs, today }, means)
  const now = milestonesOn(inputs.today)
  const movedBy = (days: number): boolean => {
    const then = milestonesOn(dayAfter(days))
    return milestoneNames.some((name) => then[name] !== now[name])
  }
  if (!movedBy(farthest)) return null
  let [still, moved] = [nearest - 1, farthest]
  while (moved - still > 1) {
    const middle = Math.floor((still + moved) / 2)
    if (movedBy(middle)) moved = middle
    else still = middle
  }
  return dayAfter(moved)
}
