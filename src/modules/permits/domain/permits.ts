import { type Calendar, dayNumber } from '../../../kernel/calendar.ts'
import { workdaysBetween, workdaysUntil } from '../../../kernel/workdays.ts'
import type { HandledCase } from '../../cases/contract/handled.ts'
import { constructionPermit, landContract, landPermit, threePermits } from '../contract/three-permits.ts'

/** What one project adds to a figure. */
export interface Measured {
  readonly projectId: string
  readonly value: number
}

type Decided = Pick<HandledCase, 'projectId' | 'matter' | 'acceptedOn' | 'decidedOn'>

/**
 * Working days on which at least one of the three permits was in handling, from the day after acceptance to the decision (行政许可法 第42、82条);
 * what is handled at the same time counts once, special procedures are in it. Only projects that have all three.
 */
export function threePermitDays(cases: readonly Decided[], calendar: Calendar): Measured[] {
  return byProject(cases).flatMap(([projectId, own]) => {
    const three = threePermits.map((matter) => lastOf(own, matter))
    if (three.some((one) => one === undefined)) return []
    return [
      {
        projectId,
        value: daysOfAny(
          three.flatMap((one) => one ?? []),
          calendar,
        ),
      },
    ]
  })
}

/** Working days in at least one of the spans (after the first day, up to the last). */
function daysOfAny(spans: readonly Decided[], calendar: Calendar): number {
  const sorted = spans.toSorted((a, b) => (a.acceptedOn < b.acceptedOn ? -1 : 1))
  let days = 0
  let until = Number.NEGATIVE_INFINITY
  for (const { acceptedOn, decidedOn } of sorted) {
    const from = Math.max(dayNumber(acceptedOn), until)
    const to = dayNumber(decidedOn)
    if (to <= from) continue
    days += workdaysUntil(calendar, to) - workdaysUntil(calendar, from)
    until = to
  }
  return days
}

/** Working days from the land contract to the land-use planning permit; 0 on the same day (城乡规划法 第38条). */
export function landPermitDelay(cases: readonly Decided[], calendar: Calendar): Measured[] {
  return byProject(cases).flatMap(([projectId, own]) => {
    const [contract, permit] = [lastOf(own, landContract), lastOf(own, landPermit)]
    if (!contract || !permit) return []
    return [{ projectId, value: Math.max(0, workdaysBetween(calendar, contract.decidedOn, permit.decidedOn)) }]
  })
}

export interface BaselineDays {
  readonly days: number
  readonly validFrom: string
}

interface Preparing {
  readonly cases: readonly Decided[]
  /** The day of each project's first application. */
  readonly firstOn: ReadonlyMap<string, string>
  readonly baselines: readonly BaselineDays[]
}

/**
 * By how much of the baseline a project's preparation was shorter: from its first application to its construction permit, in working days.
 * Measured against the latest baseline that counted on the day of the permit; without one there is nothing to be said.
 */
export function preparationSaved({ cases, firstOn, baselines }: Preparing, calendar: Calendar): Measured[] {
  return byProject(cases).flatMap(([projectId, own]) => {
    const permit = lastOf(own, constructionPermit)
    const first = firstOn.get(projectId)
    if (!permit || first === undefined) return []
    const valid = baselines.filter(({ validFrom }) => validFrom <= permit.decidedOn)
    const baseline = valid.reduce<BaselineDays | null>((a, b) => (a && a.validFrom >= b.validFrom ? a : b), null)
    if (baseline === null) return []
    return [{ projectId, value: 1 - workdaysBetween(calendar, first, permit.decidedOn) / baseline.days }]
  })
}

function byProject(cases: readonly Decided[]): [string, Decided[]][] {
  return [...Map.groupBy(cases, ({ projectId }) => projectId)]
}

/** Decided twice, after a revocation say: the last one counts. */
function lastOf(own: readonly Decided[], matter: string): Decided | undefined {
  return own
    .filter((one) => one.matter === matter)
    .toSorted((a, b) => (a.decidedOn < b.decidedOn ? -1 : 1))
    .at(-1)
}
