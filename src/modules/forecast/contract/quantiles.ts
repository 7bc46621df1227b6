import type { Spread } from './result.ts'

/** The shares of runs by which a milestone is told. */
export const shares = [0.5, 0.8, 0.95] as const

/** The earliest day by which at least this share of the runs had it; null of no runs. */
export function dayBy(spread: Spread, share: number): string | null {
  const runs = runsOf(spread)
  let counted = 0
  for (const { on, runs: here } of spread) {
    counted += here
    if (counted >= share * runs - 1e-9) return on
  }
  return null
}

/** The share of runs in which it fell on this day or before; null of no runs. */
export function chanceBy(spread: Spread, day: string): number | null {
  const runs = runsOf(spread)
  if (runs === 0) return null
  return spread.reduce((sum, { on, runs: here }) => (on <= day ? sum + here : sum), 0) / runs
}

function runsOf(spread: Spread): number {
  return spread.reduce((sum, { runs }) => sum + runs, 0)
}
