import type { Acting } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { type Message, sendKind } from './channel.ts'
import { putOut } from './put.ts'

export interface NewMessage extends Message {
  readonly channel: 'app'
  /** What makes this message the only one of its sort (`remind:<case id>:<day>`): a second with the same key is not sent. */
  readonly key: string
  readonly subjectKind: string
  readonly subjectId: string
}

/** Sends a message with this transaction: it leaves after the commit. Answers false when the key was used before. */
export async function send(db: Database, acting: Acting, message: NewMessage): Promise<boolean> {
  const { channel, key, subjectKind, subjectId, ...payload } = message
  const id = await putOut(db, acting, { kind: sendKind(channel), key, subjectKind, subjectId, payload })
  return id !== undefined
}
