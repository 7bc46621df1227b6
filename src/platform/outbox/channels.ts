import type { Outside } from '../delivery/guard.ts'
import { outsideWorks } from '../delivery/works.ts'
import type { Work } from '../worker/work.ts'
import { appChannel } from './app-channel.ts'
import { type Channel, type Message, sendKind } from './channel.ts'

/** Ways by which messages leave the transaction; what goes out of the program follows from the first. */
const channels: readonly Channel[] = [appChannel]

/** The work of every channel's sends, by kind. */
export function sendsTo(outside: Outside): ReadonlyMap<string, Work> {
  const within = channels.map((channel): [string, Work] => [
    sendKind(channel.name),
    (db, job, context) => channel.deliver(db, { ...(job.payload as Message), id: job.id, subject: job }, context),
  ])
  return new Map([...within, ...outsideWorks(outside)])
}
