import type { Limit } from '../../matters/contract/catalogue.ts'
import type { Milestones } from './plan.ts'

/** What is left of a plan when only its order counts: the matters in the schedule and what holds what up. For reckoning on, as a forecast does. */
export interface PlanNetwork {
  readonly matters: readonly NetworkMatter[]
  readonly arrows: readonly NetworkArrow[]
  /** Offsets of the milestones when nothing has happened yet, in working days from `dayZero`. */
  readonly milestones: Milestones
  readonly dayZero: string
  /** Duration facts that are missing: what waits for those works has no date. */
  readonly undated: readonly string[]
}

export interface NetworkMatter {
  readonly code: string
  readonly authority: string
  /** Working days before filing. */
  readonly preparation: number
  readonly limit: Limit
  readonly floor: Limit | null
  /** Working days that works last, as a fact says; null for what an office handles, `undefined` when the fact is missing. */
  readonly lasts: number | null | undefined
}

/** Places in `matters`. `owed`: filed without the paper that `from` brings; it counts only when the tolerance lapses. */
export interface NetworkArrow {
  readonly from: number
  readonly to: number
  readonly kind: 'start' | 'decision' | 'owed'
}
