import type { MilestoneForecast, Outcome, Spread } from '../contract/result.ts'
import { dayAt, type HalfDays, provisionalAt } from './axis.ts'
import type { Meaning, MilestoneMeaning } from './build.ts'
import type { Tally } from './tally.ts'

/** What the runs say of each project. */
export function outcomesOf({ projects, axis }: Meaning, tally: Tally): Outcome[] {
  const told = (meaning: MilestoneMeaning, all: Int32Array, p: number): MilestoneForecast => ({
    ...meaning,
    spread: meaning.state === 'coming' ? spreadOf(axis, column(all, p, projects.length)) : [],
  })
  return projects.map(({ id, permit, production, incomplete }, p) => ({
    ...{ projectId: id, incomplete },
    permit: told(permit, tally.permit, p),
    production: told(production, tally.production, p),
  }))
}

function column(all: Int32Array, p: number, projects: number): Int32Array {
  const runs = all.length / projects
  const values = new Int32Array(runs)
  for (let run = 0; run < runs; run++) values[run] = all[run * projects + p] as number
  return values.sort()
}

/** Halves of a day fall on the day. */
function spreadOf(axis: HalfDays, sorted: Int32Array): Spread {
  const spread: { on: string; runs: number }[] = []
  for (const half of sorted) {
    const on = dayAt(axis, half)
    const last = spread.at(-1)
    if (last?.on === on) last.runs++
    else spread.push({ on, runs: 1 })
  }
  return spread
}

/** Whether any milestone of any run falls in a year whose holiday notice is not loaded: the latest tells. */
export function provisionalIn({ axis }: Meaning, { permit, production }: Tally): boolean {
  const latest = [permit, production].flatMap((all) => (all.length === 0 ? [] : [all.reduce((a, b) => Math.max(a, b))]))
  return latest.some((half) => half >= 0 && provisionalAt(axis, half))
}
