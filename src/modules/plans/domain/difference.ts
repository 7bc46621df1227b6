import { type Calendar, dayNumber, ordinalOnOrAfter } from '../../../kernel/calendar.ts'
import type { Difference, KeptPlan, MilestoneMove } from '../contract/difference.ts'
import type { Plan } from '../contract/plan.ts'
import { milestoneMatters, milestoneNames } from '../contract/scenario.ts'
import { comparePlans } from './compare.ts'

/** What is kept of a plan. */
export function keptOf({ dayZero, matters, milestones }: Pick<Plan, 'dayZero' | 'matters' | 'milestones'>): KeptPlan {
  return {
    dayZero,
    milestones,
    matters: matters.map(({ code, applies, start, finish, startDate = null, finishDate = null, prior, holds }) => {
      if (start === undefined || finish === undefined) return { code, applies, startDate: null, finishDate: null }
      return {
        ...{ code, applies, start, finish, startDate, finishDate },
        ...(prior !== undefined && { prior }),
        ...(holds !== undefined && { holds }),
      }
    }),
  }
}

type What = Pick<Difference, 'in' | 'out' | 'moved' | 'milestones'>

/** What changed from one plan to the next; null when nothing did. Both on the axis of the later one, so that days are its working days. */
export function differenceOf(old: KeptPlan, after: KeptPlan, calendar: Calendar): What | null {
  const before = onAxisOf(after, old, calendar)
  const { in: came, out: went, moved } = comparePlans(before, after)
  const from = datesOf(old)
  const to = datesOf(after)
  const milestones = milestoneNames.flatMap((name) => moveOf(name, { before, after, from, to }))
  if (came.length + went.length + moved.length + milestones.length === 0) return null
  return {
    in: came,
    out: went,
    moved: moved.map(({ code, days, why }) => ({
      ...{ code, why, days },
      ...{ fromOn: from.get(code) ?? null, toOn: to.get(code) ?? null },
    })),
    milestones,
  }
}

const datesOf = ({ matters }: KeptPlan) => new Map(matters.map(({ code, finishDate }) => [code, finishDate]))

interface Both {
  readonly before: KeptPlan
  readonly after: KeptPlan
  readonly from: ReadonlyMap<string, string | null>
  readonly to: ReadonlyMap<string, string | null>
}

function moveOf(name: MilestoneMove['name'], { before, after, from, to }: Both): MilestoneMove[] {
  const then = before.milestones[name]
  const now = after.milestones[name]
  if (then === now) return []
  const code = milestoneMatters[name]
  const days = then === null || now === null ? null : now - then
  return [{ name, days, fromOn: from.get(code) ?? null, toOn: to.get(code) ?? null }]
}

/** The earlier plan with its days counted as the later one counts them; where there is no date, as they were. */
function onAxisOf({ dayZero }: KeptPlan, plan: KeptPlan, calendar: Calendar): KeptPlan {
  const base = ordinalOnOrAfter(calendar, dayNumber(dayZero))
  const again = (offset: number, day: string | null): number =>
    day === null ? offset : ordinalOnOrAfter(calendar, dayNumber(day)) - base + (offset - Math.floor(offset))
  const matters = plan.matters.map((matter) => {
    if (matter.start === undefined || matter.finish === undefined || matter.prior === true) return matter
    const { start, finish, startDate, finishDate } = matter
    return { ...matter, start: again(start, startDate), finish: again(finish, finishDate) }
  })
  const finishOf = new Map(matters.map(({ code, finish }) => [code, finish]))
  const milestones = { ...plan.milestones }
  for (const name of milestoneNames) {
    if (milestones[name] !== null) milestones[name] = finishOf.get(milestoneMatters[name]) ?? null
  }
  return { dayZero, matters, milestones }
}
