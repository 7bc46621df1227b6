import type { Day } from '../../../kernel/calendar.ts'
import type { Budget, Clock } from '../../../kernel/clock.ts'
import type { Label } from '../../../kernel/label.ts'
import type { ActionVerb } from '../contract/action-verbs.ts'
import type { ClockKind } from '../contract/clock.ts'
import type { CasePaper, PaperStatus } from '../contract/paper.ts'
import type { ProcedureKind, ReversalKind } from '../contract/procedure.ts'
import type { OpinionKind } from '../contract/review.ts'
import type { CaseState, DecisionResult } from '../contract/state.ts'

/** A clock of the case with what it measures; `ref` names the owed paper, or the department whose opinion was asked for. */
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

export interface Named {
  readonly id: string
  readonly name: string
}

/** A department that was asked for its opinion; its day is its clock's. */
export interface Asked {
  readonly departmentId: string
  readonly name: string
  readonly days: number
  readonly opinion: OpinionKind | null
  readonly reason: string | null
  readonly givenOn: Day | null
  readonly by: string | null
  /** It said nothing, which counted as agreement by the zone's rule. */
  readonly assumed: boolean
}

/** The round over all cases of a stage (阶段并联审查) that a round of one case is part of. */
export interface StageRound {
  readonly id: string
  /** The stage in the catalogue. */
  readonly code: string
  readonly name: Label
  readonly lead: Named
}

/** A round of opinions of a joint review (联合审查). */
export interface Review {
  /** Where it was asked for over a whole stage; absent: over this case alone. */
  readonly stage?: StageRound
  readonly round: number
  readonly askedOn: Day
  readonly question: string | null
  readonly asked: readonly Asked[]
  readonly concludedOn: Day | null
  readonly conclusion: OpinionKind | null
  readonly reason: string | null
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
  /** The officer who took it in or accepted it, or to whom it was transferred. */
  readonly handler: Named | null
  /** The department to which it was transferred; null: the one that answers for the authority. */
  readonly office: Named | null
  readonly extendedOn: Day | null
  readonly remindedOn: Day | null
  /** The latest round of opinions. */
  readonly review: Review | null
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
  readonly opinion: OpinionKind | null
  readonly result: DecisionResult | null
  readonly promisedDays: number | null
  /** Number of the written notice. */
  readonly notice: string | null
  readonly papers: readonly PaperChange[]
  /** The day from which an acceptance counts. */
  readonly countsFrom: Day | null
  readonly opening: Opening | null
  readonly more?: More
}

/** What only the steps of a longer case have. */
export interface More {
  readonly procedure?: ProcedureKind
  /** Days of an extension. */
  readonly days?: number
  readonly consult?: readonly { readonly departmentId: string; readonly name: string; readonly days: number }[]
  /** The round over a stage that the opinions are asked for in. */
  readonly stage?: StageRound
  /** The department that gives its opinion. */
  readonly department?: Named
  /** Owed papers that are due with this action. */
  readonly due?: readonly string[]
  /** Departments whose silence counts as agreement. */
  readonly assumed?: readonly string[]
  readonly target?: { readonly handler: Named | null; readonly office: Named | null }
  readonly reversal?: ReversalKind
  /** The absent handler for whom it was done. */
  readonly behalfOf?: Named
  /** The bulk act that it belongs to. */
  readonly batch?: string
  /** What an undo brings back. */
  readonly restores?: { readonly state: CaseState; readonly handler: Named | null; readonly office: Named | null }
}

/** An action with nothing but its verb, day and actor. */
export function plainAction(verb: Action['verb'], on: Day, actor: Actor): Action {
  const nothing = { reason: null, remedies: null, opinion: null, result: null, promisedDays: null, notice: null }
  return { verb, on, actor, ...nothing, papers: [], countsFrom: null, opening: null }
}
