import type { Label } from '../../../kernel/label.ts'
import type { Action, Actor, CaseFacts, Named } from './facts.ts'
import { plainAction } from './facts.ts'
import { refuse } from './refuse.ts'

/** Bulk steps that stay in the house: they move a case between hands, and no limit and no right of the applicant with it. */
const inTheHouse: readonly Action['verb'][] = ['receive', 'transfer']

export interface Undoing {
  readonly actor: Actor
  readonly now: Date
  readonly today: string
  /** Minutes in which a bulk act can be undone. */
  readonly minutes: number
  /** The step of the bulk act, and when it was recorded. */
  readonly step: Action
  readonly at: Date
  /** The hands and the state before it. */
  readonly before: { readonly state: CaseFacts['state']; readonly handler: Named | null; readonly office: Named | null }
  /** Whether it is still the last step of the case. */
  readonly last: boolean
  /** Whether anything about the case has been sent or issued since: a message, a document. */
  readonly left: boolean
}

/**
 * The step that takes back a bulk act, or why it cannot be taken back. What was recorded is never removed: undoing is a step of its own
 * that brings back the hands and the state before. An acceptance starts the limits and was told; it has left the house (行政许可法 第32条).
 */
export function undoStep(facts: CaseFacts, given: Undoing): Action {
  const refusal = whyNot(given)
  if (refusal) throw refuse('not_undoable', refusal)
  return { ...plainAction('undo', later(given.today, facts.lastOn), given.actor), more: { restores: given.before } }
}

function whyNot({ step, at, now, minutes, last, left }: Undoing): Label | null {
  if (now.getTime() - at.getTime() > minutes * 60_000) {
    return {
      zh: `已超过 ${minutes} 分钟，不能撤销。`,
      en: `More than ${minutes} minutes have passed: it cannot be undone.`,
    }
  }
  if (!inTheHouse.includes(step.verb)) {
    return step.verb === 'accept'
      ? {
          zh: '受理已起算时限并告知申请人，不能撤销。',
          en: 'The acceptance has begun the limits and was told: it stands.',
        }
      : { zh: '催办已经发出，不能撤销。', en: 'The reminder was sent: it cannot be taken back.' }
  }
  if (!last) return { zh: '之后又办了别的步骤，不能撤销。', en: 'Another step has followed: it cannot be undone.' }
  if (left)
    return {
      zh: '之后已有消息或文书发出，不能撤销。',
      en: 'A message or document has gone out since: it cannot be undone.',
    }
  return null
}

function later(a: string, b: string): string {
  return a < b ? b : a
}
