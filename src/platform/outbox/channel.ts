import type { Label } from '../../kernel/label.ts'
import type { Role } from '../../kernel/role.ts'
import type { Database, RequestContext } from '../module.ts'

/** Whom a message is for, in its zone. A role, an enterprise or a person stand for all their accounts at the time of delivery. */
export type Recipient =
  | { readonly accountId: string }
  | { readonly personId: string }
  | { readonly enterpriseId: string }
  | { readonly role: Role }

export interface Message {
  readonly to: readonly Recipient[]
  readonly text: Label
  /** Where to read on: a path of the program's own pages. */
  readonly link: string | null
}

/** A message as a channel gets it. */
export interface Outgoing extends Message {
  /** The idempotency key: the same at every attempt, so that a receiver can tell a repetition. */
  readonly id: string
  readonly subject: { readonly subjectKind: string; readonly subjectId: string }
}

/**
 * One way by which messages leave: the program's own pages, mail, a webhook. `deliver` runs in the transaction that marks the message
 * as sent; it may run again after a crash, then with the same id.
 */
export interface Channel {
  readonly name: string
  readonly deliver: (db: Database, message: Outgoing, context: RequestContext) => Promise<void>
}

export const sendKind = (channel: string) => `send.${channel}`
