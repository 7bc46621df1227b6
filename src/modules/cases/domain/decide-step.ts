import type { Day } from '../../../kernel/calendar.ts'
import { refusalOf } from '../contract/steps.ts'
import type { Circumstances, Command } from './circumstances.ts'
import { refuseDecision } from './decision.ts'
import { type Action, type CaseFacts, plainAction } from './facts.ts'
import { type LaterCommand, laterContentOf } from './later-steps.ts'
import { refuseLapsed, refuseManyOwed } from './owed.ts'
import { acceptPapers, givePapers, returnPapers, supplyPapers } from './papers.ts'
import { refuse } from './refuse.ts'
import { lapsedFrom, stranger, subjectOf } from './subject.ts'

/**
 * The action that this command is, or a refusal (Problem rule_violated) in one sentence. It is judged on its own legal day:
 * one that is recorded afterwards is as good as it was then. Nothing in the future, nothing before the last action.
 */
export function decideStep(facts: CaseFacts, command: Command, given: Circumstances): Action {
  const on = legalDay(command.input.happenedOn, facts.lastOn, given.today)
  const moment = { calendar: given.calendar, today: on }
  const { relation = stranger, rules, behalfOf } = given
  const refusal = refusalOf(
    subjectOf(facts, moment, { relation, owedLapse: rules?.owedLapse ?? 'office', stageRound: given.stage?.id }),
    command.verb,
  )
  if (refusal) throw refuse('not_possible', refusal, { verb: command.verb, state: facts.state })
  const content = contentOf(facts, command, { ...given, ...moment })
  const more = { ...content.more, ...(behalfOf && { behalfOf }) }
  const action = { ...plainAction(command.verb, on, given.actor), ...content }
  return Object.keys(more).length === 0 ? action : { ...action, more }
}

/** Today, or the earlier day on which it happened. */
export function legalDay(happenedOn: Day | undefined, lastOn: Day | null, today: Day): Day {
  const on = happenedOn ?? today
  if (on > today) {
    throw refuse(
      'in_the_future',
      { zh: `${on} 还没有到，不能记录将来的事。`, en: `${on} has not come yet: the future cannot be recorded.` },
      { on },
    )
  }
  if (lastOn !== null && on < lastOn) {
    throw refuse(
      'before_last_step',
      {
        zh: `${on} 早于上一步的 ${lastOn}，请更正日期。`,
        en: `${on} lies before the last step of ${lastOn}; correct the date.`,
      },
      { on, lastOn },
    )
  }
  return on
}

/** What the command adds to a plain action. */
function contentOf(facts: CaseFacts, { verb, input }: Command, given: Circumstances): Partial<Action> {
  switch (verb) {
    case 'correct':
      return { reason: input.reason, papers: returnPapers(facts, input) }
    case 'resubmit':
      return { papers: givePapers(facts, input.papers) }
    case 'supply':
      return { papers: supplyPapers(facts, input.papers) }
    case 'accept':
      refuseManyOwed(input.owed.length, given)
      return { papers: acceptPapers(facts, input, given), countsFrom: lapsedFrom(facts, given) }
    case 'suspend':
      return {
        ...{ reason: input.reason, promisedDays: input.promisedDays, notice: input.paper },
        ...(input.procedure !== null && { more: { procedure: input.procedure } }),
      }
    case 'resume':
      return { reason: input.reason, notice: input.paper }
    case 'extend':
    case 'askOpinions':
    case 'giveOpinion':
    case 'concludeReview':
    case 'transfer':
    case 'reverse':
      return laterContentOf(facts, { verb, input } as LaterCommand, given)
    case 'decide':
      if (input.result !== 'not_pass') refuseLapsed(facts, given)
      refuseDecision(facts, input)
      return { reason: input.reason, result: input.result, remedies: input.remedies }
    case 'refuseAcceptance':
    case 'takeBack':
    case 'revoke':
      return { reason: input.reason, remedies: input.remedies }
    case 'receive':
    case 'confirmWithdraw':
      return {}
    default:
      return { reason: input.reason }
  }
}
