import type { Calendar, Day } from '../../../kernel/calendar.ts'
import { startClock } from '../../../kernel/clock.ts'
import { clockOn, type Moment } from '../../../kernel/clock-state.ts'
import type { Label } from '../../../kernel/label.ts'
import { Problem } from '../../../kernel/problem.ts'
import {
  type CommitmentCaller,
  type CommitmentState,
  type CommitmentSubject,
  type CommitmentVerb,
  commitmentSteps,
  type ProposalState,
  refusalOf,
  type Signer,
} from '../contract/steps.ts'

/** What decisions have made of a commitment. */
export interface CommitmentFacts {
  readonly state: CommitmentState
  readonly signer: Signer
  /** Working days to the check after the signature, or to rectify after the order; null: no number is set. */
  readonly days: number | null
  readonly signedOn: Day | null
  readonly signedBy: string | null
  readonly fileId: string | null
  /** The day after which `days` count. */
  readonly countsFrom: Day | null
  readonly closedOn: Day | null
  readonly reason: string | null
  readonly lastOn: Day | null
  /** Name of whoever decided last. */
  readonly lastBy: string | null
  /** How its check was set: planned for it, or drawn in a sample; null: as the catalogue says. */
  readonly checkHow: 'plan' | 'sample' | null
  /** Files that prove what was found, the oldest first. */
  readonly evidence: readonly string[]
  /** 陈述申辩: what whom it binds has said to the proposal of a breach. */
  readonly statement: string | null
  readonly proposal: ProposalState | null
}

export interface CommitmentCommand {
  readonly verb: CommitmentVerb
  readonly happenedOn?: Day | undefined
  readonly reason?: string
  /** With requireRectification. */
  readonly days?: number
  /** With sign: a scan of the signed paper. */
  readonly fileId?: string | null
  /** What proves it. */
  readonly evidence?: readonly string[]
}

export interface CommitmentCircumstances {
  readonly today: Day
  readonly calendar: Calendar
  /** The case whose decision rests on it is decided: only then is there something to revoke. */
  readonly decided: boolean
  readonly caller: CommitmentCaller & { readonly name: string }
}

/** The commitment after this decision (国办发〔2020〕42号; heard before a breach is declared: 行政许可法 第7条 陈述权、申辩权), or a refusal (Problem rule_violated) in one sentence. */
export function decideCommitment(
  facts: CommitmentFacts,
  command: CommitmentCommand,
  { today, calendar, decided, caller }: CommitmentCircumstances,
): CommitmentFacts {
  const refusal = refusalOf(subjectOf(facts, { calendar, today }), command.verb, caller)
  if (refusal) throw refuse('not_possible', refusal)
  const on = legalDay(command.happenedOn, facts.lastOn, today)
  const next = {
    ...facts,
    state: commitmentSteps[command.verb].to,
    lastOn: on,
    lastBy: caller.name,
    reason: command.reason ?? null,
    evidence: [...facts.evidence, ...(command.evidence ?? [])],
  }
  switch (command.verb) {
    case 'sign':
      return { ...next, signedOn: on, signedBy: caller.name, fileId: command.fileId ?? null, countsFrom: on }
    case 'planCheck':
      return { ...next, days: command.days ?? facts.days, countsFrom: on, checkHow: 'plan' }
    case 'requireRectification':
      return { ...next, days: command.days ?? facts.days, countsFrom: on, statement: null }
    case 'hear':
      return { ...next, days: command.days ?? facts.days, countsFrom: on, statement: null }
    case 'defend':
      return { ...next, reason: facts.reason, statement: command.reason ?? null }
    case 'breach':
      return { ...next, closedOn: on, proposal: decided ? 'open' : null }
    case 'dropProposal':
      return { ...next, proposal: 'dropped' }
    default:
      return { ...next, closedOn: on }
  }
}

function legalDay(happenedOn: Day | undefined, lastOn: Day | null, today: Day): Day {
  const on = happenedOn ?? today
  if (on > today) {
    throw refuse('in_the_future', {
      zh: `${on} 还没有到，不能记录将来的事。`,
      en: `${on} has not come yet: the future cannot be recorded.`,
    })
  }
  if (lastOn !== null && on < lastOn) {
    throw refuse('before_last_step', {
      zh: `${on} 早于上一步的 ${lastOn}，请更正日期。`,
      en: `${on} lies before the last step of ${lastOn}; correct the date.`,
    })
  }
  return on
}

/** What the table of steps asks of it on a day. */
export function subjectOf(facts: CommitmentFacts, moment: Moment): CommitmentSubject {
  const { state, signer, statement, proposal } = facts
  return { state, signer, proposal, heard: state === 'hearing' && (statement !== null || dueOf(facts, moment).overdue) }
}

/** When it must be checked, rectified or answered, and whether that day is past; nothing to wait for unless signed, under rectification or being heard. */
export function dueOf(
  { state, days, countsFrom }: CommitmentFacts,
  moment: Moment,
): { readonly dueOn: Day | null; readonly overdue: boolean } {
  const waits = state === 'signed' || state === 'rectifying' || state === 'hearing'
  if (!waits || days === null || countsFrom === null) return { dueOn: null, overdue: false }
  const { dueOn, colour } = clockOn(startClock({ days, unit: 'workday' }, countsFrom), moment)
  return { dueOn, overdue: colour === 'overdue' }
}

/** The number of working days in the catalogue's `fulfilBy`, `30 workdays`; null when it names an event. */
export function daysOfCheck(check: string): number | null {
  const found = /^(\d{1,3}) workdays$/.exec(check)
  return found ? Number(found[1]) : null
}

function refuse(reason: string, text: Label): Problem {
  return new Problem('rule_violated', `commitments.${reason}`, text)
}
