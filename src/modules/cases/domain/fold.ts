import type { CasePaper } from '../contract/paper.ts'
import { type CaseState, resultMeanings } from '../contract/state.ts'
import { stepTable } from '../contract/step-table.ts'
import { clocksAfter } from './clocks.ts'
import type { Action, CaseFacts, PaperChange } from './facts.ts'

/** The case after one more accepted action. Pure: the same actions always give the same case. */
export function applyAction(before: CaseFacts | null, action: Action): CaseFacts {
  if (before === null) return opened(action)
  const { on, verb } = action
  return {
    ...before,
    state: stateAfter(before.state, action),
    correctedOn: verb === 'correct' ? on : before.correctedOn,
    ...acceptedBy(before, action),
    decidedOn: verb === 'decide' ? on : before.decidedOn,
    issuedOn: verb === 'issue' ? on : before.issuedOn,
    lastOn: on,
    handler: handlerAfter(before, action),
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
    handler: null,
    papers: opening.papers,
    clocks: clocksAfter(null, action),
  }
}

export function stateAfter(state: CaseState, { verb, result }: Pick<Action, 'verb' | 'result'>): CaseState {
  if (verb === 'submit') return 'received'
  if (verb === 'deemAccepted') return 'accepted'
  if (verb === 'decide' && result !== null) return resultMeanings[result].state
  return stepTable[verb].to[0] ?? state
}

function handlerAfter({ handler }: CaseFacts, { verb, actor: { id, name } }: Action): CaseFacts['handler'] {
  return id !== null && (verb === 'receive' || verb === 'accept') ? { id, name } : handler
}

function acceptedBy(before: CaseFacts, { verb, on, countsFrom }: Action) {
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
