import type { HandledCase } from '../../cases/contract/handled.ts'
import type { NetworkMatter } from '../../plans/contract/network.ts'
import type { ForecastRules } from '../contract/rules.ts'

/** One way in which a case may go, in half working days: until accepted, at the desk, in special procedures. */
export interface Sample {
  readonly before: number
  readonly handling: number
  readonly after: number
}

/** So many samples are kept of one matter, the latest: more tell nothing new. */
const mostSamples = 4096

/** By matter the decided cases of the zone, where there are enough of them to draw from (bootstrap). */
export function measuredPools(
  history: readonly HandledCase[],
  { minimumCases }: Pick<ForecastRules, 'minimumCases'>,
): ReadonlyMap<string, readonly Sample[]> {
  const byMatter = Map.groupBy(history, ({ matter }) => matter)
  const enough = [...byMatter].filter(([, cases]) => cases.length >= minimumCases)
  return new Map(enough.map(([matter, cases]) => [matter, cases.slice(-mostSamples).map(sampleOf)]))
}

function sampleOf({ before, handling, suspended }: HandledCase): Sample {
  return { before: 2 * before, handling: 2 * handling, after: 2 * suspended }
}

/** Of five working days in a week: what a limit in calendar days comes to, before its floor. */
const workdaysOfWeek = 5 / 7

/** From the catalogue's limit with the stated spread; works last as their fact says, and are nobody's desk work. */
export function assumedPool(matter: NetworkMatter, { spread }: Pick<ForecastRules, 'spread'>): readonly Sample[] {
  const { limit, lasts } = matter
  if (lasts !== null)
    return spread.works.map((factor) => ({ before: 0, handling: 0, after: halves((lasts ?? 0) * factor) }))
  const days = limit.unit === 'workday' ? limit.days : limit.days * workdaysOfWeek
  return spread.handling.map((factor) => ({ before: 0, handling: halves(days * factor), after: 0 }))
}

/** Half days, whole ones up: what takes any time at all takes half a day. */
export function halves(days: number): number {
  return Math.max(0, Math.ceil(2 * days - 1e-9))
}

/**
 * What is left of a case that was filed so many half days ago: those samples that last longer, less what is over, the time at the desk
 * last. Where none lasted as long it may end any day: one working day more.
 */
export function remaining(pool: readonly Sample[], elapsed: number): readonly Sample[] {
  const longer = pool.filter(({ before, handling, after }) => before + handling + after > elapsed)
  if (longer.length === 0) return [{ before: 0, handling: 2, after: 0 }]
  return longer.map((sample) => {
    const left = sample.before + sample.handling + sample.after - elapsed
    const handling = Math.min(sample.handling, left)
    return { before: left - handling, handling, after: 0 }
  })
}
