import { chanceBy, dayBy, shares } from '../contract/quantiles.ts'
import type { MilestoneForecast, Outcome } from '../contract/result.ts'
import type { ProjectForecast, Told } from '../contract.ts'

type Promised = Told['promised']

export interface Promises {
  readonly permit: Promised
  readonly production: Promised
}

/** A project's answer as people read it: days by 50, 80 and 95 %, and the chance of the promised day. */
export function projectTold(
  { permit, production, incomplete }: Outcome,
  project: ProjectForecast['project'],
  promises: Promises,
): ProjectForecast {
  return {
    ...{ project, incomplete },
    permit: milestoneTold(permit, promises.permit),
    production: milestoneTold(production, promises.production),
  }
}

function milestoneTold({ state, doneOn, plannedOn, spread }: MilestoneForecast, promised: Promised): Told {
  const [by50, by80, by95] = shares.map((share) => dayBy(spread, share)) as [
    string | null,
    string | null,
    string | null,
  ]
  const chance = promised.on === null ? null : chanceBy(spread, promised.on)
  return { state, doneOn, plannedOn, by50, by80, by95, promised, chance }
}

/** What a promise may come from, the first that is there: a day that the reader asks for, the agreed plan, the plan of the beginning. */
export interface PromiseSources {
  readonly asked?: string | undefined
  readonly agreed?: string | null | undefined
}

export function promiseOf(
  { plannedOn }: Pick<MilestoneForecast, 'plannedOn'>,
  { asked, agreed }: PromiseSources,
): Promised {
  if (asked !== undefined) return { on: asked, from: 'asked' }
  if (agreed !== undefined && agreed !== null) return { on: agreed, from: 'agreement' }
  return { on: plannedOn, from: 'plan' }
}

/** Whose next milestone is least likely to come in time first; where nothing is promised last, by its day. */
export function byRisk(a: ProjectForecast, b: ProjectForecast): number {
  const [one, other] = [nextOf(a), nextOf(b)]
  const chance = (one.chance ?? 2) - (other.chance ?? 2)
  if (chance !== 0) return chance
  const [first, second] = [one.by80 ?? '', other.by80 ?? '']
  return first > second ? -1 : first < second ? 1 : a.project.id < b.project.id ? -1 : 1
}

/** The permit; once it is there, or when none is needed, production. */
export function nextOf({ permit, production }: Pick<ProjectForecast, 'permit' | 'production'>): Told {
  return permit.state === 'coming' ? permit : production
}
