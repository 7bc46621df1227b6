import type { CasePaper } from '../contract/paper.ts'
import { type CaseState, resultMeanings } from '../contract/state.ts'
import { stepTable } from '../contract/step-table.ts'
import { clocksAfter } from './clocks.ts'
import type { Action, CaseFacts, PaperChange } from './facts.ts'
import { reviewAfter } from './review.ts'

/** The case after one more accepted action. Pure: the same actions always give the same case. */
export function applyAction(before: CaseFacts | null, action: Action): CaseFacts {
  if (before === null) return opened(action)
  const { on, verb } = action
  return {
    ...before,
    state: stateAfter(before.state, action),
    correctedOn: verb === 'correct' ? on : before.correctedOn,
    ...acceptedBy(before, action),
    decidedOn: verb === 'decide' ? on : verb === 'reverse' ? null : before.decidedOn,
    issuedOn: verb === 'issue' ? on : before.issuedOn,
    lastOn: on,
    extendedOn: verb === 'extend' ? on : verb === 'reverse' ? null : before.extendedOn,
    remindedOn: verb === 'remind' ? on : before.remindedOn,
    ...handsAfter(before, action),
    review: reviewAfter(before.review, action),
    papers: papersAfter(before.papers, action.papers),
    clocks: clocksAfter(before, action),
  }
}

export function foldActions(actions: readonly Action[]): CaseFacts | null {
  return actions.reduce<CaseFacts | null>(applyAction, null)
}

function opened(action: Action): CaseFacts {
  const { on, opening } = action
  if (action.verb !== 'submit' || opening === null)
    throw new RangeError(`a case begins with submit, not ${action.verb}`)
  const nothingYet = { correctedOn: null, acceptedOn: null, deemedAcceptedOn: null, decidedOn: null, issuedOn: null }
  return {
    state: 'received',
    limits: opening.limits,
    receivedOn: on,
    ...nothingYet,
    lastOn: on,
    ...{ handler: null, office: null, extendedOn: null, remindedOn: null, review: null },
    papers: opening.papers,
    clocks: clocksAfter(null, action),
  }
}

export function stateAfter(
  state: CaseState,
  { verb, result, more }: Pick<Action, 'verb' | 'result' | 'more'>,
): CaseState {
  if (verb === 'submit') return 'received'
  if (verb === 'arrive' || verb === 'fallDue') return state
  if (verb === 'undo') return more?.restores?.state ?? state
  if (verb === 'deemAccepted') return 'accepted'
  if (verb === 'decide' && result !== null) return resultMeanings[result].state
  return stepTable[verb].to[0] ?? state
}

/** Whoever takes it in or accepts it has it from then on, unless it was done for the handler who is away. */
function handsAfter({ handler, office }: CaseFacts, { verb, actor: { id, name }, more }: Action) {
  const given = more?.target ?? more?.restores
  if (given) return { handler: given.handler, office: given.office }
  const takes = id !== null && (verb === 'receive' || verb === 'accept') && more?.behalfOf === undefined
  return { handler: takes ? { id, name } : handler, office }
}

function acceptedBy(before: CaseFacts, { verb, on, countsFrom }: Action) {
  if (verb === 'reverse') return { acceptedOn: on, deemedAcceptedOn: null }
  if (verb !== 'accept' && verb !== 'deemAccepted')
    return { acceptedOn: before.acceptedOn, deemedAcceptedOn: before.deemedAcceptedOn }
  const acceptedOn = countsFrom ?? on
  return { acceptedOn, deemedAcceptedOn: acceptedOn === on ? null : acceptedOn }
}

function papersAfter(papers: readonly CasePaper[], changes: readonly PaperChange[]): readonly CasePaper[] {
  if (changes.length === 0) return papers
  const byRef = new Map(changes.map((change) => [change.ref, change]))
  return papers.map((paper) => {
    const change = byRef.get(paper.ref)
    if (!change) return paper
    return { ...paper, status: change.status, note: change.note, fileId: change.fileId ?? paper.fileId }
  })
}
