import * as conflicts from '../domain/conflicts.ts'
import * as ground from './ground.ts'

export type PlanGround = conflicts.PlanGround

/** What of a thing is against the plans, in words. */
export const conflictsOf = conflicts.conflictsOf
export const plansInForce = ground.plansInForce
