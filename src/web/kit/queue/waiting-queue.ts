import type { Endpoint } from '../../../kernel/endpoint.ts'
import { call, upload } from '../../client.ts'
import type { QueuedItem } from './item.ts'
import { openKept } from './kept.ts'
import { Queue } from './queue.ts'

type Sent = Readonly<Record<string, unknown>> & { readonly file: unknown }

function send({ door, input, key, file }: QueuedItem): Promise<unknown> {
  // What was kept is data of the same endpoint; its types were checked when it was queued.
  const endpoint = door as unknown as Endpoint<Sent, unknown>
  if (file === null) return call(endpoint as Endpoint<typeof input, unknown>, input, { key })
  const { blob, name } = file
  return upload(endpoint, input, { key, file: new File([blob], name, { type: blob.type }) })
}

/** The one queue of this page. */
export const waitingQueue = new Queue(openKept(), send)
