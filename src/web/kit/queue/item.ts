import type { Endpoint } from '../../../kernel/endpoint.ts'
import type { Label } from '../../../kernel/label.ts'

/** What of an endpoint is needed to call it again after a reload. */
export type Door = Pick<Endpoint<unknown, unknown>, 'name' | 'method' | 'path' | 'effect' | 'permission'>

/** One write that waits to be sent: kept on the device with everything that it needs, until the server has it. */
export interface QueuedItem {
  /** Idempotency key: however often it is sent, it has one effect. */
  readonly key: string
  /** Account that did it; nobody else's session sends it. */
  readonly owner: string
  /** Milliseconds; the order of sending. */
  readonly at: number
  readonly label: Label
  readonly door: Door
  readonly input: Readonly<Record<string, unknown>>
  /** Of an upload. */
  readonly file: { readonly blob: Blob; readonly name: string } | null
  /** Why the server refused it; null while it waits. */
  readonly refused: Label | null
}

export function doorOf({ name, method, path, effect, permission }: Endpoint<never, unknown> | Door): Door {
  return { name, method, path, effect, permission }
}
