import type { Label } from '../../kernel/label.ts'
import type { Role } from '../../kernel/role.ts'
import type { OutsideChannel } from '../delivery/contract/channel.ts'
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
  /** Goes out in quiet hours too, where the zone and the person let what is urgent pass. */
  readonly urgent?: boolean
  /** Why it was sent, as whoever gets it may ask: the rule, in words. Absent: only by what the account was found is told. */
  readonly cause?: Label
  /** Page where the rule that sent it can be changed. */
  readonly changeLink?: string
  /** Ways besides those that the person has chosen, where an address is there. */
  readonly channels?: readonly OutsideChannel[]
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
