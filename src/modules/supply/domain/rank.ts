/**
 * 分级梯度保障: who gets land first is a rule that everybody can read, not a list that somebody keeps. Each criterion gives points by its
 * weight between the value that earns nothing and the value that earns all; equal sums go by the day of application. A value that nobody
 * has entered earns no points and is named, so that it can be entered: it is not taken for a bad one. Weights are a zone's own data.
 */
import { Decimal } from 'decimal.js'
import type { Day } from '../../../kernel/calendar.ts'
import type { Criterion } from '../contract/words.ts'

export interface Weight {
  readonly criterion: Criterion
  /** Points at most. */
  readonly points: number
  /** Value that earns nothing, and value from which all points are earned; the second may be the smaller one. */
  readonly zeroAt: number
  readonly fullAt: number
  readonly source: string
}

export interface Demand {
  readonly id: string
  readonly appliedOn: Day
  readonly areaSqm: number
  readonly values: Readonly<Record<Criterion, number | null>>
}

export interface Reason {
  readonly criterion: Criterion
  /** Null: nobody has entered it. */
  readonly value: number | null
  readonly points: number
  readonly of: number
}

interface Ranked {
  readonly id: string
  readonly rank: number
  readonly points: number
  readonly reasons: readonly Reason[]
  /** Whether the land that is left after all before it is enough. */
  readonly reached: boolean
  /** m² that were left when its turn came. */
  readonly leftSqm: number
}

function earned(weight: Weight, value: number | null): Reason {
  const { criterion, points: of, zeroAt, fullAt } = weight
  if (value === null || zeroAt === fullAt) return { criterion, value, points: 0, of }
  const share = new Decimal(value).minus(zeroAt).div(new Decimal(fullAt).minus(zeroAt))
  const within = Decimal.min(1, Decimal.max(0, share))
  return { criterion, value, points: within.times(of).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toNumber(), of }
}

/** The waiting list for so much land (m²): ranks, points with their reasons, and who is reached. A demand that does not fit is passed over. */
export function rankDemands(demands: readonly Demand[], weights: readonly Weight[], availableSqm: number): Ranked[] {
  const scored = demands.map((demand) => {
    const reasons = weights.map((weight) => earned(weight, demand.values[weight.criterion]))
    const points = reasons.reduce((sum, reason) => sum.plus(reason.points), new Decimal(0)).toNumber()
    return { demand, reasons, points }
  })
  scored.sort(
    (a, b) => b.points - a.points || order(a.demand.appliedOn, b.demand.appliedOn) || order(a.demand.id, b.demand.id),
  )
  let leftSqm = availableSqm
  return scored.map(({ demand, reasons, points }, i) => {
    const reached = demand.areaSqm <= leftSqm
    const line = { id: demand.id, rank: i + 1, points, reasons, reached, leftSqm }
    if (reached) leftSqm -= demand.areaSqm
    return line
  })
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export interface Move {
  readonly id: string
  readonly fromRank: number
  readonly toRank: number
  readonly reachedBefore: boolean
  readonly reachedAfter: boolean
}

/** Who stands elsewhere, or is reached now or no longer, when the list goes from one state to another; who left it is not among them. */
export function movesBetween(before: readonly Ranked[], after: readonly Ranked[]): Move[] {
  const earlier = new Map(before.map((line) => [line.id, line]))
  return after.flatMap((line) => {
    const was = earlier.get(line.id)
    if (!was || (was.rank === line.rank && was.reached === line.reached)) return []
    return [
      {
        ...{ id: line.id, fromRank: was.rank, toRank: line.rank },
        ...{ reachedBefore: was.reached, reachedAfter: line.reached },
      },
    ]
  })
}
