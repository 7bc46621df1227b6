import type { Moment } from '../../../kernel/clock-state.ts'
import type { CommandOf } from '../contract/decisions.ts'
import type { CaseRules } from '../contract/rules.ts'
import type { Relation } from '../contract/step-subject.ts'
import type { Verb } from '../contract/step-table.ts'
import type { Actor, Named, StageRound } from './facts.ts'

/** A verb with the input of its endpoint. */
export type Command = { [V in Verb]: { readonly verb: V; readonly input: CommandOf<V> } }[Verb]

/** What a decision is judged by, beside the case: who, when, and what stands elsewhere. */
export interface Circumstances extends Moment {
  readonly actor: Actor
  /** Papers that a signed commitment stands in for. */
  readonly committed: ReadonlySet<string>
  /** Without them: nothing that a rule of the zone must say is possible. */
  readonly rules?: CaseRules
  readonly relation?: Relation
  /** The zone's departments by id, where the step names some; the caller's own among them. */
  readonly departments?: ReadonlyMap<string, string>
  /** The caller's department, and the one that answers for the case. */
  readonly ownDepartment?: Named | null
  readonly lead?: Named | null
  /** The round over a stage as part of which this step is taken. */
  readonly stage?: StageRound
  /** To whom a transfer goes: what was asked for, as it was found. */
  readonly target?: { readonly handler: Named | null; readonly office: Named | null } | null
  /** The handler is away, and the caller acts instead. */
  readonly behalfOf?: Named | null
  /** Results that undecided cases of the project are to bring. */
  readonly underway?: ReadonlySet<string>
  /** So many papers does the enterprise owe in other cases. */
  readonly owedElsewhere?: number
  /** Another case of this matter has been opened meanwhile. */
  readonly openedAnew?: boolean
}
