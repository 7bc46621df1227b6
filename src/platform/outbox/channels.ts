import type { Work } from '../worker/work.ts'
import { appChannel } from './app-channel.ts'
import { type Channel, type Message, sendKind } from './channel.ts'

/** Ways by which messages leave. Another one is added here. */
const channels: readonly Channel[] = [appChannel]

/** The work of every channel's sends, by kind. */
export const sends: ReadonlyMap<string, Work> = new Map(
  channels.map((channel) => [
    sendKind(channel.name),
    (db, job, context) => channel.deliver(db, { ...(job.payload as Message), id: job.id, subject: job }, context),
  ]),
)
