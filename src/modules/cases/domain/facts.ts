import type { Day } from '../../../kernel/calendar.ts'
import type { Budget, Clock } from '../../../kernel/clock.ts'
import type { ActionVerb } from '../contract/action-verbs.ts'
import type { ClockKind } from '../contract/clock.ts'
import type { CasePaper, PaperStatus } from '../contract/paper.ts'
import type { CaseState, DecisionResult } from '../contract/state.ts'

/** A clock of the case with what it measures; `ref` names the owed paper. */
export interface CaseClockFacts {
  readonly kind: ClockKind
  readonly ref: string | null
  readonly clock: Clock
}

/** The limits of the matter in the pinned catalogue. */
export interface Limits {
  readonly statutory: Budget
  readonly promised: Budget
}

/** What a case is: nothing but the fold of its actions. */
export interface CaseFacts {
  readonly state: CaseState
  readonly limits: Limits
  readonly receivedOn: Day
  readonly correctedOn: Day | null
  /** The day from which it counts as accepted. */
  readonly acceptedOn: Day | null
  /** Set with the acceptance when it came after the time to answer had lapsed (行政许可法 第32条). */
  readonly deemedAcceptedOn: Day | null
  readonly decidedOn: Day | null
  readonly issuedOn: Day | null
  /** The legal day of the last action: no later one may lie before it. */
  readonly lastOn: Day
  /** The officer who took it in or accepted it. */
  readonly handler: { readonly id: string; readonly name: string } | null
  readonly papers: readonly CasePaper[]
  readonly clocks: readonly CaseClockFacts[]
}

/** Who acted; without an account it was the program itself. */
export interface Actor {
  readonly id: string | null
  readonly name: string
}

/** What becomes of one paper; a `fileId` that is not given stays. */
export interface PaperChange {
  readonly ref: string
  readonly status: PaperStatus
  readonly fileId?: string | null
  readonly note: string | null
}

/** What an application starts with. */
export interface Opening {
  readonly limits: Limits
  readonly papers: readonly CasePaper[]
}

/** One accepted action, complete: the fold needs nothing beside it. */
export interface Action {
  readonly verb: ActionVerb
  readonly on: Day
  readonly actor: Actor
  readonly reason: string | null
  readonly remedies: string | null
  readonly opinion: 'agree' | 'agree_with_conditions' | 'disagree' | null
  readonly result: DecisionResult | null
  readonly promisedDays: number | null
  /** Number of the written notice. */
  readonly notice: string | null
  readonly papers: readonly PaperChange[]
  /** The day from which an acceptance counts. */
  readonly countsFrom: Day | null
  readonly opening: Opening | null
}

/** An action with nothing but its verb, day and actor. */
export function plainAction(verb: Action['verb'], on: Day, actor: Actor): Action {
  const nothing = { reason: null, remedies: null, opinion: null, result: null, promisedDays: null, notice: null }
  return { verb, on, actor, ...nothing, papers: [], countsFrom: null, opening: null }
}
