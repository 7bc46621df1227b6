import type { Label } from '../../../kernel/label.ts'

/** Life of a follow-up (督办): issued, acknowledged, answered, then accepted or sent back; closed when it has become pointless. */
export const followUpStates = ['issued', 'acknowledged', 'answered', 'sent_back', 'accepted', 'closed'] as const
export type FollowUpState = (typeof followUpStates)[number]

export const followUpStateLabels: Readonly<Record<FollowUpState, Label>> = {
  issued: { zh: '待签收', en: 'To be acknowledged' },
  acknowledged: { zh: '办理中', en: 'In hand' },
  answered: { zh: '已回复，待认可', en: 'Answered, to be accepted' },
  sent_back: { zh: '退回重办', en: 'Sent back' },
  accepted: { zh: '已办结', en: 'Accepted' },
  closed: { zh: '已撤销', en: 'Closed' },
}

export const followUpVerbs = ['acknowledge', 'answer', 'accept', 'sendBack', 'urge', 'transfer', 'close'] as const
export type FollowUpVerb = (typeof followUpVerbs)[number]

/** Who takes a step: whom the follow-up is addressed to, or whoever gave the order. */
export type Side = 'addressee' | 'issuer'

export interface FollowUpStep {
  readonly label: Label
  readonly from: readonly FollowUpState[]
  /** Null: as it was. */
  readonly to: FollowUpState | null
  readonly by: Side
  readonly permission: `followups.${string}`
  readonly needs: readonly ('words' | 'days' | 'to')[]
}

const open: readonly FollowUpState[] = ['issued', 'acknowledged', 'sent_back']

/** The one table of steps: the server refuses by it, the pages show by it. */
export const followUpSteps: Readonly<Record<FollowUpVerb, FollowUpStep>> = {
  acknowledge: step({ zh: '签收', en: 'Acknowledge' }, ['issued'], 'acknowledged', 'addressee'),
  answer: step({ zh: '回复', en: 'Answer' }, open, 'answered', 'addressee', ['words']),
  accept: step({ zh: '认可办结', en: 'Accept' }, ['answered'], 'accepted', 'issuer'),
  sendBack: step({ zh: '退回重办', en: 'Send back' }, ['answered'], 'sent_back', 'issuer', ['words', 'days']),
  urge: step({ zh: '催办', en: 'Urge' }, open, null, 'issuer'),
  transfer: step({ zh: '转办', en: 'Transfer' }, open, 'issued', 'addressee', ['to', 'words']),
  close: step({ zh: '撤销督办', en: 'Close' }, [...open, 'answered'], 'closed', 'issuer', ['words']),
}

function step(
  label: Label,
  from: readonly FollowUpState[],
  to: FollowUpState | null,
  by: Side,
  needs: FollowUpStep['needs'] = [],
): FollowUpStep {
  return { label, from, to, by, needs, permission: by === 'issuer' ? 'followups.issue' : 'followups.answer' }
}

export interface FollowUpSubject {
  readonly state: FollowUpState
  /** On which sides the caller stands. */
  readonly sides: readonly Side[]
}

/** Why the step cannot be taken now by this caller; null when it can. */
export function refusalOf({ state, sides }: FollowUpSubject, verb: FollowUpVerb): Label | null {
  const { from, by, label } = followUpSteps[verb]
  if (!from.includes(state)) {
    const now = followUpStateLabels[state]
    return {
      zh: `督办现为“${now.zh}”，不能${label.zh}；请刷新后看可以办的步骤。`,
      en: `The follow-up is "${now.en}", so that "${label.en}" is not possible; reload to see what is.`,
    }
  }
  if (sides.includes(by)) return null
  return by === 'issuer'
    ? { zh: `只有交办人可以${label.zh}。`, en: 'Only whoever gave the order may do this.' }
    : { zh: `只有承办人可以${label.zh}；不归您办的请让承办人转办。`, en: 'Only whom it is addressed to may do this.' }
}

/** A button that shows is a button that works. */
export function allowedSteps(
  subject: FollowUpSubject,
  permissions: { has(permission: `followups.${string}`): boolean },
): FollowUpVerb[] {
  return followUpVerbs.filter(
    (verb) => permissions.has(followUpSteps[verb].permission) && refusalOf(subject, verb) === null,
  )
}
