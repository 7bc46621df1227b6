import type { Day } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'
import { laterOf } from '../../../kernel/order.ts'
import { Problem } from '../../../kernel/problem.ts'
import { type AgreementState, type AgreementVerb, agreementSteps, refusalOf, type Side } from '../contract/steps.ts'

/** A signature as it stands in the agreement. */
export interface Signed {
  readonly by: string
  readonly at: string
  readonly on: Day
  readonly fileId: string | null
  readonly onPaper: boolean
}

/** What decisions have made of an agreed plan. */
export interface AgreementFacts {
  readonly state: AgreementState
  readonly proposedOn: Day
  readonly enterprise: Signed | null
  readonly zone: Signed | null
  readonly inForceOn: Day | null
  readonly reason: string | null
  readonly closedOn: Day | null
}

export interface AgreementCommand {
  readonly verb: AgreementVerb
  readonly happenedOn?: Day | undefined
  readonly reason?: string
  readonly fileId?: string | null
  /** With recordSignature: who signed the paper. */
  readonly signedBy?: string
}

export interface AgreementCircumstances {
  readonly today: Day
  readonly now: string
  readonly caller: { readonly name: string }
}

/**
 * The agreed plan after this decision, or a refusal (Problem rule_violated). It is in force once both sides have signed: what the zone
 * has promised in writing it must keep (优化营商环境条例 2019 第31条), so that it never changes by itself.
 */
export function decideAgreement(
  facts: AgreementFacts,
  command: AgreementCommand,
  { today, now, caller }: AgreementCircumstances,
): AgreementFacts {
  const { verb } = command
  const refusal = refusalOf({ state: facts.state, signed: signedOf(facts) }, verb)
  if (refusal) throw refuse('not_possible', refusal)
  const on = legalDay(command.happenedOn, lastOf(facts), today)
  const { side } = agreementSteps[verb]
  if (side === null) {
    const state = verb === 'decline' ? 'declined' : 'withdrawn'
    return { ...facts, state, reason: command.reason ?? null, closedOn: on }
  }
  const onPaper = verb === 'recordSignature'
  const signature: Signed = {
    ...{ by: onPaper ? (command.signedBy ?? '') : caller.name, at: now, on },
    ...{ fileId: command.fileId ?? null, onPaper },
  }
  return inForceWhenBoth({ ...facts, [side]: signature })
}

export function signedOf({ enterprise, zone }: Pick<AgreementFacts, Side>): Record<Side, boolean> {
  return { enterprise: enterprise !== null, zone: zone !== null }
}

/** From the day of the later signature. */
function inForceWhenBoth(facts: AgreementFacts): AgreementFacts {
  if (facts.enterprise === null || facts.zone === null) return facts
  const on = laterOf(facts.enterprise.on, facts.zone.on)
  return { ...facts, state: 'in_force', inForceOn: on }
}

/** The one that was in force until then; both keep. */
export function replaceAgreement(facts: AgreementFacts, on: Day): AgreementFacts {
  return { ...facts, state: 'replaced', closedOn: on }
}

const lastOf = ({ proposedOn, enterprise, zone }: AgreementFacts): Day =>
  [proposedOn, enterprise?.on, zone?.on].filter((day) => day !== undefined).reduce(laterOf)

function legalDay(happenedOn: Day | undefined, lastOn: Day, today: Day): Day {
  const on = happenedOn ?? today
  if (on > today) {
    throw refuse('in_the_future', {
      zh: `${on} 还没有到，不能登记将来的签署。`,
      en: `${on} has not come yet: a signature of the future cannot be recorded.`,
    })
  }
  if (on < lastOn) {
    throw refuse('before_last_step', {
      zh: `${on} 早于上一步的 ${lastOn}，请更正日期。`,
      en: `${on} lies before the last step of ${lastOn}; correct the date.`,
    })
  }
  return on
}

function refuse(reason: string, text: Label): Problem {
  return new Problem('rule_violated', `agreements.${reason}`, text)
}
